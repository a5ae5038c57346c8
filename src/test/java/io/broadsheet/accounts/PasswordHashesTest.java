package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordHashesTest {
  private final PasswordHashes hashes = new PasswordHashes(new SecureRandom());

  @Test
  void aHashKnowsItsPasswordAndNoOther() {
    String hash = hashes.hash("four green ferries");
    assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashes.hash("four green ferries")).isNotEqualTo(hash);
    assertThat(hashes.matches("four green ferries", Optional.of(hash))).contains(true);
    assertThat(hashes.matches("four green ferrie", Optional.of(hash))).contains(false);
    assertThat(hashes.matches("", Optional.of(hash))).contains(false);
    assertThat(hashes.isOutdated(hash)).isFalse();
  }

  @Test
  void aHashMadeInAWeakerWayIsStillReadAndSaysSo() {
    String weak = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 4_096, 1).encode("ferries");
    assertThat(hashes.matches("ferries", Optional.of(weak))).contains(true);
    assertThat(hashes.isOutdated(weak)).isTrue();
  }

  @Test
  void aNameThatNobodyHasTakesAsLongAsOneThatSomebodyHas() {
    Optional<String> known = Optional.of(hashes.hash("four green ferries"));
    Optional<String> unknown = Optional.empty();
    assertThat(hashes.matches("four green ferries", unknown)).contains(false);
    List<Long> with = new ArrayList<>();
    List<Long> without = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      with.add(nanosToRefuse(known));
      without.add(nanosToRefuse(unknown));
    }
    // The least of many is free of what else the machine does.
    double ratio = (double) Collections.min(without) / Collections.min(with);
    assertThat(ratio).isBetween(0.6, 1.6);
  }

  private long nanosToRefuse(Optional<String> hash) {
    long begin = System.nanoTime();
    assertThat(hashes.matches("another password", hash)).contains(false);
    return System.nanoTime() - begin;
  }
}
