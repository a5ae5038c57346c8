package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogClockTest {
  private static final Instant START = TestAudience.START;

  private final FakeClock machine = new FakeClock(START);
  private final LogClock log = new LogClock(machine, 0);

  @Test
  void itIsTheMachinesTimeAsLongAsThatGoesForward() {
    assertNow(Duration.ZERO);
    machine.advance(Duration.ofMillis(1));
    assertNow(Duration.ofMillis(1));
    machine.advance(Duration.ofDays(40));
    assertNow(Duration.ofDays(40).plusMillis(1));
  }

  @Test
  void itStartsAtWhatWasLogged() {
    LogClock ahead = new LogClock(machine, START.plusSeconds(5).toEpochMilli());
    assertThat(ahead.now()).isEqualTo(START.plusSeconds(5).toEpochMilli());
  }

  @Test
  void itGoesOnAtHalfSpeedUntilTheMachineHasComeUp() {
    machine.advance(Duration.ofDays(1));
    assertNow(Duration.ofDays(1));
    machine.advance(Duration.ofDays(-1));
    assertNow(Duration.ofDays(1));
    machine.advance(Duration.ofHours(1));
    assertNow(Duration.ofMinutes(24 * 60 + 30));
    machine.advance(Duration.ofHours(46));
    assertNow(Duration.ofMinutes(47 * 60 + 30));
    machine.advance(Duration.ofHours(1));
    assertNow(Duration.ofDays(2));
    machine.advance(Duration.ofHours(1));
    assertNow(Duration.ofHours(49));
  }

  @Test
  void manyReadingsLoseNothingOfIt() {
    machine.advance(Duration.ofHours(1));
    assertNow(Duration.ofHours(1));
    machine.advance(Duration.ofHours(-1));
    assertNow(Duration.ofHours(1));
    for (int read = 0; read < 1_001; read++) {
      machine.advance(Duration.ofMillis(1));
      log.now();
    }
    assertNow(Duration.ofHours(1).plusMillis(500));
    machine.advance(Duration.ofMillis(1));
    assertNow(Duration.ofHours(1).plusMillis(501));
  }

  @Test
  void aClockThatGoesBackAgainAndAgainNeverTakesItBack() {
    machine.advance(Duration.ofHours(1));
    assertNow(Duration.ofHours(1));
    for (int jump = 0; jump < 3; jump++) {
      machine.advance(Duration.ofHours(-3));
      assertNow(Duration.ofHours(1));
    }
    machine.advance(Duration.ofSeconds(4));
    assertNow(Duration.ofHours(1).plusSeconds(2));
  }

  private void assertNow(Duration sinceStart) {
    assertThat(Instant.ofEpochMilli(log.now())).isEqualTo(START.plus(sinceStart));
    assertThat(Instant.ofEpochMilli(log.now())).isEqualTo(START.plus(sinceStart));
  }
}
