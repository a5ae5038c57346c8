package io.broadsheet.russian;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Stems of Russian words.
 *
 * <p>A stemmer that knows endings alone, Snowball's, parts the forms of words whose stem changes:
 * паводок, паводком; лёд, льдом. So a word has the stems of its lemmas, too, and two forms of a
 * word always have one in common.
 */
public final class RussianStemmer {
  /** Words that Snowball takes for forms of others: паром is no пар. */
  private static final Map<String, String> OTHERWISE = otherwise();

  private final RussianLemmas lemmas = new RussianLemmas();
  private final org.tartarus.snowball.ext.RussianStemmer endings =
      new org.tartarus.snowball.ext.RussianStemmer();

  /**
   * Returns the stem of a word itself, and then those of its lemmas that are others.
   *
   * @param word in lower case and without ё
   */
  public List<String> of(String word) {
    List<String> stems = new ArrayList<>();
    stems.add(ofEndings(word));
    for (String lemma : lemmas.of(word)) {
      String stem = ofEndings(lemma);
      if (!stems.contains(stem)) {
        stems.add(stem);
      }
    }
    return stems;
  }

  private String ofEndings(String word) {
    String known = OTHERWISE.get(word);
    if (known != null) {
      return known;
    }
    endings.setCurrent(word);
    endings.stem();
    return endings.getCurrent();
  }

  private static Map<String, String> otherwise() {
    try (InputStream in =
        Objects.requireNonNull(RussianStemmer.class.getResourceAsStream("/russian/stems.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .map(pair -> pair.split("=", 2))
          .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of Russian stems cannot be read", e);
    }
  }
}
