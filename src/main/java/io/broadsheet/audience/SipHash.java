package io.broadsheet.audience;

/**
 * SipHash-2-4, a keyed hash of 64 bits that cannot be guessed without its key.
 *
 * <p>Taken word by word, so that hashing a text makes no garbage. Source: Aumasson and Bernstein,
 * "SipHash: a fast short-input PRF", 2012.
 */
final class SipHash {
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  SipHash(long key0, long key1) {
    v0 = key0 ^ 0x736f6d6570736575L;
    v1 = key1 ^ 0x646f72616e646f6dL;
    v2 = key0 ^ 0x6c7967656e657261L;
    v3 = key1 ^ 0x7465646279746573L;
  }

  /** Returns the hash of a number followed by a text in UTF-16, the low byte first. */
  static long of(long key0, long key1, long number, String text) {
    SipHash hash = new SipHash(key0, key1);
    hash.word(number);
    int length = text.length();
    int whole = length & ~3;
    for (int i = 0; i < whole; i += 4) {
      hash.word(
          text.charAt(i)
              | (long) text.charAt(i + 1) << 16
              | (long) text.charAt(i + 2) << 32
              | (long) text.charAt(i + 3) << 48);
    }
    long rest = 0;
    for (int i = whole; i < length; i++) {
      rest |= (long) text.charAt(i) << (16 * (i - whole));
    }
    return hash.finish(rest, 8 + 2 * length);
  }

  /** Takes in eight bytes, the first being the lowest. */
  void word(long word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }

  /** Takes in the last bytes, fewer than eight, and the length of all in bytes. */
  long finish(long rest, int length) {
    word(rest | (long) length << 56);
    v2 ^= 0xff;
    round();
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
    v0 += v1;
    v2 += v3;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 = Long.rotateLeft(v2, 32);
  }
}
