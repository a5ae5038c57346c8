package io.broadsheet.comments;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The inflection of Kazakh nominals: a stem, then in this order at most one ending each of number,
 * possession, case and person, as in балаларымыздан, "from our children".
 *
 * <p>Vowels of endings agree with the last vowel of the stem (vowel harmony), so the grammar is
 * written once, in the archiphonemes of turcology, and unfolded for back and for front stems:
 *
 * <pre>
 *   archiphoneme   back   front
 *   A              а      е
 *   Y              ы      і
 *   G              ғ      г
 *   Q              қ      к
 * </pre>
 *
 * <p>The first consonant of an ending agrees with the last sound of the stem (л, д or т; н, д or т;
 * м, б or п). All of them are taken after every stem, as they are mixed up in writing. Before a
 * vowel a stem's last п, к, қ is б, г, ғ: ақымақ, ақымағы.
 *
 * <p>All is in the letters of {@link Skeleton}, in which і is и. Where a word has none of the
 * letters that only Kazakh has, it may be typed on a Russian keyboard, so that then к stands for қ
 * too, г for ғ, н for ң, and а and о are vowels of back and of front stems.
 */
final class KazakhEndings {
  private static final String NUMBER = "(?:[лдт]Aр)?";
  private static final String POSSESSION = "(?:Y?[мң](?:Yз)?|с?Y)?";
  private static final String CASE =
      """
      (?:[ндт]Yң|[ндт]Y|н|[GQ]A|н?A|н?[дт]A(?:GY)?|н?[дтн]Aн|[мбп]ен(?:ен)?|[дт]Aй\
      |[ндт]ики)?""";
  private static final String PERSON = "(?:[мбп]Y[нз]|сY[ңз](?:дAр)?)?";
  private static final String CHAIN = NUMBER + POSSESSION + CASE + PERSON;

  /** As Kazakh is spelt; и is neither, as it is also what і has become. */
  private static final Harmony SPELT =
      new Harmony(unfolded("аығқ"), "аоұыя", unfolded("еигк"), "әеөүэ");

  /** As it is typed on a Russian keyboard, where ә has become а, and ө о. */
  private static final Harmony TYPED =
      new Harmony(
          onRussianKeyboard(unfolded("аығқ")), "ыя", onRussianKeyboard(unfolded("еигк")), "еэ");

  /** Vowels of stems of both kinds. */
  private static final String EITHER_VOWELS = "аоиую";

  /** The vowels with which an ending begins. */
  private static final String VOWELS_OF_ENDINGS = "аеыи";

  private static final String VOICED = "бгғ";
  private static final String VOICELESS = "пкқ";

  private KazakhEndings() {}

  /**
   * Returns every stem of which a word can be a form, itself among them.
   *
   * @param word as {@link Skeleton} reads it
   */
  static Set<String> stems(String word) {
    boolean ofRussianLetters = word.equals(onRussianKeyboard(word));
    Set<String> stems = new LinkedHashSet<>();
    for (int end = word.length(); end > 1; end--) {
      String stem = word.substring(0, end);
      String endings = word.substring(end);
      if (SPELT.holds(stem, endings) || (ofRussianLetters && TYPED.holds(stem, endings))) {
        stems.add(stem);
        int voiced = VOICED.indexOf(stem.charAt(end - 1));
        if (voiced >= 0
            && !endings.isEmpty()
            && VOWELS_OF_ENDINGS.indexOf(endings.charAt(0)) >= 0) {
          stems.add(stem.substring(0, end - 1) + VOICELESS.charAt(voiced));
        }
      }
    }
    return stems;
  }

  /** Returns a word as it is typed where the keyboard has none of the letters of Kazakh alone. */
  static String onRussianKeyboard(String word) {
    return word.replace('ә', 'а')
        .replace('ғ', 'г')
        .replace('қ', 'к')
        .replace('ң', 'н')
        .replace('ө', 'о')
        .replace('ұ', 'у')
        .replace('ү', 'у')
        .replace('һ', 'х');
  }

  private static String unfolded(String harmony) {
    return CHAIN
        .replace('A', harmony.charAt(0))
        .replace('Y', harmony.charAt(1))
        .replace('G', harmony.charAt(2))
        .replace('Q', harmony.charAt(3));
  }

  /** Endings of back and of front stems, and the vowels by which these are told. */
  private record Harmony(Pattern back, String backVowels, Pattern front, String frontVowels) {
    Harmony(String back, String backVowels, String front, String frontVowels) {
      this(Pattern.compile(back), backVowels, Pattern.compile(front), frontVowels);
    }

    boolean holds(String stem, String endings) {
      for (int i = stem.length() - 1; i >= 0; i--) {
        char c = stem.charAt(i);
        if (backVowels.indexOf(c) >= 0) {
          return back.matcher(endings).matches();
        } else if (frontVowels.indexOf(c) >= 0) {
          return front.matcher(endings).matches();
        } else if (EITHER_VOWELS.indexOf(c) >= 0) {
          break;
        }
      }
      return back.matcher(endings).matches() || front.matcher(endings).matches();
    }
  }
}
