package io.broadsheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.settings.Language;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final String READER = "reader";
  private static final Set<String> PLURALS = Set.of("one", "few", "many", "other");

  @ParameterizedTest
  @ValueSource(strings = {READER, "newsroom"})
  void everyLanguageHasTheSameTexts(String folder) {
    Set<String> kazakh = singular(Words.of(folder, Language.KK));
    assertThat(singular(Words.of(folder, Language.RU))).isEqualTo(kazakh);
    assertThat(singular(Words.of(folder, Language.EN))).isEqualTo(kazakh);
  }

  @Test
  void everyCountedNounHasTheFormsOfItsLanguage() {
    for (Language language : Language.values()) {
      Words words = Words.of(READER, language);
      for (long number = 0; number < 130; number++) {
        assertThat(words.count("hours", number)).startsWith(number + "\u00a0");
        assertThat(words.count("days", number)).startsWith(number + "\u00a0");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RU, 1, 1 час", "RU, 2, 2 часа", "RU, 4, 4 часа", "RU, 5, 5 часов", "RU, 11, 11 часов",
    "RU, 12, 12 часов", "RU, 14, 14 часов", "RU, 21, 21 час", "RU, 24, 24 часа",
        "RU, 111, 111 часов",
    "RU, 0, 0 часов", "KK, 1, 1 сағат", "KK, 24, 24 сағат", "EN, 1, 1 hour", "EN, 24, 24 hours"
  })
  void countsByTheRulesOfTheLanguage(Language language, long number, String expected) {
    assertThat(Words.of(READER, language).count("hours", number))
        .isEqualTo(expected.replace(' ', '\u00a0'));
  }

  private static Set<String> singular(Words words) {
    return words.keys().stream()
        .map(
            key -> {
              int dot = key.lastIndexOf('.');
              return dot > 0 && PLURALS.contains(key.substring(dot + 1))
                  ? key.substring(0, dot)
                  : key;
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
