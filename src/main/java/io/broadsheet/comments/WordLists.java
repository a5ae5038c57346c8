package io.broadsheet.comments;

import static java.util.Comparator.comparingInt;

import io.broadsheet.settings.Language;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.PorterStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * The words and phrases that call a moderator, found in whatever form they stand in a text.
 *
 * <p>Every list is asked about every text, as readers mix their languages. Words are found whole,
 * by their stems: Porter's of English, Snowball's of Russian, {@link KazakhEndings} of Kazakh; and
 * through the tricks of which {@link Skeleton} knows. A text takes as long whatever the length of
 * the lists: stems are looked up in a tree, whose branches are the words of phrases.
 */
final class WordLists {
  /** Letters of the longest word that is looked up; what is longer is in no list. */
  private static final int LONGEST_WORD = 60;

  private static final Pattern LAST_VOWEL = Pattern.compile("[аеийоуыьэюя]$");

  private final Map<Language, Node> roots = new EnumMap<>(Language.class);
  private final int size;

  /** Reads lists of words, and phrases of several words, in their basic form. */
  WordLists(Map<Language, List<String>> lists) {
    lists.forEach(
        (language, words) -> {
          if (words.isEmpty()) {
            return;
          }
          Node root = new Node();
          words.forEach(word -> root.add(word, listed(language, word), 0));
          roots.put(language, root);
        });
    size = lists.values().stream().mapToInt(List::size).sum();
  }

  /** Returns how many words and phrases are listed. */
  int size() {
    return size;
  }

  /** Returns a listed word or phrase that occurs in a text, as it is listed. */
  Optional<String> found(String text) {
    if (roots.isEmpty()) {
      return Optional.empty();
    }
    List<Set<String>> words = Skeleton.readings(text);
    return roots.entrySet().stream()
        .flatMap(root -> found(root.getValue(), stems(root.getKey(), words)).stream())
        .findFirst();
  }

  private static Optional<String> found(Node root, List<Set<String>> stems) {
    for (int start = 0; start < stems.size(); start++) {
      Optional<String> found = root.found(stems, start);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns for each word of an entry by which stems it is found. */
  private static List<Set<String>> listed(Language language, String entry) {
    List<Set<String>> listed = new ArrayList<>();
    for (Set<String> readings : Skeleton.readings(entry)) {
      String word =
          readings.stream()
              .filter(reading -> language != Language.EN || !isCyrillic(reading))
              .max(comparingInt(String::length))
              .orElseGet(() -> readings.iterator().next());
      listed.add(
          switch (language) {
            case KK -> new LinkedHashSet<>(List.of(word, KazakhEndings.onRussianKeyboard(word)));
            case RU -> stems(language, List.of(russianForms(word))).getFirst();
            case EN -> stems(language, List.of(Set.of(word))).getFirst();
          });
    }
    return listed;
  }

  /**
   * Returns a word and some of its forms, whose stems differ where Snowball takes the end of a noun
   * for that of a verb: болва of болван and болвана, but болван of болвану.
   */
  private static Set<String> russianForms(String word) {
    String start = LAST_VOWEL.matcher(word).replaceAll("");
    Set<String> forms = new LinkedHashSet<>(List.of(word));
    for (String ending : List.of("а", "у", "ы", "ом", "ами")) {
      forms.add(start + ending);
    }
    return forms;
  }

  private static boolean isCyrillic(String word) {
    return word.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.CYRILLIC);
  }

  private static List<Set<String>> stems(Language language, List<Set<String>> words) {
    return switch (language) {
      case KK -> words.stream().map(WordLists::kazakh).toList();
      case RU -> snowball(new RussianStemmer(), words);
      case EN -> snowball(new PorterStemmer(), words);
    };
  }

  private static Set<String> kazakh(Set<String> readings) {
    Set<String> stems = new LinkedHashSet<>();
    for (String word : readings) {
      if (word.length() <= LONGEST_WORD) {
        stems.addAll(KazakhEndings.stems(word));
      }
    }
    return stems;
  }

  private static List<Set<String>> snowball(SnowballStemmer stemmer, List<Set<String>> words) {
    List<Set<String>> all = new ArrayList<>();
    for (Set<String> readings : words) {
      Set<String> stems = new LinkedHashSet<>();
      for (String word : readings) {
        if (word.length() <= LONGEST_WORD) {
          stemmer.setCurrent(word);
          stemmer.stem();
          stems.add(stemmer.getCurrent());
        }
      }
      all.add(stems);
    }
    return all;
  }

  /** What is listed that begins with the same stems. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private @Nullable String listed;

    void add(String entry, List<Set<String>> stems, int at) {
      if (at < stems.size()) {
        for (String stem : stems.get(at)) {
          next.computeIfAbsent(stem, _ -> new Node()).add(entry, stems, at + 1);
        }
      } else if (at > 0) {
        listed = entry;
      }
    }

    Optional<String> found(List<Set<String>> stems, int at) {
      if (listed != null || at == stems.size()) {
        return Optional.ofNullable(listed);
      }
      return stems.get(at).stream()
          .map(next::get)
          .flatMap(node -> node == null ? Stream.empty() : node.found(stems, at + 1).stream())
          .findFirst();
    }
  }
}
