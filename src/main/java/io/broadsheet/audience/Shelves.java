package io.broadsheet.audience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where articles stand: each combination of a language and topics that occurs has a number.
 *
 * <p>There are few of them however many articles there are, so a list finds out once which of them
 * it is about.
 */
final class Shelves {
  private final List<Shelf> shelves = new ArrayList<>();
  private final Map<Shelf, Integer> numbers = new HashMap<>();

  private record Shelf(String language, Set<String> topics) {}

  /** Returns the number of a combination, 1 or more. */
  int number(String language, Set<String> topics) {
    return numbers.computeIfAbsent(
        new Shelf(language, Set.copyOf(topics)),
        shelf -> {
          shelves.add(shelf);
          return shelves.size();
        });
  }

  /** Returns the language of a number. */
  String language(int number) {
    return shelves.get(number - 1).language();
  }

  /**
   * Tells of each number whether a list in this language and of this topic is about it; 0 is not.
   */
  boolean[] matching(@Nullable String language, @Nullable String topic) {
    boolean[] matching = new boolean[shelves.size() + 1];
    for (int i = 0; i < shelves.size(); i++) {
      Shelf shelf = shelves.get(i);
      matching[i + 1] =
          (language == null || shelf.language().equals(language))
              && (topic == null || shelf.topics().contains(topic));
    }
    return matching;
  }
}
