package io.broadsheet.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * What the rows of a file of comma-separated values mean.
 *
 * @param <T> what a row becomes
 */
interface CsvKind<T> {
  /** Returns the columns that there may be. */
  Set<String> columns();

  /** Returns what a row is about, as the report names it. */
  String name(CsvRecords.Row row);

  /**
   * Reads a row.
   *
   * @throws Unfit if it cannot be taken in
   */
  T read(CsvRecords.Row row);

  /** Tells whether rows of which this became are told one by one; others are only counted. */
  default boolean isTold(Outcome outcome) {
    return true;
  }

  /** Takes rows in, and returns what became of each. */
  List<Result> take(List<T> rows) throws IOException;

  /** Returns what would become of rows, each for itself, and takes nothing in. */
  List<Result> preview(List<T> rows) throws IOException;

  /**
   * What became of a row.
   *
   * @param reason why it was refused; empty if it was not
   */
  record Result(Outcome outcome, String reason) {
    Result(Outcome outcome) {
      this(outcome, "");
    }
  }
}
