package io.broadsheet.audience;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of whole hours of UTC.
 *
 * @param from its beginning, not before 1970
 * @param to its end, which is no part of it
 */
public record Span(Instant from, Instant to) {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  public Span {
    if (!isWholeHour(from) || !isWholeHour(to) || !from.isBefore(to)) {
      throw new IllegalArgumentException("a span goes from one whole hour to a later one");
    }
  }

  long firstHour() {
    return from.toEpochMilli() / HOUR;
  }

  /** Returns the hour that follows its last one. */
  long endHour() {
    return to.toEpochMilli() / HOUR;
  }

  private static boolean isWholeHour(Instant instant) {
    // Far instants have no epoch milliseconds, and nobody read then.
    return instant.getNano() == 0
        && instant.getEpochSecond() >= 0
        && instant.getEpochSecond() < 1L << 38
        && instant.getEpochSecond() % 3_600 == 0;
  }
}
