package io.broadsheet.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkeletonTest {
  private static final int LONG = 1 << 18;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ДУРАК",
        "дypak", // Latin y, p, a, k
        "дyρак", // Latin y, Greek rho
        "дур@к",
        "д\u200bу\u00adр\u2060ак",
        "д\u0336у\u0336р\u0336а\u0336к\u0336",
        "дуррррак",
        "дураааааак",
        "д у р а к",
        "д.у.р.а.к.",
        "«д-у-р-а-к»",
        "д_у_р_а_к",
        "д * у * р * а * к",
        "Д У Р Р Р А К!",
      })
  void tricksWithRussianLettersAreSeenThrough(String written) {
    assertThat(Skeleton.of(written)).isEqualTo("дурак");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IDIOT",
        "іdіоt", // Cyrillic і, о
        "1d1ot",
        "id!ot",
        "id|ot",
        "1d10t",
        "idi0t",
        "ιdιoτ", // Greek
        "ｉｄｉｏｔ",
        "𝕚𝕕𝕚𝕠𝕥",
        "𝓘𝓓𝓘𝓞𝓣",
        "ⓘⓓⓘⓞⓣ",
        "ídïót",
        "idiooooot",
        "i d i o t",
        "i...d...i...o...t",
        "i-d-1-o-t",
      })
  void tricksWithEnglishLettersAreSeenThrough(String written) {
    assertThat(Skeleton.of(written)).isEqualTo("idiot");
  }

  @Test
  void lettersThatOnlyLookMarkedAreThemselves() {
    assertThat(Skeleton.of("Йод ёлка ҚАЗАҚ сөз")).isEqualTo("йод елка қазақ сөз");
    assertThat(Skeleton.of("зло мо4ь 3ло")).isEqualTo("зло мочь зло");
  }

  @Test
  void whatNeedsNoReadingIsLeftAsItIs() {
    assertThat(Skeleton.of("1000 $5, 日本語 שלום ที่นี่")).isEqualTo("1000 $5 日本語 שלום ที่นี่");
    assertThat(Skeleton.of("…!?")).isEmpty();
  }

  @Test
  void lettersOnTheirOwnArePutTogetherOnlyOnALine() {
    assertThat(Skeleton.of("я и ты")).isEqualTo("я и ты");
    assertThat(Skeleton.of("б\nг\nд")).isEqualTo("б г д");
    assertThat(Skeleton.of("ты д у р а к совсем")).isEqualTo("ты дурак совсем");
  }

  @Test
  void aWordOfSharedLettersIsReadInBothAlphabets() {
    assertThat(Skeleton.readings("cop").getFirst()).contains("cop", "сор");
    assertThat(Skeleton.of("cop")).isEqualTo(Skeleton.of("сор"));
  }

  @Test
  void digitsAtTheEndsMayStandForThemselves() {
    assertThat(Skeleton.readings("дурак1").getFirst()).contains("дурак");
    assertThat(Skeleton.readings("1oser").getFirst()).contains("ioser", "loser", "oser");
    assertThat(Skeleton.readings("foooool").getFirst()).contains("fool", "fol");
  }

  @Test
  void repeatedTextHasOneFingerprint() {
    assertThat(Skeleton.fingerprint("Купите слона!"))
        .isEqualTo(Skeleton.fingerprint(" купите...\n\nСЛОНА 👍"))
        .isEqualTo(Skeleton.fingerprint("kуnитe cл0на"))
        .isEqualTo(Skeleton.fingerprint("к у п и т е с л о н а"))
        .isNotEqualTo(Skeleton.fingerprint("Купите слонов!"));
    assertThat(Skeleton.fingerprint("👍"))
        .isEqualTo(Skeleton.fingerprint(" 👍\n"))
        .isNotEqualTo(Skeleton.fingerprint("😡"));
  }

  @Test
  void whateverIsLongTakesNoLongerThanItIsLong() {
    for (String piece :
        List.of("a ", "aaaa", "1", "@", "1a", "a!", "\u0301", "и\u0306", "ﷺ", "!|")) {
      String text = "a" + piece.repeat(LONG / piece.length());
      assertTimeout(Duration.ofSeconds(5), () -> Skeleton.fingerprint(text + "a"), () -> piece);
    }
  }
}
