package io.broadsheet.comments;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes what a reader typed into the text that is kept: composed (Unicode NFC), of characters that
 * are seen, which neither turn the direction of what surrounds them nor pile up over it.
 *
 * <p>Both forms are idempotent, and take time in proportion to the length of what was typed. Emoji
 * stay whole: families, skin tones, keycaps and flags (<a
 * href="https://www.unicode.org/reports/tr51/">UTS #51</a>).
 */
final class PlainText {
  private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u000b\f\u0085\u2028\u2029]");

  /**
   * Controls, formats (zero width, soft hyphens, turns of direction), private use, unassigned, lone
   * surrogates, and the marks, variation selectors and pictures that show nothing; not what glues
   * emoji together.
   */
  private static final Pattern HIDDEN =
      Pattern.compile(
          """
          [\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u034f\\u17b4\\u17b5\\u180b-\\u180f\\ufe00-\\ufe0d\
          \\ufffc\\x{16fe4}\\x{e0100}-\\x{e01ef}&&[^\\n\\t\\u200d\\x{e0020}-\\x{e007f}]]""");

  /**
   * Joiners that join no pictures, styles that style no emoji, and tags of nothing; the first group
   * is what of it stays: the flags of England, Scotland and Wales are written with tags.
   *
   * <p>Skin tones stand in it as they are, not as {@code \\x{1f3fb}}: only where it finds such a
   * character in the pattern does {@link Pattern} look behind by code points, not by halves of
   * them.
   */
  private static final Pattern STRAY_GLUE =
      Pattern.compile(
          """
          (\\x{1f3f4}\\x{e0067}\\x{e0062}(?:\
          \\x{e0065}\\x{e006e}\\x{e0067}|\\x{e0073}\\x{e0063}\\x{e0074}|\\x{e0077}\\x{e006c}\\x{e0073}\
          )\\x{e007f})\
          |[\\x{e0020}-\\x{e007f}]\
          |\\u200d(?!\\p{IsExtended_Pictographic})\
          |(?<=[0-9#*])[\\ufe0e\\ufe0f](?!\\u20e3)\
          |(?<!\\p{IsEmoji})[\\ufe0e\\ufe0f]\
          |(?<!\\p{IsExtended_Pictographic}[\\ufe0f🏻-🏿]{0,2})\\u200d""");

  /** Spaces of any width, and letters, notes and patterns of dots that look like one. */
  private static final Pattern BLANK =
      Pattern.compile(
          "[\\p{Zs}\\t\\u115f\\u1160\\u2800\\u3164\\uffa0\\x{13441}\\x{13442}\\x{1d159}]++");

  private static final Pattern MARKS_ON_NOTHING = Pattern.compile("(^|[ \n])\\p{M}++");

  /**
   * Marks in a row after the 30th, as in the Stream-Safe Text Format of UAX #15: to put more of
   * them in order takes the square of their number.
   */
  private static final Pattern ENDLESS_MARKS = Pattern.compile("(\\p{M}{30})\\p{M}++");

  /**
   * Marks piled on a base ("zalgo"): after two, which Vietnamese and Arabic need, if they are marks
   * that any script may borrow; after six if they are a script's own, such as those of Burmese.
   */
  private static final Pattern PILED_MARKS =
      Pattern.compile(
          "(\\p{M}{2}[\\p{M}&&[^\\p{IsInherited}\\p{IsCommon}\\p{IsCyrillic}]]{0,4}+)\\p{M}++");

  private static final Pattern SPACES = Pattern.compile(" {2,}+");
  private static final Pattern SPACES_AT_LINE_END = Pattern.compile(" ?\n ?");
  private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}+");
  private static final Pattern LINE_ENDS = Pattern.compile("\n++");

  private PlainText() {}

  /** Returns a text of lines, at most one in a row of them empty; empty if nothing is seen. */
  static String text(String raw) {
    return lines(isOrdinary(raw) ? raw : seen(raw));
  }

  /**
   * Tells whether a text is of nothing but what Russian, Kazakh and English are written with, of
   * which all is seen as it stands: such texts need not be searched for the rest of Unicode.
   */
  private static boolean isOrdinary(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean ordinary =
          (c >= ' ' && c <= '~')
              || (c >= 'Ѐ' && c <= 'ӿ' && (c <= 'ҁ' || c >= 'Ҋ'))
              || c == '\n'
              || "«»–—…№“”„‘’".indexOf(c) >= 0;
      if (!ordinary) {
        return false;
      }
    }
    return true;
  }

  /** Returns what is seen of any text, composed. */
  static String seen(String raw) {
    String seen = LINE_END.matcher(raw).replaceAll("\n");
    seen = HIDDEN.matcher(seen).replaceAll("");
    seen = STRAY_GLUE.matcher(seen).replaceAll("$1");
    seen = BLANK.matcher(seen).replaceAll(" ");
    return composed(seen);
  }

  /** Returns a text on one line, such as a name; empty if nothing is seen. */
  static String line(String raw) {
    return LINE_ENDS.matcher(text(raw)).replaceAll(" ");
  }

  private static String composed(String seen) {
    String borne = MARKS_ON_NOTHING.matcher(seen).replaceAll("$1");
    String finite = ENDLESS_MARKS.matcher(borne).replaceAll("$1");
    String composed = Normalizer.normalize(finite, Normalizer.Form.NFC);
    return PILED_MARKS.matcher(composed).replaceAll("$1");
  }

  static String lines(String text) {
    String lines = SPACES.matcher(text).replaceAll(" ");
    lines = SPACES_AT_LINE_END.matcher(lines).replaceAll("\n");
    return EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip();
  }
}
