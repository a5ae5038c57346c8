package io.broadsheet.audience;

import java.util.Arrays;

/**
 * Counts keys within one minute, up to a number of keys beyond which new ones are not counted.
 *
 * <p>Open addressing over primitives, so that counting a view costs nanoseconds. For one thread.
 */
final class MinuteCounts {
  private static final int PLACES = 1 << 16;
  private static final int MOST = PLACES / 2;

  private final long[] keys = new long[PLACES];
  private final int[] counts = new int[PLACES];
  private int size;

  /** Counts a key once more, and returns how often it was; 0 if there are too many others. */
  int count(long key) {
    int at = (int) ((key * 0x9e3779b97f4a7c15L) >>> 48);
    while (counts[at] > 0 && keys[at] != key) {
      at = (at + 1) & (PLACES - 1);
    }
    if (counts[at] == 0) {
      if (size == MOST) {
        return 0;
      }
      keys[at] = key;
      size++;
    }
    return ++counts[at];
  }

  /** Begins another minute. */
  void clear() {
    if (size > 0) {
      Arrays.fill(counts, 0);
      size = 0;
    }
  }
}
