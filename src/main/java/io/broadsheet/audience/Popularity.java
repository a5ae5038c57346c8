package io.broadsheet.audience;

import java.util.Arrays;

/**
 * What is read now: the sum of w·2^(−age/2h) over the events of the last two days.
 *
 * <p>An event in minute m of a two-hour epoch e adds w·⌊2^16·2^(m/120)⌋ to the article's whole
 * number for e; its score is the sum of those numbers, each halved for every epoch that has passed,
 * added in the order of the epochs from the oldest. So the same history gives the same score to the
 * last bit, in whatever order it came and however often it was read anew. All scores are off by the
 * same factor, which the time within the current epoch gives; their order is not.
 */
final class Popularity {
  /** What a view weighs. */
  static final long VIEW = 1;

  /** The epochs that count, the current one included; the minute cells of all of them are kept. */
  static final int EPOCHS = 24;

  static final int EPOCH_MINUTES = 120;

  /** For how many minutes what readers do weighs. */
  static final long MINUTES = (long) EPOCHS * EPOCH_MINUTES;

  private static final long[] GROWTH = growth();

  private Popularity() {}

  private static long[] growth() {
    long[] growth = new long[EPOCH_MINUTES];
    for (int minute = 0; minute < EPOCH_MINUTES; minute++) {
      growth[minute] = (long) StrictMath.floor(65_536 * StrictMath.pow(2, minute / 120.0));
    }
    return growth;
  }

  static long epoch(long minute) {
    return Math.floorDiv(minute, EPOCH_MINUTES);
  }

  /** Adds events of one weight to the sums of an article, unless their epoch has passed. */
  static void add(long[] sums, long minute, long weight, long events, long now) {
    long epoch = epoch(minute);
    if (epoch > now - EPOCHS) {
      sums[place(epoch)] += weight * events * GROWTH[Math.floorMod(minute, EPOCH_MINUTES)];
    }
  }

  /** Makes room for the epochs that have begun and tells whether anything is left in the others. */
  static boolean advance(long[] sums, long from, long to) {
    for (long epoch = Math.max(from + 1, to - EPOCHS + 1); epoch <= to; epoch++) {
      sums[place(epoch)] = 0;
    }
    return Arrays.stream(sums).anyMatch(sum -> sum != 0);
  }

  static double score(long[] sums, long now) {
    double score = 0;
    for (int age = EPOCHS - 1; age >= 0; age--) {
      score += Math.scalb((double) sums[place(now - age)], -age);
    }
    return score;
  }

  private static int place(long epoch) {
    return Math.floorMod(epoch, EPOCHS);
  }
}
