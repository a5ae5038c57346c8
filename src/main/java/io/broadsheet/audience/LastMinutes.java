package io.broadsheet.audience;

import java.util.Arrays;

/**
 * An article's views in each of the last seventy minutes, and how steeply they rise.
 *
 * <p>Numbers of minutes are counted from 1970; the current minute is one of the seventy.
 */
final class LastMinutes {
  /** How many minutes are kept. */
  static final int KEPT = 70;

  private static final int NOW = 10;
  private static final int LEAST = 30;

  private LastMinutes() {}

  static int[] none() {
    return new int[KEPT];
  }

  /** Adds views of one of the last minutes; earlier ones are left out. */
  static void add(int[] views, long minute, long more, long now) {
    if (minute > now - KEPT) {
      views[place(minute)] += (int) more;
    }
  }

  /**
   * Makes room for the minutes that have begun and tells whether anything is left in the others.
   */
  static boolean advance(int[] views, long from, long to) {
    for (long minute = Math.max(from + 1, to - KEPT + 1); minute <= to; minute++) {
      views[place(minute)] = 0;
    }
    return Arrays.stream(views).anyMatch(count -> count != 0);
  }

  /** Returns the views of the last so many minutes, the current one included. */
  static long last(int[] views, int minutes, long now) {
    return between(views, now - minutes + 1, now);
  }

  /**
   * Returns by how much the last ten minutes exceed what the hour before them lets expect, in units
   * of the usual fluctuation: (x−μ)/√(μ+1); 0 where they do not, or have fewer than 30 views.
   */
  static double rise(int[] views, long now) {
    long x = last(views, NOW, now);
    double expected = between(views, now - KEPT + 1, now - NOW) * NOW / (double) (KEPT - NOW);
    return x < LEAST ? 0 : Math.max(0, (x - expected) / Math.sqrt(expected + 1));
  }

  private static long between(int[] views, long first, long last) {
    long sum = 0;
    for (long minute = first; minute <= last; minute++) {
      sum += views[place(minute)];
    }
    return sum;
  }

  private static int place(long minute) {
    return Math.floorMod(minute, KEPT);
  }
}
