package io.broadsheet.articles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a draft is to reach readers.
 *
 * @param at when it shall appear; null for now
 * @param embargo before which no reader may see it; null for none
 * @param expires from when it leaves the lists; null for never
 * @param correction what the change puts right, shown to readers; null if it corrects nothing
 */
public record Release(
    @Nullable Instant at,
    @Nullable Instant embargo,
    @Nullable Instant expires,
    @Nullable String correction) {

  /** Returns what publishes at once. */
  public static Release now() {
    return new Release(null, null, null, null);
  }
}
