package io.broadsheet.audience;

import java.time.InstantSource;

/**
 * The log's time: the machine's, save that it never goes back.
 *
 * <p>A clock that ran ahead and was set right is behind what was logged meanwhile. Until it has
 * come up, the log's time goes on at half the clock's own speed: were it to stand still, no reader
 * whose view counts could count again for as long as the clock was wrong by. A reading before the
 * last one is no progress. For one thread.
 */
final class LogClock {
  private final InstantSource clock;
  private long reading;
  private long time;

  /** The half millisecond that is not in the time yet, in halves. */
  private long rest;

  /**
   * Starts now, or at what was logged if that is later.
   *
   * @param logged the latest time in the log, in epoch milliseconds
   */
  LogClock(InstantSource clock, long logged) {
    this.clock = clock;
    this.reading = clock.millis();
    this.time = Math.max(reading, logged);
  }

  /** Returns the log's time, in epoch milliseconds, never before what was returned last. */
  long now() {
    long before = reading;
    reading = clock.millis();
    long halves = rest + Math.max(0, reading - before);
    time += halves / 2;
    rest = halves % 2;
    if (reading >= time) {
      time = reading;
      rest = 0;
    }
    return time;
  }
}
