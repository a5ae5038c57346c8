package io.broadsheet.russian;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestTerms;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RussianStemmerTest {
  private final RussianStemmer stemmer = new RussianStemmer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "президент президента президенту президентом президенте президенты президентов президентами",
        // A vowel comes and goes.
        "лед льда льду льдом льды",
        "пес пса псу псом псы псам псами",
        "паводок паводка паводком паводки паводков",
        "рынок рынка рынков рынках",
        "пень пня пни пней пнями",
        "письмо письма писем письмам",
        "огонь огня огнем огни",
        "конец конца концом концов",
        "церковь церкви церковью церквей",
        "день дня дней дням",
        // Stems that change.
        "человек человека люди людей людям",
        "ребенок ребенка дети детей детьми",
        "идти иду идет шел шла шли",
        "гнать гонит гонят гнали",
        "время времени времен временем",
        "мать матери матерью матерей",
        "найти найдет нашли нашла",
        "лучший хороший",
        // What a stemmer takes for other words' forms.
        "паром парома паромом паромы",
        "музей музея музеем музеи музеев",
        "остров острова островов",
        "сосед соседа соседи соседей соседями",
        "мороженое мороженого"
      })
  void theFormsOfAWordMeet(String forms) {
    List<String> words = Arrays.asList(forms.split(" ", -1));
    for (String asked : words) {
      for (String written : words) {
        assertThat(stemmer.of(written))
            .as("%s is asked for, %s is written", asked, written)
            .containsAnyElementsOf(stemmer.of(asked));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"паводок вода", "лед лето", "лед ледяной", "музей музыка", "остров острый"})
  void otherWordsDoNot(String pair) {
    String[] words = pair.split(" ", -1);
    assertThat(stemmer.of(words[0])).doesNotContainAnyElementsOf(stemmer.of(words[1]));
  }

  @Test
  void aWordThatNoDictionaryKnowsHasItsStem() {
    assertThat(stemmer.of("талсайского")).containsExactly("талсайск");
    assertThat(stemmer.of("талсайский")).containsExactly("талсайск");
  }

  @Test
  void theStemsOfAWordStandAtOnePlace() throws IOException {
    assertThat(TestTerms.of(RussianStemFilter::new, "под тонким льдом"))
        .containsExactly("1 под", "1 тонк", "1 льдом", "0 лед");
  }

  @Test
  void noWordMakesItFail() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        word.appendCodePoint(
            random.nextInt(4) == 0 ? 33 + random.nextInt(70_000) : 'а' + random.nextInt(32));
      }
      assertThat(stemmer.of(word.toString())).as("%s", word).isNotEmpty();
    }
  }
}
