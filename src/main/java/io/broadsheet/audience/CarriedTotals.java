package io.broadsheet.audience;

/**
 * An article's totals on the old site from which it came.
 *
 * @param article the article's id, positive
 * @param views 0 to {@link #MOST}
 * @param comments 0 to {@link #MOST}
 * @param reactions 0 to {@link #MOST}
 */
public record CarriedTotals(long article, long views, long comments, long reactions) {
  /** More than any article ever had; the sum of many still fits. */
  public static final long MOST = 1_000_000_000_000L;

  public CarriedTotals {
    if (article <= 0) {
      throw new IllegalArgumentException("article ids are positive");
    }
    if (!allowed(views) || !allowed(comments) || !allowed(reactions)) {
      throw new IllegalArgumentException("totals are whole numbers from 0 to " + MOST);
    }
  }

  /** What carrying totals over did. */
  public enum Change {
    /** The article had none. */
    NEW,
    /** It had the same. */
    UNCHANGED,
    /** It had others, which these replace. */
    CHANGED
  }

  private static boolean allowed(long total) {
    return total >= 0 && total <= MOST;
  }
}
