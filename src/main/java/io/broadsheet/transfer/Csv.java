package io.broadsheet.transfer;

import io.broadsheet.web.CsvLine;
import java.util.List;

/** Reads lines of files that are taken in, in which commas separate the fields. */
final class Csv {
  private Csv() {}

  /**
   * Returns the fields of a line.
   *
   * @throws Unfit if quotes do not match
   */
  static List<String> fields(String line) {
    try {
      return CsvLine.fields(line, ',');
    } catch (IllegalArgumentException e) {
      throw new Unfit(String.valueOf(e.getMessage()), e);
    }
  }
}
