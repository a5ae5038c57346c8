package io.broadsheet.audience;

import java.time.Duration;
import java.util.Arrays;

/**
 * The views that counted within the last half hour, by which repeats are known.
 *
 * <p>A view is kept as one number of 64 bits, mixed from the visitor's key, which is random, and
 * the article: that two of ten million views are taken for one has a chance of about one in two
 * hundred thousand. The numbers lie in an open-addressing table and, in the order of their coming,
 * in a ring from which they expire; taking back the newest of them is as cheap. For one thread.
 */
final class RecentViews {
  /** How long after it counted a view makes others repeats; the end of it counts again. */
  static final Duration WINDOW = Duration.ofMinutes(30);

  private static final long EMPTY = 0;

  private final int most;
  private long[] table = new long[4_096];

  /** How many quarters of the article were read, by the places of the table. */
  private byte[] depths = new byte[4_096];

  private long[] ring = new long[2_048];
  private long[] times = new long[2_048];
  private int head;
  private int size;

  /** Starts empty, to keep no more than this many views. */
  RecentViews(int most) {
    this.most = most;
  }

  /** Returns the number that stands for a visitor's view of an article. */
  static long number(long visitor, long article) {
    long mixed = (visitor ^ (article * 0x9e3779b97f4a7c15L)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 32)) * 0x94d049bb133111ebL;
    mixed ^= mixed >>> 29;
    return mixed == EMPTY ? 1 : mixed;
  }

  boolean contains(long number) {
    return table[place(number)] == number;
  }

  /**
   * Notes how many quarters of an article were read and returns how many were before; the same if
   * the view is not known.
   */
  int deepen(long number, int quarters) {
    int at = place(number);
    if (table[at] != number) {
      return quarters;
    }
    int before = depths[at];
    depths[at] = (byte) Math.max(before, quarters);
    return before;
  }

  /** Takes back what was noted of an article that is known. */
  void setDepth(long number, int quarters) {
    depths[place(number)] = (byte) quarters;
  }

  boolean isFull() {
    return size == most;
  }

  int size() {
    return size;
  }

  /**
   * Keeps a view that was not known.
   *
   * @param at when it counts, in epoch milliseconds, not before the one kept last
   */
  void add(long number, long at) {
    if (size == ring.length) {
      grow();
    }
    table[place(number)] = number;
    int last = (head + size) & (ring.length - 1);
    ring[last] = number;
    times[last] = at;
    size++;
  }

  /** Forgets what counted so long before this time that it may count again. */
  void expire(long now) {
    long before = now - WINDOW.toMillis();
    while (size > 0 && times[head] <= before) {
      remove(ring[head]);
      head = (head + 1) & (ring.length - 1);
      size--;
    }
  }

  /** Takes back those kept last, so that this many remain. */
  void truncate(int remaining) {
    while (size > remaining) {
      size--;
      remove(ring[(head + size) & (ring.length - 1)]);
    }
  }

  void clear() {
    Arrays.fill(table, EMPTY);
    Arrays.fill(depths, (byte) 0);
    head = 0;
    size = 0;
  }

  /** Returns where a number is, or the empty place where it would be. */
  private int place(long number) {
    int mask = table.length - 1;
    int at = (int) (number >>> 32) & mask;
    while (table[at] != EMPTY && table[at] != number) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /** Closes the gap that a number leaves, so that no search ends before its goal. */
  private void remove(long number) {
    int mask = table.length - 1;
    int gap = place(number);
    int at = gap;
    while (true) {
      at = (at + 1) & mask;
      if (table[at] == EMPTY) {
        break;
      }
      int home = (int) (table[at] >>> 32) & mask;
      if (((at - home) & mask) >= ((at - gap) & mask)) {
        table[gap] = table[at];
        depths[gap] = depths[at];
        gap = at;
      }
    }
    table[gap] = EMPTY;
    depths[gap] = 0;
  }

  private void grow() {
    int length = ring.length;
    long[] longerRing = new long[length * 2];
    long[] longerTimes = new long[length * 2];
    for (int i = 0; i < size; i++) {
      int from = (head + i) & (length - 1);
      longerRing[i] = ring[from];
      longerTimes[i] = times[from];
    }
    ring = longerRing;
    times = longerTimes;
    head = 0;
    long[] before = table;
    byte[] depthsBefore = depths;
    table = new long[length * 4];
    depths = new byte[length * 4];
    for (int i = 0; i < before.length; i++) {
      if (before[i] != EMPTY) {
        int at = place(before[i]);
        table[at] = before[i];
        depths[at] = depthsBefore[i];
      }
    }
  }
}
