package io.broadsheet.reactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many readers reacted to an article, and how.
 *
 * @param counts how many there are of each kind that is offered, in the order in which they are
 *     offered; then of those that were offered once and of which there are any
 */
public record Reacted(List<Kind> counts) {
  public Reacted {
    counts = List.copyOf(counts);
  }

  /**
   * One kind of reaction.
   *
   * @param emoji what readers see
   * @param count 0 or more
   */
  public record Kind(String emoji, long count) {}

  /** Returns how many reactions there are of all kinds. */
  public long total() {
    return counts.stream().mapToLong(Kind::count).sum();
  }

  /** Puts counts into the order of what is offered. */
  static Reacted of(List<String> offered, Map<String, Long> found) {
    List<Kind> counts = new ArrayList<>();
    offered.forEach(emoji -> counts.add(new Kind(emoji, found.getOrDefault(emoji, 0L))));
    found.forEach(
        (emoji, count) -> {
          if (count > 0 && !offered.contains(emoji)) {
            counts.add(new Kind(emoji, count));
          }
        });
    return new Reacted(counts);
  }
}
