package io.broadsheet.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads lines of comma-separated values as RFC 4180 has them, but for line ends within quotes: none
 * of our columns holds any, and a quote that is never closed would swallow a file.
 */
public final class CsvLine {
  private CsvLine() {}

  /**
   * Returns the fields of a line, those without quotes stripped of spaces around them.
   *
   * @throws IllegalArgumentException if quotes do not match; the message is one sentence
   */
  public static List<String> fields(String line, char separator) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      int from = skipSpaces(line, at);
      StringBuilder field = new StringBuilder();
      if (from < line.length() && line.charAt(from) == '"') {
        at = skipSpaces(line, quoted(line, from + 1, field));
        if (at < line.length() && line.charAt(at) != separator) {
          throw new IllegalArgumentException(
              "After a closing quote stands something else than “" + separator + "”.");
        }
      } else {
        int next = line.indexOf(separator, at);
        int end = next < 0 ? line.length() : next;
        field.append(line.substring(at, end).strip());
        at = end;
      }
      fields.add(field.toString());
      if (at == line.length()) {
        return fields;
      }
      at++;
    }
  }

  private static int quoted(String line, int from, StringBuilder field) {
    int at = from;
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (at < line.length() && line.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        return at;
      }
    }
    throw new IllegalArgumentException("A quote is not closed on its line.");
  }

  private static int skipSpaces(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
