package io.broadsheet.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a file of comma-separated values under a header that names its columns. */
final class CsvRecords implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 16;

  private final Lines lines;
  private final List<String> columns;
  private long record;

  /**
   * Reads the header.
   *
   * @param known the columns that there may be
   * @throws Unfit if it names another, or one twice
   */
  CsvRecords(InputStream in, Set<String> known) throws IOException {
    lines = new Lines(in, LONGEST_LINE);
    Lines.Line header = lines.nextFilled();
    columns = header == null ? List.of() : FileKind.columns(header.text());
    for (String column : columns) {
      if (!known.contains(column)) {
        throw new Unfit("The column “" + Fields.shortened(column) + "” is not known.");
      }
    }
    if (Set.copyOf(columns).size() < columns.size()) {
      throw new Unfit("The header names a column twice.");
    }
  }

  /**
   * A row.
   *
   * @param fields null if it cannot be read
   * @param reason why it cannot; empty if it can
   */
  record Row(
      long record, long line, List<String> columns, @Nullable List<String> fields, String reason) {
    /**
     * Returns the field of a column, which the file may lack.
     *
     * @throws Unfit if the row cannot be read
     */
    Optional<String> field(String column) {
      if (fields == null) {
        throw new Unfit(reason);
      }
      int index = columns.indexOf(column);
      return index < 0 || fields.get(index).isEmpty()
          ? Optional.empty()
          : Optional.of(fields.get(index));
    }

    /**
     * Returns the field of a column.
     *
     * @throws Unfit if the row cannot be read or has nothing there
     */
    String required(String column) {
      return field(column).orElseThrow(() -> new Unfit("It has no “" + column + "”."));
    }
  }

  /** Returns the next row; null after the last. */
  @Nullable Row next() throws IOException {
    Lines.Line line = lines.nextFilled();
    if (line == null) {
      return null;
    }
    record++;
    try {
      List<String> fields = Csv.fields(line.text());
      if (fields.size() != columns.size()) {
        throw new Unfit(
            "It has " + fields.size() + " fields where the header names " + columns.size() + ".");
      }
      return new Row(record, line.number(), columns, fields, "");
    } catch (Unfit e) {
      return new Row(record, line.number(), columns, null, e.reason());
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
