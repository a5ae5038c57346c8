package io.broadsheet.transfer;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record of a file.
 *
 * @param file where it stands
 * @param record its number within the file, from 1; 0 for the file as a whole
 * @param line the line on which it begins, from 1; 0 for the file as a whole
 * @param outcome what became of it
 * @param name what it is about, such as an article's URI, fit for a terminal; null where it does
 *     not say
 * @param detail why it was refused, or what of it was left out, in sentences fit for a terminal;
 *     may be empty
 */
public record ImportLine(
    Path file, long record, long line, Outcome outcome, @Nullable String name, String detail) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DETAIL = 500;

  public ImportLine {
    name = name == null ? null : shown(name, LONGEST_NAME);
    detail = shown(detail, LONGEST_DETAIL);
  }

  /** A file's text must not steer the terminal on which it is reported. */
  private static String shown(String text, int longest) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), longest) + 1);
    text.codePoints().limit(longest).forEach(c -> shown.appendCodePoint(isPlain(c) ? c : '\ufffd'));
    return text.codePointCount(0, text.length()) > longest
        ? shown.append('…').toString()
        : shown.toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> c == 0x200d; // joins emoji; others turn the direction of text
      default -> true;
    };
  }
}
