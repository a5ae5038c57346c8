package io.broadsheet.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.broadsheet.settings.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordListsTest {
  private static final int LONG = 1 << 18;

  private final WordLists lists =
      new WordLists(
          Map.of(
              Language.KK, List.of("ақымақ", "есек", "топас", "қу көсе"),
              Language.RU, List.of("дурак", "болван", "тупица", "пустое место", "ёлки"),
              Language.EN, List.of("idiot", "dummy", "fool", "cop", "empty head")));

  @ParameterizedTest
  @CsvSource({
    """
    ақымақ, ақымақтар ақымақтың ақымаққа ақымақты ақымақта ақымақтан ақымақпен ақымағым ақымағың \
    ақымағы ақымағымыз ақымақтарымыздан ақымақтарға ақымақпын ақымақсың ақымақсыз ақымақсыңдар \
    ақымақпыз ақымақтағы ақымақтікі ақымақтай ақымағына ақымақтарыңыздың АҚЫМАҚТАР""",
    """
    есек, есектер есектің есекке есекті есекте есектен есекпен есегім есегің есегі есегіңіз \
    есектерімізден есекпін есексің есексіз есекпіз есексіңдер есектегі есегіне есегінде есектей""",
    """
    топас, топастар топастың топасқа топасты топаста топастан топаспен топасым топасың топасы \
    топасымыз топаспын топассың топастарға топастарды топасына""",
    """
    дурак, дурака дураку дураком дураке дураки дураков дуракам дураками дураках Дурак ДУРАКИ""",
    """
    болван, болвана болвану болваном болване болваны болванов болванам болванами болванах \
    Болван БОЛВАНЫ болвана́""",
    """
    тупица, тупицы тупице тупицу тупицей тупицею тупиц тупицам тупицами тупицах Тупица тупи́ца \
    ТУПИЦЫ""",
    "idiot, idiots idiot's idiots' Idiot IDIOTS idiot’s idiotes idioting idioted idiots’ idiot- -idiot",
    "dummy, dummies dummy's dummies' Dummy DUMMIES dummied dummying dummy’s dummies’ dummy- «dummy»",
    "fool, fools fool's fools' fooled fooling Fool FOOLS fooling. fooled! fool’s fool- (fools)",
  })
  void inflectedFormsAreFound(String listed, String forms) {
    for (String form : forms.split(" ", -1)) {
      assertThat(lists.found("Ал, ну, well: " + form + ", сол")).as(form).contains(listed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "дурак, дypaк", // Latin y, p, a
    "дурак, д\u200bу\u200bр\u200bа\u200bк\u200bи",
    "дурак, дур@ками",
    "дурак, д у р а к а м",
    "дурак, д*у*р*а*к",
    "дурак, дурррак2022",
    "дурак, д̶у̶р̶а̶к̶",
    "ёлки, Елки",
    "idiot, 1d10ts",
    "idiot, іdіоts", // Cyrillic і, о
    "idiot, i.d.i.o.t.s",
    "idiot, 𝓲𝓭𝓲𝓸𝓽",
    "fool, f00l",
    "fool, foo1s",
    "fool, fooooooled",
    "cop, сорs", // Cyrillic с, о, р
    "cop, сор", // all Cyrillic
    "ақымақ, aқымaқтap", // Latin a, p
    "ақымақ, ақыыыымақ",
    "ақымақ, а-қ-ы-м-а-қ-т-а-р",
    "есек, eceгі", // Latin e, c, e
  })
  void tricksAreSeenThrough(String listed, String text) {
    assertThat(lists.found(text)).contains(listed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"акымак", "акымактарга", "акымагымыз", "акымаксын", "акымактын"})
  void kazakhTypedOnARussianKeyboardIsFound(String form) {
    assertThat(lists.found(form)).contains("ақымақ");
  }

  @ParameterizedTest
  @CsvSource({
    "пустое место, Он — пустым местом был",
    "пустое место, п у с т о е; место",
    "empty head, their EMPTY heads!",
    "қу көсе, бір қу көселерге",
  })
  void phrasesAreFoundInTheirForms(String listed, String text) {
    assertThat(lists.found(text)).contains(listed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Придурковатый задурачился", // holds the word, is another
        "Одуракивание скунсхорпское",
        "foolscap copy foolhardy Scunthorpe idiotype",
        "есепші Есекеев топасжан ақымақжан",
        "есектар ақымақтер", // against vowel harmony
        "пустое и место, место пустое, head empty",
        "ду рак",
        "Рахмет, жақсы мақала!",
        "https://example.com/2026/11/23",
      })
  void otherWordsAreLeftAlone(String text) {
    assertThat(lists.found(text)).isEmpty();
  }

  @Test
  void anEntryOfNothingMatchesNothing() {
    assertThat(new WordLists(Map.of(Language.RU, List.of("", "…"))).found("а б в … !")).isEmpty();
    assertThat(new WordLists(Map.of()).found("дурак")).isEmpty();
  }

  @Test
  void wordsAreCounted() {
    assertThat(lists.size()).isEqualTo(14);
  }

  @Test
  void longListsAndLongTextsTakeNoLongerThanTheyAre() {
    List<String> many = IntStream.range(0, 20_000).mapToObj(i -> "слово" + letters(i)).toList();
    WordLists longest =
        new WordLists(Map.of(Language.KK, many, Language.RU, many, Language.EN, many));
    assertThat(longest.found("Вот: слово" + letters(777) + "!")).contains("слово" + letters(777));
    for (String piece : List.of("слово ", "а ", "дурак", "лар", "қу ", "1", "\u0301")) {
      String text = "ж" + piece.repeat(LONG / piece.length());
      assertTimeout(Duration.ofSeconds(10), () -> longest.found(text), () -> piece);
    }
  }

  /** Returns a number in letters, of which no two in a row look alike. */
  private static String letters(int number) {
    return Integer.toString(number, 8)
        .chars()
        .mapToObj(digit -> "бвдзлмпф".substring(digit - '0', digit - '0' + 1) + "ю")
        .collect(Collectors.joining());
  }
}
