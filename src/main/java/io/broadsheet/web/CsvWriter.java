package io.broadsheet.web;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;

/**
 * Writes comma-separated values as RFC 4180 has them.
 *
 * <p>It begins with a byte order mark, without which spreadsheets take UTF-8 for something else.
 * They would also run a text that looks like a formula, so such a text gets an apostrophe before
 * it, which they take for “text follows”.
 */
public final class CsvWriter {
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
  private static final String QUOTED = "\",\r\n";

  private final Writer out;

  /**
   * Writes the header.
   *
   * @throws IOException if it cannot be written
   */
  public CsvWriter(Writer out, String... columns) throws IOException {
    this.out = out;
    out.write('\ufeff');
    row((Object[]) columns);
  }

  /**
   * Writes a row of numbers, which stand as they are, and texts.
   *
   * @throws IOException if it cannot be written
   */
  public void row(Object... fields) throws IOException {
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(fields[i] instanceof Number number ? shown(number) : text(fields[i].toString()));
    }
    out.write("\r\n");
  }

  private static String shown(Number number) {
    return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
  }

  private static String text(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    return safe.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0)
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
