package io.broadsheet.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final int MEGABYTE = 1 << 20;

  @Test
  void linesAndParagraphsStayAndSpacesAroundThemGo() {
    assertThat(PlainText.text(" \r\n  Первая\t\u00a0строка \r\nвторая\r\r\u2028 \n третья\u3000\n"))
        .isEqualTo("Первая строка\nвторая\n\nтретья");
  }

  @Test
  void aNameIsOnOneLine() {
    assertThat(PlainText.line(" Айгүл\r\n\r\n Сәрсенова\u2029")).isEqualTo("Айгүл Сәрсенова");
  }

  @Test
  void lettersAreComposed() {
    assertThat(PlainText.text("и\u0306 е\u0308 é e\u0302\u0301 α\u0313\u0301\u0345"))
        .isEqualTo("й ё é ế ᾄ");
  }

  @Test
  void whatIsNotSeenGoes() {
    assertThat(
            PlainText.text(
                "д\u200bу\u200dр\u2060а\u00adк\ufeff \u0000\u0007\u007f\u009fa\ufe0fb\u034fc\ue000"
                    + "d\ud800e\udc00f\uffffg\u0378h\ud83d\u200d\ude00i"))
        .isEqualTo("дурак abcdefghi");
  }

  @Test
  void nothingTurnsTheDirectionOfWhatFollows() {
    assertThat(PlainText.text("\u202egpj.exe\u202c \u2066a\u2069\u200e\u200f\u061c\u202ab"))
        .isEqualTo("gpj.exe ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t\r",
        "\u3164\u115f\u1160\uffa0",
        "\u2800\u2800 \u2800",
        "\udb40\udc67\udb40\udc62\udb40\udc7f",
        "\u200b\u200d\ufe0f",
        "\u0301\u0302\n\u0303",
        "\ud834\udd59",
      })
  void whatShowsNothingIsEmpty(String blank) {
    assertThat(PlainText.text(blank)).isEmpty();
    assertThat(PlainText.line(blank)).isEmpty();
  }

  @Test
  void marksDoNotPileUp() {
    assertThat(PlainText.text("з" + "\u0321\u0334\u0489\u036f".repeat(50) + "ло"))
        .hasSize("зло".length() + 2);
    assertThat(PlainText.text("ก" + "\u0e47".repeat(50))).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Қазақстан — тәуелсіз ел, ғұмыр, өңір, үміт, һәм",
        "за́мок и замо́к, 5 °C, «Ёлка», № 7",
        "Tiếng Việt, naïve, Ångström",
        "ที่นี่ น้ำ", // Thai: a vowel and a tone above
        "မြို့ မြှောက်", // Burmese: four signs on a letter
        "हिन्दी क्षेत्र", // Devanagari
        "שָׁלוֹם", // Hebrew: a point and a vowel
        "مُحَمَّدٌ", // Arabic: doubling and a vowel
      })
  void noScriptLosesWhatItNeeds(String written) {
    String composed = Normalizer.normalize(written, Normalizer.Form.NFC);
    assertThat(PlainText.text(written)).isEqualTo(composed);
    assertThat(PlainText.text(Normalizer.normalize(written, Normalizer.Form.NFD)))
        .isEqualTo(composed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👨‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🏴‍☠️",
        "👩🏽‍🚀",
        "🕵🏽‍♂️",
        "👍🏿",
        "🇰🇿",
        "1️⃣",
        "#️⃣",
        "❤️",
        "❤️‍🔥",
        "☎︎",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
      })
  void emojiStayWhole(String emoji) {
    assertThat(PlainText.text("a" + emoji + "b " + emoji)).isEqualTo("a" + emoji + "b " + emoji);
  }

  @Test
  void joinersStayNowhereElse() {
    assertThat(
            PlainText.text("a\u200db 👩\u200d\u200d👧 👩\u200da \u200d👧 1\ufe0f 👍\ufe0f\ufe0f"))
        .isEqualTo("ab 👩👧 👩a 👧 1 👍\ufe0f");
  }

  @Test
  void whatWasMadePlainStaysAsItIs() {
    long seed = System.nanoTime();
    System.out.println("PlainTextTest seed " + seed);
    RandomGenerator random = new Random(seed);
    int[] hostile =
        """
        aи 1#👩👧🏽❤🏴🇰한各\t\r\n\u0301\u0306\u0308\u0345\u0489\u20e3\u0e47\u0cc6\u0cc2\u200b\u200d\
        \ufe0e\ufe0f\u202e\u2028\u3164\u2800\u1160\u11a8\u00a0\udb40\udc67\udb40\udc62\udb40\udc7f\
        \ud834\udd65\ud834\udd6d"""
            .codePoints()
            .toArray();
    for (int round = 0; round < 20_000; round++) {
      StringBuilder raw = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        raw.appendCodePoint(
            random.nextInt(10) == 0
                ? random.nextInt(Character.MAX_CODE_POINT + 1)
                : hostile[random.nextInt(hostile.length)]);
      }
      String text = PlainText.text(raw.toString());
      assertThat(PlainText.text(text)).isEqualTo(text);
      assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
      assertThat(text).doesNotContain("  ", "\n\n\n", " \n", "\n ").isEqualTo(text.strip());
      String line = PlainText.line(raw.toString());
      assertThat(PlainText.line(line)).isEqualTo(line).doesNotContain("\n");
    }
  }

  @Test
  void aMegabyteOfAnythingTakesNoLongerThanItIsLong() {
    for (String piece :
        List.of(
            "\u0301\u0316",
            "a\u0301",
            "\ud834\udd65\u0316",
            " ",
            " \n",
            "\n ",
            "\u200d",
            "👩\u200d")) {
      String raw = "a" + piece.repeat(MEGABYTE / piece.length());
      assertTimeout(Duration.ofSeconds(3), () -> PlainText.text(raw), () -> "of " + piece);
    }
  }

  @Test
  void ordinaryTextsAreReadAsAllTheOthersAre() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.append(
            switch (random.nextInt(8)) {
              case 0 -> ' ';
              case 1 -> '\n';
              case 2 -> "«»–—…№“”„‘’".charAt(random.nextInt(11));
              case 3, 4 -> (char) (' ' + random.nextInt(95));
              default -> (char) ('Ѐ' + random.nextInt(256));
            });
      }
      assertThat(PlainText.text(text.toString()))
          .as("seed %d: %s", seed, text)
          .isEqualTo(PlainText.lines(PlainText.seen(text.toString())));
    }
  }
}
