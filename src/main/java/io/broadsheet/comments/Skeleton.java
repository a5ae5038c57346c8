package io.broadsheet.comments;

import io.broadsheet.web.Sha256;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form of a text in which look-alikes are equal ("skeleton" as in UTS #39), for finding repeated
 * text and listed words; nobody is ever shown it.
 *
 * <p>It is in lower case, of plain letters (NFKD without marks, but й is not и); digits, signs and
 * letters of a foreign alphabet are those for which they pass in a word (д0м, дypak, 1d1ot), a
 * letter three times and more is one, and words spelt out (д у р а к, i.d.i.o.t) are put together.
 */
final class Skeleton {
  /** Accents and strokes, but not the breve of й, nor the vowels of scripts written with marks. */
  private static final Pattern MARKS =
      Pattern.compile(
          """
          (?<!и)\\u0306|\
          [\\p{M}&&[\\p{IsInherited}\\p{IsCommon}\\p{IsCyrillic}]&&[^\\u0306]]""");

  private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}+");
  private static final Pattern SPACE = Pattern.compile("\\s++");

  private static final int FEWEST_SPELT_OUT = 3;
  private static final int MOST_SPELT_OUT = 40;
  private static final int WIDEST_GAP = 3;

  private Skeleton() {}

  /** Returns the words of a text as they are most likely read, with single spaces between. */
  static String of(String text) {
    return readings(text).stream()
        .map(word -> word.iterator().next())
        .collect(Collectors.joining(" "));
  }

  /**
   * Returns 64 bits that are equal for texts of the same letters, however these are spaced and
   * punctuated; for texts without letters and digits, of the same signs.
   */
  static long fingerprint(String text) {
    String letters = of(text).replace(" ", "");
    String told = letters.isEmpty() ? SPACE.matcher(PlainText.text(text)).replaceAll("") : letters;
    return ByteBuffer.wrap(Sha256.of(told)).getLong();
  }

  /**
   * Returns how each word of a text can be read, the likeliest reading first: in either alphabet if
   * all its letters are in both, with and without digits at its ends, what is drawn out as one
   * letter or as two.
   */
  static List<Set<String>> readings(String text) {
    return words(plain(text).codePoints().toArray()).stream().map(Skeleton::readingsOf).toList();
  }

  private static String plain(String text) {
    String letters =
        Normalizer.normalize(PlainText.text(text), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return MARKS.matcher(letters).replaceAll("").replace("и\u0306", "й");
  }

  private static List<String> words(int[] plain) {
    List<String> words = new ArrayList<>();
    List<String> spelt = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < plain.length; i++) {
      int start = i;
      while (i < plain.length && isOfWord(plain, i)) {
        i++;
      }
      if (start < i) {
        if (i - start > 1 || !isNarrow(plain, end, start)) {
          addSpelt(spelt, words);
        }
        (i - start > 1 ? words : spelt).add(new String(plain, start, i - start));
        end = i;
      }
    }
    addSpelt(spelt, words);
    return words;
  }

  private static boolean isOfWord(int[] plain, int i) {
    return switch (plain[i]) {
      case '@', '$' -> true;
      case '!', '|' ->
          i > 0
              && i + 1 < plain.length
              && Character.isLetterOrDigit(plain[i - 1])
              && Character.isLetterOrDigit(plain[i + 1]);
      default ->
          Character.isLetterOrDigit(plain[i])
              || Character.getType(plain[i]) == Character.NON_SPACING_MARK
              || Character.getType(plain[i]) == Character.COMBINING_SPACING_MARK;
    };
  }

  private static boolean isNarrow(int[] plain, int from, int to) {
    return to - from <= WIDEST_GAP && Arrays.stream(plain, from, to).noneMatch(c -> c == '\n');
  }

  /** Puts letters that stood alone, one after the other, together if they can spell a word. */
  private static void addSpelt(List<String> spelt, List<String> words) {
    if (spelt.size() < FEWEST_SPELT_OUT || spelt.size() > MOST_SPELT_OUT) {
      words.addAll(spelt);
    } else {
      words.add(String.join("", spelt));
    }
    spelt.clear();
  }

  private static Set<String> readingsOf(String word) {
    Set<String> readings = new LinkedHashSet<>();
    String bare = bare(word);
    for (String body : bare.isEmpty() ? List.of(word) : List.of(word, bare)) {
      List<Alphabet> alphabets = Alphabet.of(body);
      if (alphabets.isEmpty()) {
        readings.add(body);
      }
      for (Alphabet alphabet : alphabets) {
        String read = alphabet.read(body);
        if (isDrawnOut(read)) {
          readings.add(DRAWN_OUT.matcher(read).replaceAll("$1"));
          readings.add(DRAWN_OUT.matcher(read).replaceAll("$1$1"));
        } else {
          readings.add(read);
        }
      }
    }
    return readings;
  }

  /**
   * Tells whether a letter may stand there three times in a row; most words are spared a search.
   */
  private static boolean isDrawnOut(String word) {
    for (int i = 2; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == word.charAt(i - 1) || Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  /** Returns a word without the digits and signs at its ends, which may stand for themselves. */
  private static String bare(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !Character.isLetter(word.codePointAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetter(word.codePointBefore(end))) {
      end--;
    }
    return word.substring(start, end);
  }
}
