package io.broadsheet.articles;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a headline in the letters of a URL.
 *
 * <p>Russian follows the passport transliteration (ICAO Doc 9303), Kazakh letters the nearest Latin
 * ones of the 2021 alphabet without their marks.
 */
final class Slug {
  private static final int LONGEST = 80;
  private static final Map<Character, String> CYRILLIC =
      Map.ofEntries(
          Map.entry('а', "a"),
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "g"),
          Map.entry('д', "d"),
          Map.entry('е', "e"),
          Map.entry('ё', "e"),
          Map.entry('ж', "zh"),
          Map.entry('з', "z"),
          Map.entry('и', "i"),
          Map.entry('й', "i"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('о', "o"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('у', "u"),
          Map.entry('ф', "f"),
          Map.entry('х', "kh"),
          Map.entry('ц', "ts"),
          Map.entry('ч', "ch"),
          Map.entry('ш', "sh"),
          Map.entry('щ', "shch"),
          Map.entry('ъ', ""),
          Map.entry('ы', "y"),
          Map.entry('ь', ""),
          Map.entry('э', "e"),
          Map.entry('ю', "iu"),
          Map.entry('я', "ia"),
          Map.entry('ә', "a"),
          Map.entry('ғ', "g"),
          Map.entry('қ', "q"),
          Map.entry('ң', "n"),
          Map.entry('ө', "o"),
          Map.entry('ұ', "u"),
          Map.entry('ү', "u"),
          Map.entry('һ', "h"),
          Map.entry('і', "i"));

  private Slug() {}

  /** Returns 1 to 80 characters of a-z, 0-9 and single hyphens. */
  static String of(String headline) {
    return of(headline, LONGEST);
  }

  /** Returns 1 to {@code longest} characters of a-z, 0-9 and single hyphens. */
  static String of(String words, int longest) {
    StringBuilder slug = new StringBuilder(words.length());
    String text = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    for (int i = 0; i < text.length(); i++) {
      String latin = CYRILLIC.get(text.charAt(i));
      if (latin != null) {
        slug.append(latin);
      } else {
        plain(text.charAt(i), slug);
      }
    }
    while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
      slug.setLength(slug.length() - 1);
    }
    return slug.isEmpty() ? "story" : shortened(slug.toString(), longest);
  }

  private static void plain(char c, StringBuilder slug) {
    char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    if ((base >= 'a' && base <= 'z') || (base >= '0' && base <= '9')) {
      slug.append(base);
    } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-' && !isApostrophe(c)) {
      slug.append('-');
    }
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static String shortened(String slug, int longest) {
    if (slug.length() <= longest) {
      return slug;
    }
    int wordEnd = slug.lastIndexOf('-', longest);
    return slug.substring(0, wordEnd > longest / 2 ? wordEnd : longest);
  }
}
