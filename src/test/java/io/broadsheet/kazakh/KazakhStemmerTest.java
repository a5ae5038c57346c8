package io.broadsheet.kazakh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.TestTerms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KazakhStemmerTest {
  private static final Path PARADIGMS = Path.of("src/test/resources/kazakh-paradigms.txt");

  @Test
  void theFormsOfAParadigmMeetInOneStemAndNoTwoWordsDo() {
    Map<String, Set<String>> words = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    int[] forms = new int[1];
    paradigms()
        .forEach(
            paradigm -> {
              String stem = KazakhStemmer.stem(paradigm[0]);
              words
                  .computeIfAbsent(stem + " " + paradigm[1], _ -> new TreeSet<>())
                  .add(paradigm[0]);
              for (int i = 2; i < paradigm.length; i++) {
                forms[0]++;
                if (!KazakhStemmer.stem(paradigm[i]).equals(stem)) {
                  missed.add(paradigm[i]);
                }
              }
            });
    assertThat(forms[0]).isGreaterThan(6_500);
    assertThat(missed.size())
        .as("%s…", missed.stream().limit(50).toList())
        .isLessThanOrEqualTo(forms[0] / 400);
    // To be opened is to open.
    assertThat(words.values().stream().filter(meeting -> meeting.size() > 1))
        .containsExactlyInAnyOrder(
            new TreeSet<>(Set.of("ашу", "ашылу")),
            new TreeSet<>(Set.of("жазу", "жазылу")),
            new TreeSet<>(Set.of("салу", "салыну")));
  }

  @Test
  void formsTypedOnARussianKeyboardMeetNearlyAsOften() {
    int[] forms = new int[1];
    List<String> missed = new ArrayList<>();
    paradigms()
        .forEach(
            paradigm -> {
              String skeleton = KazakhLetters.skeleton(KazakhStemmer.stem(paradigm[0]));
              for (int i = 2; i < paradigm.length; i++) {
                forms[0]++;
                String typed = KazakhLetters.plain(paradigm[i]);
                if (!KazakhLetters.skeleton(KazakhStemmer.stem(typed)).equals(skeleton)) {
                  missed.add(typed);
                }
              }
            });
    assertThat(missed.size())
        .as("%s…", missed.stream().limit(50).toList())
        .isLessThanOrEqualTo(forms[0] / 40);
  }

  @ParameterizedTest
  @CsvSource({
    "президенттің, президент",
    "президенттеріміздің, президент",
    "қалаларымыздағы, қала",
    "халқының, халық",
    "кітабымызға, кітап",
    "министрлігінен, министрлік",
    "еліміздің, ел",
    "келмегендердің, кел",
    "жарияланатын, жарияла",
    "сайланды, сайла",
    "ұйымдастырылған, ұйымдастыр",
    "құрылады, құр",
    "айналды, айнал",
    "қолдаймын, қолда",
    "ауылды, ауыл",
    "журналды, журнал",
    "сөйлейді, сөйле",
    "айтқан, айт",
    "болады, бол",
    "жоспарлап, жоспарла",
    "көбейеді, көбей",
    "азаю, азай",
    "салынбақ, сал",
    // Names and words of other languages take endings by their sound, not by their letters.
    "тоқаевтың, тоқаев",
    "медведевтің, медведев",
    "мишустин, мишустин",
    "банктің, банк",
    "рубльдің, рубл",
    "компаниясының, компания",
    // What only looks inflected.
    "алматы, алматы",
    "алматыда, алматы",
    "қарағанды, қарағанды",
    "павлодардың, павлодар",
    "қазақстанның, қазақстан",
    "сауда, сауда",
    "орманда, орман",
    "тұрғында, тұрғын",
    "облысын, облыс",
    "абайды, абай",
    "жылқы, жылқы",
    "мектеп, мектеп",
    "аймақ, аймақ",
    "мемлекетін, мемлекет",
    // Derived words are others.
    "мемлекеттік, мемлекеттік",
    "қоғамдық, қоғамдық",
    // What is no Kazakh at all, or hardly a word.
    "2026, 2026",
    "ә, ә",
    "да, да",
    "кт, кт"
  })
  void aWordHasTheStem(String word, String stem) {
    assertThat(KazakhStemmer.stem(word)).isEqualTo(stem);
  }

  @ParameterizedTest
  @CsvSource({
    // Cyrillic, the alphabets of 2021, of 2018 and of QazAqparat, a Russian keyboard.
    "президенттің, prezıdenttıñ, prezidenttiń, prezïdenttiñ, президенттин",
    "қазақстанда, qazaqstanda, qazaqstanda, qazaqstanda, казакстанда",
    "өңірлерде, öñırlerde, óńirlerde, öñirlerde, онирлерде",
    "жүйесінің, jüiesınıñ, júiesiniń, jüyesiniñ, жуйесинин",
    "шешім, şeşım, sheshim, şeşim, шешим",
    "ауылдың, auyldyñ, aýyldyń, awıldıñ, ауылдын",
    "үкімет, ükımet, úkimet, ükimet, укимет"
  })
  void allWaysOfWritingAWordHaveOneSkeleton(
      String cyrillic, String of2021, String of2018, String agency, String keyboard) {
    assertThat(
            Stream.of(cyrillic, of2021, of2018, agency, keyboard)
                .map(KazakhLetters::cyrillic)
                .map(KazakhStemmer::stem)
                .map(KazakhLetters::skeleton)
                .distinct())
        .hasSize(1);
  }

  @Test
  void noWordMakesTheStemmerFailOrGrow() {
    String letters = "абвгғқңөұүһіәеиоуыэюяйлмнрстдптшщь1x";
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = random.nextInt(14); n > 0; n--) {
        word.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(KazakhStemmer.stem(word.toString()).length())
          .as("%s", word)
          .isLessThanOrEqualTo(word.length() + 1);
    }
    assertThat(KazakhStemmer.stem("ларының".repeat(1_000))).isNotEmpty();
  }

  @Test
  void textsHaveBothTermsAndQuestionsTheOneThatTheyWereWrittenFor() throws IOException {
    assertThat(TestTerms.of(KazakhStemFilter::ofText, "қаланың көлі"))
        .containsExactly("1 қала", "0 ~кала", "1 көл", "0 ~кол");
    assertThat(TestTerms.of(KazakhStemFilter::ofQuestion, "қаланың каланын qalanyñ facebook"))
        .containsExactly("1 қала", "1 ~кала", "1 ~кала", "1 ~фацебоок");
  }

  @Test
  void anEvaluationCountsWhatMeetsAndWhatCollides() throws IOException {
    StemEvaluation evaluation = new StemEvaluation();
    evaluation.read(
        reader(
            """
            # text = Қаланың тілі
            1\tҚаланың\tқала\tNOUN\tn\t_\t2\tnmod\t_\t_
            2\tтілі\tтіл\tNOUN\tn\t_\t0\troot\t_\t_
            3-4\tекі сөз\t_\t_\t_\t_\t_\t_\t_\t_
            3\tмұнай\tқала\tNOUN\tn\t_\t2\tnmod\t_\t_
            4\t12\t12\tNUM\tnum\t_\t2\tnmod\t_\t_

            1\tқалаға\tқала\tNOUN\tn\t_\t0\troot\t_\t_
            2\tқаланы\tқалан\tNOUN\tn\t_\t0\troot\t_\t_
            3\tқалан\tқалан\tVERB\tv\t_\t0\troot\t_\t_
            """));
    assertThat(evaluation.result().lemmas()).isEqualTo(4);
    assertThat(evaluation.result().forms()).isEqualTo(6);
    assertThat(evaluation.result().met()).isEqualTo(5);
    assertThat(evaluation.result().collided()).isEqualTo(2);
    assertThatThrownBy(() -> evaluation.read(reader("1\tx\n")))
        .hasMessage("Line 1 has 2 columns and not ten.");
  }

  private static BufferedReader reader(String text) {
    return new BufferedReader(new StringReader(text));
  }

  private static Stream<String[]> paradigms() {
    try {
      return Files.readAllLines(PARADIGMS).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split(" ", -1)).toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
