package io.broadsheet.audience;

import java.time.Duration;

/**
 * How much the audience takes in.
 *
 * @param viewsPerMinute views that one address block (/24, /48) may send a minute, 1 to 1,000,000
 * @param waiting views that may wait for their commit; more are refused as unwritable
 * @param batch the most views in one commit
 * @param remembered views of the last 30 minutes that are kept in memory to know repeats by, at
 *     about 30 bytes each; more are refused as unwritable, since they could count twice
 * @param log how long views are kept in the log, an hour or more
 */
public record AudienceLimits(
    int viewsPerMinute, int waiting, int batch, int remembered, Duration log) {
  private static final Duration USUAL_LOG = Duration.ofDays(2);

  private static final int BYTES_REMEMBERED = 48; // with room for growing

  public AudienceLimits {
    if (viewsPerMinute < 1 || viewsPerMinute > 1_000_000) {
      throw new IllegalArgumentException("1 to 1000000 views a minute");
    }
    if (waiting < 1 || batch < 1 || remembered < 1 || remembered > 1 << 29) {
      throw new IllegalArgumentException("limits are positive");
    }
    if (log.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("the log tells repeats, and is kept for an hour or more");
    }
  }

  /** Keeps the log for two days. */
  public AudienceLimits(int viewsPerMinute, int waiting, int batch, int remembered) {
    this(viewsPerMinute, waiting, batch, remembered, USUAL_LOG);
  }

  /** Returns the usual limits but for an address block's share. */
  public static AudienceLimits of(int viewsPerMinute) {
    return of(viewsPerMinute, USUAL_LOG);
  }

  /** Returns limits for this address block's share and log, in a quarter of the memory there is. */
  public static AudienceLimits of(int viewsPerMinute, Duration log) {
    long affordable = Runtime.getRuntime().maxMemory() / 4 / BYTES_REMEMBERED;
    return new AudienceLimits(
        viewsPerMinute, 65_536, 4_096, Math.clamp(affordable, 100_000, 50_000_000), log);
  }
}
