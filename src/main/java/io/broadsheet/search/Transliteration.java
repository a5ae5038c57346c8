package io.broadsheet.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a word, a name above all, is written in the other alphabet, by the ways in use.
 *
 * <p>From Cyrillic as passports and newspapers write it; to Cyrillic by the longest Latin spelling
 * of a sound. Where several letters answer one, each way is given, the commonest first.
 */
final class Transliteration {
  private static final int MOST = 8;

  private static final String[][] TO_LATIN = {
    {"а", "a"},
    {"ә", "a"},
    {"б", "b"},
    {"в", "v"},
    {"г", "g"},
    {"ғ", "g", "gh"},
    {"д", "d"},
    {"е", "e", "ye"},
    {"ё", "e", "yo"},
    {"ж", "zh", "j"},
    {"з", "z"},
    {"и", "i"},
    {"й", "y", "i"},
    {"к", "k"},
    {"қ", "k", "q"},
    {"л", "l"},
    {"м", "m"},
    {"н", "n"},
    {"ң", "n", "ng"},
    {"о", "o"},
    {"ө", "o"},
    {"п", "p"},
    {"р", "r"},
    {"с", "s"},
    {"т", "t"},
    {"у", "u"},
    {"ұ", "u"},
    {"ү", "u"},
    {"ф", "f"},
    {"х", "kh", "h"},
    {"һ", "h"},
    {"ц", "ts"},
    {"ч", "ch"},
    {"ш", "sh"},
    {"щ", "shch"},
    {"ъ", ""},
    {"ы", "y"},
    {"і", "i"},
    {"ь", ""},
    {"э", "e"},
    {"ю", "yu"},
    {"я", "ya"},
  };

  private static final String[][] TO_CYRILLIC = {
    {"shch", "щ"},
    {"sch", "щ", "ш"},
    {"yev", "ев"},
    {"zh", "ж"},
    {"kh", "х"},
    {"gh", "ғ", "г"},
    {"ts", "ц"},
    {"ch", "ч"},
    {"sh", "ш"},
    {"yu", "ю"},
    {"ya", "я"},
    {"yo", "е"},
    {"ye", "е"},
    {"iy", "ий"},
    {"ph", "ф"},
    {"ck", "к"},
    {"a", "а"},
    {"b", "б"},
    {"c", "к", "с"},
    {"d", "д"},
    {"e", "е", "э"},
    {"f", "ф"},
    {"g", "г"},
    {"h", "х", "һ"},
    {"i", "и", "і"},
    {"j", "ж", "й"},
    {"k", "к"},
    {"l", "л"},
    {"m", "м"},
    {"n", "н"},
    {"o", "о"},
    {"p", "п"},
    {"q", "к"},
    {"r", "р"},
    {"s", "с"},
    {"t", "т"},
    {"u", "у"},
    {"v", "в"},
    {"w", "в"},
    {"x", "кс"},
    {"y", "й", "ы", "ий"},
    {"z", "з"},
  };

  private Transliteration() {}

  /** Returns the word in the other alphabet, at most eight ways; none if it is in neither. */
  static List<String> of(String typed) {
    String word = typed.toLowerCase(Locale.ROOT);
    boolean latin = isLatin(word);
    boolean cyrillic = word.chars().anyMatch(c -> c >= 0x400 && c < 0x530);
    return latin == cyrillic ? List.of() : ways(word, latin ? TO_CYRILLIC : TO_LATIN);
  }

  /** Tells whether a word has letters of the English alphabet. */
  static boolean isLatin(String word) {
    return word.chars().map(Character::toLowerCase).anyMatch(c -> c >= 'a' && c <= 'z');
  }

  private static List<String> ways(String word, String[][] table) {
    List<String> ways = List.of("");
    int at = 0;
    while (at < word.length()) {
      String[] row = row(word, at, table);
      ways = each(ways, row);
      at += row[0].length();
    }
    return ways;
  }

  /** Goes on with each spelling of a sound, the commonest first, as long as there is room. */
  private static List<String> each(List<String> ways, String[] row) {
    Set<String> longer = new LinkedHashSet<>();
    for (int i = 1; i < row.length; i++) {
      for (String way : ways) {
        if (longer.size() < MOST) {
          longer.add(way + row[i]);
        }
      }
    }
    return List.copyOf(longer);
  }

  private static String[] row(String word, int at, String[][] table) {
    for (String[] row : table) {
      if (word.startsWith(row[0], at)) {
        return row;
      }
    }
    String letter = word.substring(at, at + 1);
    return new String[] {letter, letter};
  }
}
