package io.broadsheet.kazakh;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well stems do what they are for, by a text whose words have their lemmas: forms of one lemma
 * should meet in one stem, and different lemmas should not.
 */
public final class StemEvaluation {
  private static final int FORM = 1;
  private static final int LEMMA = 2;
  private static final int KIND = 3;
  private static final int COLUMNS = 10;

  /** Of each lemma its forms; a word is a lemma and its part of speech. */
  private final Map<String, Set<String>> forms = new TreeMap<>();

  /**
   * What was found.
   *
   * @param lemmas how many there are
   * @param forms how many different forms of lemmas there are
   * @param met how many of them have the stem that most forms of their lemma have
   * @param collided how many lemmas share that stem with another one, of whatever part of speech
   */
  public record Result(int lemmas, int forms, int met, int collided) {}

  /**
   * Reads a CoNLL-U file: lines of ten columns parted by tabs, of which the second is the form, the
   * third the lemma and the fourth the part of speech. Numbers, signs and names of several words
   * are passed over.
   *
   * @throws IOException if the text ends badly
   * @throws IllegalArgumentException if a line is no line of CoNLL-U, with its number
   */
  public void read(BufferedReader text) throws IOException {
    int number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      line = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      if (columns.length != COLUMNS) {
        throw new IllegalArgumentException(
            "Line " + number + " has " + columns.length + " columns and not ten.");
      }
      if (columns[0].chars().allMatch(Character::isDigit)) {
        add(columns[LEMMA], columns[KIND], columns[FORM]);
      }
    }
  }

  /** Adds a form of a lemma. */
  void add(String lemma, String kind, String form) {
    if (isWord(lemma) && isWord(form)) {
      forms.computeIfAbsent(lower(lemma) + " " + kind, _ -> new HashSet<>()).add(lower(form));
    }
  }

  /** Counts what meets. */
  public Result result() {
    Map<String, Set<String>> lemmasOfStem = new HashMap<>();
    int all = 0;
    int met = 0;
    for (Map.Entry<String, Set<String>> entry : forms.entrySet()) {
      String lemma = entry.getKey().split(" ", 2)[0];
      Map<String, Integer> stems = new TreeMap<>();
      entry.getValue().forEach(form -> stems.merge(KazakhStemmer.stem(form), 1, Integer::sum));
      Map.Entry<String, Integer> common =
          Collections.max(stems.entrySet(), Map.Entry.comparingByValue());
      lemmasOfStem.computeIfAbsent(common.getKey(), _ -> new HashSet<>()).add(lemma);
      all += entry.getValue().size();
      met += common.getValue();
    }
    int collided =
        lemmasOfStem.values().stream().mapToInt(Set::size).filter(several -> several > 1).sum();
    return new Result(forms.size(), all, met, collided);
  }

  private static boolean isWord(String text) {
    return !text.isEmpty() && text.chars().allMatch(letter -> Character.isLetter(letter));
  }

  private static String lower(String word) {
    return KazakhLetters.cyrillic(word.toLowerCase(Locale.ROOT));
  }
}
