package io.broadsheet.kazakh;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The letters of Kazakh, as they are written in Cyrillic, in Latin, and on a Russian keyboard.
 *
 * <p>Three Latin alphabets are in use beside each other, those of 2021, of 2018 and of the agency
 * QazAqparat, and they write і, ы, и and й in contrary ways. So Latin words are only brought near:
 * what they may mean apart is told apart no more by {@link #skeleton}.
 */
public final class KazakhLetters {
  private static final String SPECIAL = "әғқңөұүһі";
  private static final Map<Character, String> LATIN = new HashMap<>();
  private static final String VOWELS = "аәеиоөуұүыіэёюя";
  private static final Pattern GLIDES = Pattern.compile("(?<=[" + VOWELS + "])[яю]");

  static {
    String[] pairs = {
      "aа", "äә", "áә", "əә", "bб", "cц", "çч", "dд", "eе", "fф", "gг", "ğғ", "ǵғ", "hх", "iі",
      "ïи", "íи", "jж", "kк", "lл", "mм", "nн", "ñң", "ńң", "ŋң", "oо", "öө", "óө", "pп", "qқ",
      "rр", "sс", "şш", "tт", "uу", "ūұ", "üү", "úү", "ýу", "vв", "wу", "zз"
    };
    for (String pair : pairs) {
      LATIN.put(pair.charAt(0), pair.substring(1));
    }
    LATIN.put('x', "кс");
  }

  private KazakhLetters() {}

  /** Tells whether a word has a letter that no Russian keyboard has. */
  public static boolean isSpecial(String word) {
    return word.chars().anyMatch(letter -> SPECIAL.indexOf(letter) >= 0);
  }

  /** Tells whether a letter is a Latin one, with or without a mark. */
  static boolean isLatin(int letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }

  /**
   * Returns a word in Cyrillic.
   *
   * @param word in lower case, letters composed with their marks
   */
  public static String cyrillic(String word) {
    if (word.chars().noneMatch(KazakhLetters::isLatin)) {
      return word;
    }
    // The one alphabet writes і with it, the other ы.
    boolean front = word.chars().anyMatch(letter -> "eäáəöóüú".indexOf(letter) >= 0);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      boolean digraph = i + 1 < word.length() && word.charAt(i + 1) == 'h';
      int sound = digraph ? "sczkg".indexOf(letter) : -1;
      if (sound >= 0) {
        out.append("шчжхғ".charAt(sound));
        i++;
      } else if (letter == 'y') {
        out.append(isBesideVowel(word, i) ? 'й' : 'ы');
      } else if (letter == 'ı') {
        out.append(front ? 'і' : 'ы');
      } else {
        out.append(LATIN.getOrDefault(letter, String.valueOf(letter)));
      }
    }
    return out.toString();
  }

  private static boolean isBesideVowel(String word, int at) {
    return isLatinVowel(word, at - 1) || isLatinVowel(word, at + 1);
  }

  private static boolean isLatinVowel(String word, int at) {
    return at >= 0 && at < word.length() && "aäáəeoöóuūüú".indexOf(word.charAt(at)) >= 0;
  }

  /** Returns a letter as a Russian keyboard has it. */
  static char plain(char letter) {
    return switch (letter) {
      case 'ә' -> 'а';
      case 'ғ' -> 'г';
      case 'қ' -> 'к';
      case 'ң' -> 'н';
      case 'ө' -> 'о';
      case 'ұ', 'ү' -> 'у';
      case 'һ' -> 'х';
      case 'і' -> 'и';
      case 'ё' -> 'е';
      default -> letter;
    };
  }

  /** Returns the letters that may be meant by one typed on a Russian keyboard, in order. */
  public static int[] meant(int letter) {
    return IntStream.concat(
            IntStream.of(letter), SPECIAL.chars().filter(other -> plain((char) other) == letter))
        .sorted()
        .toArray();
  }

  /** Returns a word as it is typed on a Russian keyboard, letter by letter. */
  static String plain(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      out.append(plain(word.charAt(i)));
    }
    return out.toString();
  }

  /**
   * Returns what a Cyrillic word has in common with itself in every other way of writing it.
   *
   * <p>Unlike words may have one skeleton, such as тіс and тыс.
   */
  public static String skeleton(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      String letter =
          switch (plain(word.charAt(i))) {
            case 'ы', 'й' -> "и";
            case 'щ' -> "ш";
            case 'э' -> "е";
            case 'я' -> "иа";
            case 'ю' -> "иу";
            case 'ъ', 'ь' -> "";
            default -> String.valueOf(plain(word.charAt(i)));
          };
      boolean repeated =
          letter.startsWith("и") && !out.isEmpty() && out.charAt(out.length() - 1) == 'и';
      out.append(repeated ? letter.substring(1) : letter);
    }
    return out.toString();
  }

  /** Returns a word with the glide written out that я and ю have behind a vowel: азаю, азай-у. */
  static String glides(String word) {
    return GLIDES.matcher(word).replaceAll(glide -> glide.group().equals("я") ? "йа" : "йу");
  }

  /** Returns a word with its glides written as usual. */
  static String withoutGlides(String word) {
    return word.replace("йа", "я").replace("йу", "ю");
  }

  static boolean isVowel(char letter) {
    return VOWELS.indexOf(letter) >= 0;
  }
}
