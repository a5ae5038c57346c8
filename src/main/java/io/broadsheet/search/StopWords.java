package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;

/** The words of each language by which a question is put, and which are not looked for. */
final class StopWords {
  private static final Map<Language, Set<String>> WORDS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      WORDS.put(language, read(language));
    }
  }

  private StopWords() {}

  /** Tells whether a word says nothing of what is looked for in texts of a language. */
  static boolean contains(Language language, String word) {
    return Objects.requireNonNull(WORDS.get(language)).contains(Analyzers.form(word));
  }

  /** Returns the terms that an analyzer makes of them. */
  static Set<String> terms(Language language, Analyzer analyzer) {
    String words = String.join(" ", Objects.requireNonNull(WORDS.get(language)));
    return Analyzers.terms(analyzer, ReadersField.TEXT.in(language), words, Integer.MAX_VALUE)
        .stream()
        .flatMap(word -> word.terms().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> read(Language language) {
    return read("/search/stopwords_" + language.code() + ".txt")
        .map(Analyzers::plain)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the words of a list, whose lines of remarks begin with a number sign. */
  static Stream<String> read(String name) {
    try (InputStream in = Objects.requireNonNull(StopWords.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .filter(word -> !word.isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
