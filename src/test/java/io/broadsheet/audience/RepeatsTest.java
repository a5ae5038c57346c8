package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatsTest {
  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final Duration MOMENT = Duration.ofMillis(1);

  @TempDir private Path folder;
  private TestAudience test;

  @BeforeEach
  void open() {
    test = new TestAudience(folder);
    test.audience().admit(1, "en", Set.of(), true);
    test.audience().admit(2, "en", Set.of(), true);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aViewCountsOnceAReaderAndArticle() {
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    assertThat(test.view(1, 2)).isEqualTo(Outcome.COUNTED);
    assertThat(test.view(2, 1)).isEqualTo(Outcome.COUNTED);
    assertThat(test.views(1)).isEqualTo(2);
    assertThat(test.views(2)).isEqualTo(1);
  }

  @Test
  void itCountsAgainAfterExactlyHalfAnHourAndNotAMomentBefore() {
    test.view(1, 1);
    test.advance(WINDOW.minus(MOMENT));
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    test.advance(MOMENT);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
  }

  @Test
  void repeatsDoNotProlong() {
    test.view(1, 1);
    test.advance(Duration.ofMinutes(29));
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    test.advance(Duration.ofMinutes(1));
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
  }

  @Test
  void aRestartForgetsNobody() {
    test.view(1, 1);
    test.advance(WINDOW.minus(MOMENT));
    test.view(2, 2);
    test.restart();
    test.audience().admit(1, "en", Set.of(), true);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    test.advance(MOMENT);
    test.restart();
    test.audience().admit(1, "en", Set.of(), true);
    test.audience().admit(2, "en", Set.of(), true);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
    assertThat(test.view(2, 2)).isEqualTo(Outcome.REPEAT);
  }

  @Test
  void aReaderIsKnownOverMidnight() {
    test.clock.set(Instant.parse("2026-11-20T23:50:00Z"));
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
    test.clock.set(Instant.parse("2026-11-21T00:05:00Z"));
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    test.restart();
    test.audience().admit(1, "en", Set.of(), true);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    test.clock.set(Instant.parse("2026-11-21T00:20:00Z"));
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    test.clock.set(Instant.parse("2026-11-21T00:40:00Z"));
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
  }

  @Test
  void aClockThatJumpsBackCountsNobodyTwiceAndHoldsTheLogsTimeStill() {
    test.view(1, 1);
    test.clock.set(TestAudience.START.minus(Duration.ofHours(3)));
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    assertThat(test.view(2, 1)).isEqualTo(Outcome.COUNTED);
    test.restart();
    assertThat(test.number("SELECT count(DISTINCT at) FROM view_log")).isEqualTo(1);
  }

  @Test
  void aReaderCountsAgainAfterAnHourAtMostWhenTheClockWasADayAhead() {
    test.advance(Duration.ofDays(1));
    test.view(1, 1);
    test.clock.set(TestAudience.START);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    test.advance(WINDOW.multipliedBy(2).minus(MOMENT));
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    test.advance(MOMENT);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
  }

  @Test
  void aViewAfterARestartIsInNoHourThatAClockAheadHadRolledUp() {
    test.advance(Duration.ofHours(5));
    test.settle();
    test.clock.set(TestAudience.START);
    test.restart();
    test.audience().admit(1, "en", Set.of(), true);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
    test.advance(Duration.ofHours(20));
    test.settle();
    test.restart();
    assertThat(test.views(1)).isEqualTo(1);
  }

  @Test
  void noReaderCountsTwiceWhenAClockWasAheadOverMidnightAndItsSaltIsGone() {
    test.clock.set(Instant.parse("2026-11-20T23:50:00Z"));
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
    test.clock.set(Instant.parse("2026-11-21T00:15:00Z"));
    test.settle();
    test.clock.set(Instant.parse("2026-11-21T00:50:00Z"));
    test.settle();
    test.clock.set(Instant.parse("2026-11-20T23:51:00Z"));
    test.restart();
    test.audience().admit(1, "en", Set.of(), true);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
    assertThat(test.number("SELECT max(at) - min(at) FROM view_log"))
        .isEqualTo(Duration.ofHours(1).toMillis());
  }

  @Test
  void moreThanFitsInMemoryIsRefusedRatherThanCountedTwice() {
    test.restart(new AudienceLimits(1_000, 100, 10, 2));
    test.audience().admit(1, "en", Set.of(), true);
    test.view(1, 1);
    test.view(2, 1);
    assertThat(test.view(3, 1)).isEqualTo(Outcome.UNWRITABLE);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    test.advance(WINDOW);
    assertThat(test.view(3, 1)).isEqualTo(Outcome.COUNTED);
  }
}
