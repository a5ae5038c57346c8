package io.broadsheet.audience;

/**
 * How much the audience takes in.
 *
 * @param viewsPerMinute views that one address block (/24, /48) may send a minute, 1 to 1,000,000
 * @param waiting views that may wait for their commit; more are refused as unwritable
 * @param batch the most views in one commit
 * @param remembered views of the last 30 minutes that are kept in memory to know repeats by, at
 *     about 30 bytes each; more are refused as unwritable, since they could count twice
 */
public record AudienceLimits(int viewsPerMinute, int waiting, int batch, int remembered) {
  private static final int BYTES_REMEMBERED = 48; // with room for growing

  public AudienceLimits {
    if (viewsPerMinute < 1 || viewsPerMinute > 1_000_000) {
      throw new IllegalArgumentException("1 to 1000000 views a minute");
    }
    if (waiting < 1 || batch < 1 || remembered < 1 || remembered > 1 << 29) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /** Returns limits for this address block's share, in a quarter of the memory there is. */
  public static AudienceLimits of(int viewsPerMinute) {
    long affordable = Runtime.getRuntime().maxMemory() / 4 / BYTES_REMEMBERED;
    return new AudienceLimits(
        viewsPerMinute, 65_536, 4_096, Math.clamp(affordable, 100_000, 50_000_000));
  }
}
