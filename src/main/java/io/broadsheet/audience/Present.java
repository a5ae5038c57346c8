package io.broadsheet.audience;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What is read at present.
 *
 * <p>A reader of two stories counts with both of them.
 *
 * @param readers those who came to a story within the last five minutes
 * @param lastHour the views of the last hour
 * @param lastDay the views of the last 24 hours
 * @param stories those that were read within the last 24 hours, the one with most readers first,
 *     then by the views of the hour and of the day
 */
public record Present(long readers, long lastHour, long lastDay, List<Story> stories) {
  public Present {
    stories = List.copyOf(stories);
  }

  /**
   * One story.
   *
   * @param article its id
   * @param readers those who came to it within the last five minutes
   * @param lastHour its views of the last hour
   * @param lastDay its views of the last 24 hours
   * @param views its views of all time
   */
  public record Story(long article, long readers, long lastHour, long lastDay, long views) {}

  /** Adds stories up and keeps the first of them; for one thread. */
  static final class Gathering {
    private static final Comparator<Story> ORDER =
        Comparator.comparingLong(Story::readers)
            .thenComparingLong(Story::lastHour)
            .thenComparingLong(Story::lastDay)
            .thenComparingLong(Story::article);

    private final int limit;
    private final PriorityQueue<Story> first = new PriorityQueue<>(ORDER);
    private long readers;
    private long lastHour;
    private long lastDay;

    Gathering(int limit) {
      this.limit = limit;
    }

    void add(Story story) {
      readers += story.readers();
      lastHour += story.lastHour();
      lastDay += story.lastDay();
      if (story.lastDay() > 0) {
        first.add(story);
        if (first.size() > limit) {
          first.remove();
        }
      }
    }

    Present gathered() {
      Deque<Story> stories = new ArrayDeque<>();
      while (!first.isEmpty()) {
        stories.addFirst(first.remove());
      }
      return new Present(readers, lastHour, lastDay, List.copyOf(stories));
    }
  }
}
