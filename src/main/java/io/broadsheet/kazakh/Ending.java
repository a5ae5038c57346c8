package io.broadsheet.kazakh;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * An ending of Kazakh words, in all of its shapes but for its first consonant.
 *
 * @param shape as a Russian keyboard has it, but for ң; A stands for а or е, Y for ы or і
 * @param after the letters behind which it stands; V stands for all vowels, C for all consonants
 * @param owned whether it stands only behind his, her, its or their
 */
record Ending(String shape, String after, boolean owned) {
  private static final String BACK = "аоұыяё";
  private static final String FRONT = "әөүіеэи";

  /** The vowels that neither are in all words. */
  private static final String OPEN = "иую";

  /** The pairs of consonants in which stems of verbs end. */
  private static final Set<String> PAIRS = Set.of("рт", "лт", "нт", "йт");

  /** How stems of other languages end whose endings are front or back whatever their vowels are. */
  private static final List<String> FOREIGN =
      List.of("ев", "нк", "нг", "рк", "кт", "ль", "рь", "нь");

  /** Reads endings such as {@code нYң:Vмн}; those that begin with a plus are only behind owned. */
  static List<Ending> all(String... endings) {
    return Arrays.stream(endings).map(Ending::of).toList();
  }

  private static Ending of(String ending) {
    boolean owned = ending.startsWith("+");
    int colon = ending.indexOf(':');
    return new Ending(ending.substring(owned ? 1 : 0, colon), ending.substring(colon + 1), owned);
  }

  /**
   * Returns where it begins in a word that it ends; -1 where it does not fit.
   *
   * @param special whether the word is {@linkplain KazakhLetters#isSpecial written} in Kazakh's own
   *     letters
   */
  int start(String word, int end, boolean special) {
    int start = end - shape.length();
    return start >= 1
            && matches(word, start, special)
            && follows(lastSound(word, start))
            && agrees(word, start, special)
            && !isPartOfStem(word, start)
        ? start
        : -1;
  }

  /** Returns the letter that a stem ends in, through a soft sign: рубльдің. */
  private static char lastSound(String word, int end) {
    boolean soft = word.charAt(end - 1) == 'ь' && end > 1;
    return KazakhLetters.plain(word.charAt(soft ? end - 2 : end - 1));
  }

  private boolean follows(char letter) {
    boolean vowel = KazakhLetters.isVowel(letter);
    // A glide is as good as a consonant: тау, оқу.
    boolean consonant = !vowel || letter == 'у';
    return after.indexOf(letter) >= 0
        || (vowel && after.indexOf('V') >= 0)
        || (consonant && after.indexOf('C') >= 0);
  }

  private boolean matches(String word, int start, boolean special) {
    for (int i = 0; i < shape.length(); i++) {
      char letter = word.charAt(start + i);
      char wanted = shape.charAt(i);
      boolean matches =
          switch (wanted) {
            case 'A' -> letter == 'а' || letter == 'е';
            case 'Y' -> letter == 'ы' || letter == 'і' || (letter == 'и' && !special);
            case 'ң' -> letter == 'ң' || (letter == 'н' && !special);
            default -> letter != 'ң' && KazakhLetters.plain(letter) == wanted;
          };
      if (!matches) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether its vowels are front or back as the last one before them is. */
  private boolean agrees(String word, int start, boolean special) {
    if (isForeign(word, start) || isSoft(word, start)) {
      return true;
    }
    boolean front = false;
    boolean back = false;
    for (int i = 0; i < shape.length(); i++) {
      boolean moving = shape.charAt(i) == 'A' || shape.charAt(i) == 'Y';
      char letter = word.charAt(start + i);
      front |= moving && (letter == 'е' || letter == 'і' || letter == 'и');
      back |= moving && (letter == 'а' || letter == 'ы');
    }
    for (int i = start - 1; i >= 0; i--) {
      char letter = word.charAt(i);
      if (KazakhLetters.isVowel(letter)) {
        // Where its own letters are lacking, о may stand for ө.
        // And и may stand for і, whose endings are front.
        boolean possessive = owned && letter == 'и' && !special;
        boolean open = (OPEN.indexOf(letter) >= 0 && !possessive) || (!special && letter == 'о');
        boolean meets =
            (!front || FRONT.indexOf(letter) >= 0) && (!back || BACK.indexOf(letter) >= 0);
        return !(front && back) && (open || meets);
      }
    }
    return false;
  }

  /** Tells whether a stem is one of another language: банктің, Тоқаевтың. */
  static boolean isForeign(String word, int end) {
    return FOREIGN.stream().anyMatch(last -> word.startsWith(last, end - last.length()));
  }

  /** Tells whether a stem has lost its soft sign, which made it front: фестивалі. */
  private static boolean isSoft(String word, int end) {
    return word.startsWith("лі", end - 1);
  }

  /**
   * Stems end in few pairs of consonants: a vowel behind others belongs to the stem, as in баста.
   */
  private boolean isPartOfStem(String word, int start) {
    return shape.startsWith("A")
        && start > 1
        && !KazakhLetters.isVowel(word.charAt(start - 2))
        && !PAIRS.contains(word.substring(start - 2, start));
  }
}
