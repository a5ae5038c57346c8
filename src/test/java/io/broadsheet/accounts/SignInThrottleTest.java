package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private static final long HERE = 0xc0000201L; // 192.0.2.1
  private static final long NEIGHBOUR = 0xc00002feL; // 192.0.2.254
  private static final long ELSEWHERE = 0xcb007101L; // 203.0.113.1

  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private final SignInThrottle throttle = new SignInThrottle(() -> now);

  @Test
  void theFirstMistakesCostNothingAndFurtherOnesMoreAndMore() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempt("Aigerim")).as("attempt %d", i).isEmpty();
    }
    for (int seconds = 1; seconds <= 256; seconds *= 2) {
      assertThat(attempt("Aigerim")).contains(Duration.ofSeconds(seconds));
      now = now.plusSeconds(seconds);
      assertThat(attempt("Aigerim")).isEmpty();
    }
    assertThat(attempt("Aigerim")).contains(Duration.ofMinutes(5));
  }

  @Test
  void waitsEndHoweverOftenSomebodyTries() {
    for (int round = 0; round < 100; round++) {
      assertThat(attempt("Aigerim").orElse(Duration.ZERO)).isLessThanOrEqualTo(minutes(5));
      now = now.plusSeconds(3);
    }
    // Asking while one has to wait does not prolong the wait.
    now = now.plus(attempt("Aigerim").orElse(Duration.ZERO));
    assertThat(attempt("Aigerim")).isEmpty();
  }

  @Test
  void namesAreTheSameHoweverTheyAreTyped() {
    for (int i = 0; i < 5; i++) {
      attempt("Aigerim");
    }
    assertThat(attempt(" aigerim ")).isPresent();
    assertThat(attempt("Berik")).isEmpty();
  }

  @Test
  void whoSignedInBeginsAnew() {
    for (int i = 0; i < 5; i++) {
      attempt("Aigerim");
    }
    throttle.succeeded("Aigerim", HERE);
    assertThat(attempt("Aigerim")).isEmpty();
  }

  @Test
  void anHourWithoutAFailureForgetsThem() {
    for (int i = 0; i < 20; i++) {
      attempt("Aigerim");
    }
    now = now.plus(Duration.ofHours(1));
    for (int i = 0; i < 5; i++) {
      assertThat(attempt("Aigerim")).isEmpty();
    }
  }

  @Test
  void manyNamesFromOneBlockMakeTheBlockWait() {
    for (int i = 0; i < 20; i++) {
      assertThat(throttle.attempt("name" + i, i % 2 == 0 ? HERE : NEIGHBOUR)).isEmpty();
    }
    assertThat(throttle.attempt("Aigerim", NEIGHBOUR)).contains(Duration.ofSeconds(1));
    assertThat(throttle.attempt("Aigerim", ELSEWHERE)).isEmpty();
    for (int i = 0; i < 50; i++) {
      now = now.plus(throttle.attempt("other" + i, HERE).orElse(Duration.ZERO));
    }
    assertThat(throttle.attempt("last", HERE).orElse(Duration.ZERO))
        .isLessThanOrEqualTo(minutes(15));
  }

  @Test
  void attemptsAtOnceAreCountedBeforeAnyHasFailed() {
    long begun =
        java.util.stream.IntStream.range(0, 1_000)
            .parallel()
            .filter(i -> attempt("Aigerim").isEmpty())
            .count();
    assertThat(begun).isEqualTo(5);
  }

  private Optional<Duration> attempt(String name) {
    return throttle.attempt(name, HERE);
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }
}
