package io.broadsheet.audience;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The articles that somebody read within the longest window, with what each window counts.
 *
 * <p>Few of a million articles are among them, so lists and ticks look at these alone.
 */
final class Active {
  private static final int WINDOWS = Window.values().length;

  private int[] articles = new int[256];
  private long[] counts = new long[256 * WINDOWS];
  private long[] @Nullable [] sums = new long[256][];
  private int[] @Nullable [] minutes = new int[256][];
  private int size;

  int size() {
    return size;
  }

  /** Returns the number of the article in this row. */
  int article(int row) {
    return articles[row];
  }

  long count(int row, Window window) {
    return counts[row * WINDOWS + window.rank()];
  }

  double score(int row, long epoch) {
    long[] own = sums[row];
    return own == null ? 0 : Popularity.score(own, epoch);
  }

  /** Returns a copy of what an article's views of late weigh, by epochs. */
  long[] sums(int row) {
    long[] own = sums[row];
    return own == null ? new long[Popularity.EPOCHS] : own.clone();
  }

  long last(int row, int lastMinutes, long minute) {
    int[] own = minutes[row];
    return own == null ? 0 : LastMinutes.last(own, lastMinutes, minute);
  }

  double rise(int row, long minute) {
    int[] own = minutes[row];
    return own == null ? 0 : LastMinutes.rise(own, minute);
  }

  /** Takes an article in and returns its row. */
  int add(int article) {
    if (size == articles.length) {
      int larger = Columns.grown(size);
      articles = Arrays.copyOf(articles, larger);
      counts = Arrays.copyOf(counts, larger * WINDOWS);
      sums = Arrays.copyOf(sums, larger);
      minutes = Arrays.copyOf(minutes, larger);
    }
    articles[size] = article;
    Arrays.fill(counts, size * WINDOWS, (size + 1) * WINDOWS, 0);
    sums[size] = null;
    minutes[size] = null;
    return size++;
  }

  /** Adds to a window's count, or subtracts. */
  void count(int row, Window window, long views) {
    counts[row * WINDOWS + window.rank()] += views;
  }

  /** Lets events of one weight weigh in what is popular. */
  void weigh(int row, long minute, long weight, long events, long epoch) {
    long[] own = sums[row];
    if (own == null) {
      own = new long[Popularity.EPOCHS];
      sums[row] = own;
    }
    Popularity.add(own, minute, weight, events, epoch);
  }

  /** Counts views in one of the last minutes. */
  void countMinute(int row, long minute, long views, long now) {
    int[] own = minutes[row];
    if (own == null) {
      own = LastMinutes.none();
      minutes[row] = own;
    }
    LastMinutes.add(own, minute, views, now);
  }

  void advanceMinutes(long from, long to) {
    for (int row = 0; row < size; row++) {
      int[] own = minutes[row];
      if (own != null && !LastMinutes.advance(own, from, to)) {
        minutes[row] = null;
      }
    }
  }

  void advanceEpochs(long from, long to) {
    for (int row = 0; row < size; row++) {
      long[] own = sums[row];
      if (own != null && !Popularity.advance(own, from, to)) {
        sums[row] = null;
      }
    }
  }

  boolean isSpent(int row) {
    return count(row, Window.MONTH) == 0;
  }

  /**
   * Takes a row out and moves the last one into its place.
   *
   * @return the number of the article whose row is now this one, or -1 if it was the last
   */
  int remove(int row) {
    size--;
    if (row == size) {
      sums[row] = null;
      minutes[row] = null;
      return -1;
    }
    articles[row] = articles[size];
    System.arraycopy(counts, size * WINDOWS, counts, row * WINDOWS, WINDOWS);
    sums[row] = sums[size];
    sums[size] = null;
    minutes[row] = minutes[size];
    minutes[size] = null;
    return articles[row];
  }

  void clear() {
    Arrays.fill(sums, null);
    Arrays.fill(minutes, null);
    size = 0;
  }
}
