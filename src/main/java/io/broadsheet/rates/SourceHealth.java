package io.broadsheet.rates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source of rates fares.
 *
 * @param name as the settings have it
 * @param url from where it is fetched
 * @param tried when it was asked last; null if never
 * @param good when it last gave quotes; null if never
 * @param next when it is asked next
 * @param failures how many fetches failed since then
 * @param problem what was wrong with the last answer, in one sentence; empty if nothing was
 * @param pausedBy who paused it; null if nobody did
 * @param pausedAt since when it is paused; null if it is not
 */
public record SourceHealth(
    String name,
    String url,
    @Nullable Instant tried,
    @Nullable Instant good,
    Instant next,
    int failures,
    String problem,
    @Nullable String pausedBy,
    @Nullable Instant pausedAt) {
  /** Tells whether it is fetched by nobody until somebody resumes it. */
  public boolean isPaused() {
    return pausedBy != null;
  }
}
