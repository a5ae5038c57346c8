package io.broadsheet.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one file in, a few hundred at once. */
final class CsvImport<T> {
  private static final int BATCH = 500;

  private final CsvKind<T> kind;
  private final boolean dryRun;
  private final Path file;
  private final Tally tally;
  private final List<Entry<T>> batch = new ArrayList<>();

  CsvImport(CsvKind<T> kind, boolean dryRun, Path file, Tally tally) {
    this.kind = kind;
    this.dryRun = dryRun;
    this.file = file;
    this.tally = tally;
  }

  /** A row that waits for its turn; without a value it was refused already. */
  private record Entry<T>(
      CsvRecords.Row row, @Nullable String name, @Nullable T value, String reason) {}

  /** Takes all in; returns false if it was told to stop before the end. */
  boolean run() throws IOException {
    try (CsvRecords records = new CsvRecords(new Counted(file, tally), kind.columns())) {
      CsvRecords.Row row = records.next();
      while (row != null && !tally.stopped()) {
        batch.add(entry(row));
        if (batch.size() == BATCH) {
          flush();
        }
        row = records.next();
      }
      flush();
      return row == null;
    } catch (Unfit e) {
      tally.refuse(file, e.reason());
      return true;
    }
  }

  private Entry<T> entry(CsvRecords.Row row) {
    String name = null;
    try {
      name = kind.name(row);
      return new Entry<>(row, name, kind.read(row), "");
    } catch (Unfit e) {
      return new Entry<>(row, name, null, e.reason());
    }
  }

  private void flush() throws IOException {
    List<T> values = new ArrayList<>();
    for (Entry<T> entry : batch) {
      if (entry.value() != null) {
        values.add(entry.value());
      }
    }
    List<CsvKind.Result> results = dryRun ? kind.preview(values) : kind.take(values);
    int next = 0;
    for (Entry<T> entry : batch) {
      tell(
          entry,
          entry.value() == null
              ? new CsvKind.Result(Outcome.REFUSED, entry.reason())
              : results.get(next++));
    }
    batch.clear();
  }

  private void tell(Entry<T> entry, CsvKind.Result result) {
    CsvRecords.Row row = entry.row();
    if (!kind.isTold(result.outcome())) {
      tally.count(result.outcome());
      return;
    }
    tally.tell(file, row.record(), row.line(), result.outcome(), entry.name(), result.reason());
  }
}
