package io.broadsheet.articles;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A story that an editor puts on the front page.
 *
 * @param article its id
 * @param from when it comes by itself, to the millisecond; null for at once
 * @param until when it goes by itself, to the millisecond, after {@code from}; null for never
 */
public record FrontSlot(long article, @Nullable Instant from, @Nullable Instant until) {
  public FrontSlot {
    from = from == null ? null : from.truncatedTo(ChronoUnit.MILLIS);
    until = until == null ? null : until.truncatedTo(ChronoUnit.MILLIS);
    Check.that(
        from == null || until == null || until.isAfter(from),
        "A story must go from the front page after it has come.");
  }

  /** Tells whether its time has not come. */
  boolean waits(Instant now) {
    return from != null && from.isAfter(now);
  }

  /** Tells whether its time has passed. */
  boolean isOver(Instant now) {
    return until != null && !until.isAfter(now);
  }
}
