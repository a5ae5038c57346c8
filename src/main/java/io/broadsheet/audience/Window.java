package io.broadsheet.audience;

import java.util.Optional;

/**
 * A stretch of time that ends now, made of whole buckets of which the last is still filling.
 *
 * <p>The shorter two are made of minutes, the longer two of hours, all in UTC: {@link #HOUR} covers
 * the current minute and the 59 before it, {@link #WEEK} the current hour and the 167 before it.
 */
public enum Window {
  HOUR("1h", 0, 60, 1),
  DAY("24h", 1, 24 * 60, 1),
  WEEK("7d", 2, 7 * 24, 60),
  MONTH("30d", 3, 30 * 24, 60);

  private final String code;
  private final int rank;
  private final int buckets;
  private final int bucketMinutes;

  Window(String code, int rank, int buckets, int bucketMinutes) {
    this.code = code;
    this.rank = rank;
    this.buckets = buckets;
    this.bucketMinutes = bucketMinutes;
  }

  /** Returns the window of this name, as the API spells it: 1h, 24h, 7d or 30d. */
  public static Optional<Window> of(String code) {
    for (Window window : values()) {
      if (window.code.equals(code)) {
        return Optional.of(window);
      }
    }
    return Optional.empty();
  }

  /** Returns the name by which the API knows it. */
  public String code() {
    return code;
  }

  /** Returns how many windows are narrower. */
  int rank() {
    return rank;
  }

  /** Tells whether this is made of hours, not of minutes. */
  boolean isOfHours() {
    return bucketMinutes > 1;
  }

  /**
   * Returns the first minute that counts in this window while {@code minute} is the current one.
   */
  long firstMinute(long minute) {
    return (Math.floorDiv(minute, bucketMinutes) - buckets + 1) * bucketMinutes;
  }
}
