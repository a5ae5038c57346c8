package io.broadsheet.russian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;

/**
 * The dictionary forms of Russian words: лёд of льдом, пёс of псам.
 *
 * <p>The dictionary is that of the AOT project, as LanguageTool hands it on (LGPL, unmodified).
 */
final class RussianLemmas {
  private static final Dictionary DICTIONARY = read();

  private final DictionaryLookup lookup = new DictionaryLookup(DICTIONARY);

  private static Dictionary read() {
    URL file =
        Objects.requireNonNull(
            Dictionary.class.getResource("/org/languagetool/resource/ru/russian.dict"));
    try {
      return Dictionary.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the dictionary of Russian cannot be read", e);
    }
  }

  /**
   * Returns all words that this may be a form of; none if the dictionary does not know it.
   *
   * @param word in lower case and without ё
   */
  List<String> of(String word) {
    return lookup.lookup(word).stream()
        .map(form -> form.getStem().toString().replace('ё', 'е'))
        .distinct()
        .toList();
  }
}
