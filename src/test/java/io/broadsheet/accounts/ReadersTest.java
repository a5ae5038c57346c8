package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadersTest {
  private final Readers readers = new Readers();

  @Test
  void aReaderIsKnownAgainByTheSecretAlone() {
    Readers.Newcomer one = readers.begin();
    Readers.Newcomer other = readers.begin();
    assertThat(one.reader().id()).isPositive().isNotEqualTo(other.reader().id());
    assertThat(new Readers().find(one.secret())).contains(one.reader());
    assertThat(one.reader().signedIn()).isFalse();
  }

  @Test
  void whatIsNoSecretIsNobody() {
    assertThat(readers.find("")).isEmpty();
    assertThat(readers.find("x".repeat(42))).isEmpty();
    assertThat(readers.find("x".repeat(1_000_000))).isEmpty();
    assertThat(readers.find("\0".repeat(43))).isEmpty();
  }
}
