package io.broadsheet.newsroom;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts together what two have made of one list: what one of them changed is taken from them, and
 * only what both changed differently is left to be decided.
 *
 * <p>The way of diff3, as described by Khanna, Kunal and Pierce (“A Formal Investigation of Diff3”,
 * 2007), but that changes to neighbours do not contradict each other.
 */
final class ThreeWay {
  private ThreeWay() {}

  /** A run of the merged list. */
  sealed interface Part<T> {
    /** What both have, or one of them changed alone. */
    record Agreed<T>(List<T> items) implements Part<T> {}

    /** What both changed, each in another way. */
    record Torn<T>(List<T> mine, List<T> theirs) implements Part<T> {}
  }

  /** A run of the base that a side replaced: from the first item to before the last. */
  private record Change<T>(boolean mine, int from, int to, List<T> items) {
    boolean meets(int start, int end) {
      // Two that put something in at the same place contradict each other as to the order.
      return from < end || (from == end && from == start && to == from);
    }
  }

  /** Returns the merged list in its parts, from first to last. */
  static <T> List<Part<T>> merge(List<T> base, List<T> mine, List<T> theirs) {
    List<Change<T>> changes = new ArrayList<>(changes(true, base, mine));
    changes.addAll(changes(false, base, theirs));
    changes.sort(Comparator.<Change<T>>comparingInt(Change::from).thenComparingInt(Change::to));
    List<Part<T>> parts = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < changes.size(); ) {
      int start = changes.get(i).from();
      int end = changes.get(i).to();
      int next = i + 1;
      while (next < changes.size() && changes.get(next).meets(start, end)) {
        end = Math.max(end, changes.get(next).to());
        next++;
      }
      agree(parts, base.subList(done, start));
      List<Change<T>> together = changes.subList(i, next);
      decide(
          parts,
          base.subList(start, end),
          side(base, together, true, start, end),
          side(base, together, false, start, end));
      done = end;
      i = next;
    }
    agree(parts, base.subList(done, base.size()));
    return parts;
  }

  private static <T> void decide(List<Part<T>> parts, List<T> base, List<T> mine, List<T> theirs) {
    if (mine.equals(theirs) || theirs.equals(base)) {
      agree(parts, mine);
    } else if (mine.equals(base)) {
      agree(parts, theirs);
    } else {
      parts.add(new Part.Torn<>(mine, theirs));
    }
  }

  private static <T> void agree(List<Part<T>> parts, List<T> items) {
    if (items.isEmpty()) {
      return;
    }
    if (!parts.isEmpty() && parts.getLast() instanceof Part.Agreed<T>(List<T> before)) {
      List<T> longer = new ArrayList<>(before);
      longer.addAll(items);
      parts.set(parts.size() - 1, new Part.Agreed<>(longer));
    } else {
      parts.add(new Part.Agreed<>(List.copyOf(items)));
    }
  }

  /** What a side has where the base has the items from {@code start} to before {@code end}. */
  private static <T> List<T> side(
      List<T> base, List<Change<T>> changes, boolean mine, int start, int end) {
    List<T> items = new ArrayList<>();
    int done = start;
    for (Change<T> change : changes) {
      if (change.mine() == mine) {
        items.addAll(base.subList(done, change.from()));
        items.addAll(change.items());
        done = change.to();
      }
    }
    items.addAll(base.subList(done, end));
    return items;
  }

  private static <T> List<Change<T>> changes(boolean mine, List<T> base, List<T> side) {
    List<Change<T>> changes = new ArrayList<>();
    for (AbstractDelta<T> delta : DiffUtils.diff(base, side).getDeltas()) {
      int from = delta.getSource().getPosition();
      List<T> gone = delta.getSource().getLines();
      List<T> come = delta.getTarget().getLines();
      if (delta.getType() == DeltaType.CHANGE && gone.size() == come.size()) {
        for (int i = 0; i < gone.size(); i++) {
          changes.add(new Change<>(mine, from + i, from + i + 1, List.of(come.get(i))));
        }
      } else {
        changes.add(new Change<>(mine, from, from + gone.size(), come));
      }
    }
    return changes;
  }
}
