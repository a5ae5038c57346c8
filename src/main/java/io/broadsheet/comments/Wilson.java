package io.broadsheet.comments;

/**
 * How sure it is that readers find something good: the lower bound of the interval of E. B. Wilson
 * (1927) for the share of those who do, at 95 %.
 */
final class Wilson {
  private static final double Z = 1.96;
  private static final double SCALE = 1e9;

  private Wilson() {}

  /** Returns the bound in billionths: 0 where nobody found it good, below 1,000,000,000. */
  static long rating(long ups, long downs) {
    double n = ups + downs;
    if (ups == 0) {
      return 0;
    }
    double share = ups / n;
    double middle = share + Z * Z / (2 * n);
    double spread = Z * Math.sqrt((share * (1 - share) + Z * Z / (4 * n)) / n);
    return Math.max(0, (long) Math.floor(SCALE * (middle - spread) / (1 + Z * Z / n)));
  }
}
