package io.broadsheet.audience;

import java.util.Arrays;

/**
 * Numbers article ids from 0 in the order of their coming, in twelve bytes or so an id.
 *
 * <p>A find may run while another thread adds: it then may miss an id, but ends and gives no wrong
 * one that the caller's lock would not tell it to doubt.
 */
final class Ids {
  private static final int NONE = -1;

  private long[] ids = new long[1_024];
  private int[] table = table(2_048);
  private int size;

  /** Returns the number of an id, or -1 if it has none. */
  int find(long id) {
    int[] slots = table;
    long[] known = ids;
    int mask = slots.length - 1;
    int at = hash(id) & mask;
    while (slots[at] != NONE) {
      int index = slots[at];
      if (index < known.length && known[index] == id) {
        return index;
      }
      at = (at + 1) & mask;
    }
    return NONE;
  }

  /** Returns the number of an id, giving it the next one if it has none. */
  int add(long id) {
    int known = find(id);
    if (known >= 0) {
      return known;
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, Columns.grown(size));
    }
    if (size >= table.length / 3 * 2) {
      int[] larger = table(table.length * 2);
      for (int i = 0; i < size; i++) {
        put(larger, ids[i], i);
      }
      table = larger;
    }
    ids[size] = id;
    put(table, id, size);
    return size++;
  }

  long id(int index) {
    return ids[index];
  }

  int size() {
    return size;
  }

  private static int[] table(int length) {
    int[] table = new int[length];
    Arrays.fill(table, NONE);
    return table;
  }

  private static void put(int[] table, long id, int index) {
    int mask = table.length - 1;
    int at = hash(id) & mask;
    while (table[at] != NONE) {
      at = (at + 1) & mask;
    }
    table[at] = index;
  }

  private static int hash(long id) {
    long mixed = id * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32);
  }
}
