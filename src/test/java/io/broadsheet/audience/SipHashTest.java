package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SipHashTest {
  private static final long KEY0 = 0x0706050403020100L;
  private static final long KEY1 = 0x0f0e0d0c0b0a0908L;

  /** The messages 00, 00 01, 00 01 02 … of the reference implementation's vectors. */
  @Test
  void hashesAreThoseOfTheReferenceImplementation() {
    assertThat(hash(0)).isEqualTo(0x726fdb47dd0e0e31L);
    assertThat(hash(1)).isEqualTo(0x74f839c593dc67fdL);
    assertThat(hash(7)).isEqualTo(0xab0200f58b01d137L);
    assertThat(hash(8)).isEqualTo(0x93f5f5799a932462L);
    assertThat(hash(15)).isEqualTo(0xa129ca6149be45e5L);
    assertThat(hash(63)).isEqualTo(0x958a324ceb064572L);
  }

  @Test
  void aTextIsHashedAsItsUtf16Bytes() {
    SipHash whole = new SipHash(KEY0, KEY1);
    whole.word(42);
    whole.word(0x0064_0063_0062_0061L);
    assertThat(SipHash.of(KEY0, KEY1, 42, "abcde")).isEqualTo(whole.finish(0x0065, 18));
  }

  private static long hash(int length) {
    SipHash hash = new SipHash(KEY0, KEY1);
    long word = 0;
    for (int i = 0; i < length; i++) {
      word |= (long) i << (8 * (i % 8));
      if (i % 8 == 7) {
        hash.word(word);
        word = 0;
      }
    }
    return hash.finish(word, length);
  }
}
