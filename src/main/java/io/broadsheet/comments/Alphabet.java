package io.broadsheet.comments;

import java.lang.Character.UnicodeScript;
import java.util.List;

/**
 * An alphabet in which a word is read, and what passes for its letters: those of other alphabets
 * that look alike (the confusables of UTS #39), and digits and signs ("leet").
 */
enum Alphabet {
  /** Of Kazakh and Russian; і counts as и, which is typed for it where a keyboard has none. */
  CYRILLIC("abcehikmoptxynruwіѕј013468!|@$", "авсеникмортхупгишисйоизчбвииас"),

  LATIN("авсенікмортхупгишѕјӏһԁ0345678@$1!|", "abcehikmoptxynruwsjlhdoeasbtbasiii"),

  /** Latin in which what may be i or l is l. */
  LATIN_WITH_L("авсенікмортхупгишѕјӏһԁ0345678@$1!|", "abcehikmoptxynruwsjlhdoeasbtbaslll");

  /** Letters by which Cyrillic and Latin cannot be told apart. */
  private static final String SHARED = "abcehikmoptxyавсеһікмнортхуѕј";

  private static final String GREEK = "αβγεζηικμνορςστυχω";
  private static final String LIKE_GREEK = "abyezhikmvopcotyxw";

  private final String passing;
  private final String letters;

  Alphabet(String passing, String letters) {
    this.passing = passing;
    this.letters = letters;
  }

  /**
   * Returns in which alphabets a word can be read, the likeliest first: the one from which most of
   * its letters are that only one alphabet has; none if it has letters of neither.
   *
   * @param word in lower case
   */
  static List<Alphabet> of(String word) {
    int cyrillic = 0;
    int latin = 0;
    int shared = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (SHARED.indexOf(c) >= 0) {
        shared++;
      } else if (c >= 'a' && c <= 'z') {
        latin++;
      } else if (UnicodeScript.of(c) == UnicodeScript.CYRILLIC) {
        cyrillic++;
      }
    }
    if (cyrillic + latin + shared == 0) {
      return List.of();
    } else if (cyrillic > latin) {
      return List.of(CYRILLIC);
    } else if (latin > cyrillic) {
      return List.of(LATIN, LATIN_WITH_L);
    }
    return List.of(CYRILLIC, LATIN, LATIN_WITH_L);
  }

  /** Returns a word in lower case with the letters of this alphabet for what passes for them. */
  String read(String word) {
    StringBuilder read = new StringBuilder(word);
    for (int i = 0; i < read.length(); i++) {
      char c = read.charAt(i);
      int greek = GREEK.indexOf(c);
      char plain = greek < 0 ? c : LIKE_GREEK.charAt(greek);
      int at = passing.indexOf(plain);
      read.setCharAt(i, at < 0 ? plain : letters.charAt(at));
    }
    return read.toString();
  }
}
