package io.broadsheet.demo;

import java.util.random.RandomGenerator;

/**
 * How many readers come when, and what they open.
 *
 * <p>Readers come in waves. Few stories get most of them, as a power law has it; which ones drifts,
 * each story's luck swinging with a period and a phase of its own, so that the top ten moves.
 */
final class Readership {
  static final double FEWEST_PER_SECOND = 5;
  static final double MOST_PER_SECOND = 20;

  private static final double WAVE_SECONDS = 90;
  private static final double SKEW = 0.9;
  private static final double SWING = 1.5;
  private static final double SHORTEST_PERIOD_SECONDS = 120;
  private static final double LONGEST_PERIOD_SECONDS = 420;

  private final double[] periods;
  private final double[] phases;
  private final RandomGenerator random;

  /**
   * Makes a readership.
   *
   * @param stories how many there are to open, at least one
   * @param random decides over everything
   */
  Readership(int stories, RandomGenerator random) {
    this.random = random;
    this.periods =
        random.doubles(stories, SHORTEST_PERIOD_SECONDS, LONGEST_PERIOD_SECONDS).toArray();
    this.phases = random.doubles(stories, 0, 2 * Math.PI).toArray();
  }

  /** Returns how many stories are opened a second, this many seconds after the beginning. */
  static double viewsPerSecond(double seconds) {
    double middle = (FEWEST_PER_SECOND + MOST_PER_SECOND) / 2;
    double height = (MOST_PER_SECOND - FEWEST_PER_SECOND) / 2;
    return middle + height * Math.sin(2 * Math.PI * seconds / WAVE_SECONDS);
  }

  /** Returns which story the next reader opens, counted from 0. */
  int next(double seconds) {
    double[] upTo = new double[periods.length];
    double sum = 0;
    for (int story = 0; story < upTo.length; story++) {
      sum += weight(story, seconds);
      upTo[story] = sum;
    }
    double drawn = random.nextDouble(sum);
    int story = 0;
    while (story < upTo.length - 1 && upTo[story] <= drawn) {
      story++;
    }
    return story;
  }

  private double weight(int story, double seconds) {
    double luck = Math.sin(2 * Math.PI * seconds / periods[story] + phases[story]);
    return Math.exp(SWING * luck) / Math.pow(story + 1.0, SKEW);
  }
}
