package io.broadsheet.transfer;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what became of the records of an import, and tells who watches. */
final class Tally {
  private static final int GRAIN = 200;

  private final ImportWatcher watcher;
  private final long totalBytes;
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final boolean dryRun;
  private final Set<String> taken = new HashSet<>();
  private long records;
  private long bytes;

  Tally(ImportWatcher watcher, long totalBytes, boolean dryRun) {
    this.watcher = watcher;
    this.totalBytes = totalBytes;
    this.dryRun = dryRun;
  }

  /** Counts bytes as they are read. */
  void read(long count) {
    bytes += count;
  }

  /** Tells what became of a record. */
  void tell(
      Path file, long record, long line, Outcome outcome, @Nullable String name, String detail) {
    if (dryRun && outcome == Outcome.TAKEN && name != null) {
      taken.add(name);
    }
    watcher.record(new ImportLine(file, record, line, outcome, name, detail));
    count(outcome);
  }

  /** Counts what became of a record of which nothing else is told. */
  void count(Outcome outcome) {
    counts.merge(outcome, 1L, Long::sum);
    if (++records % GRAIN == 0) {
      progress();
    }
  }

  /** Tells that a file as a whole was refused. */
  void refuse(Path file, String reason) {
    tell(file, 0, 0, Outcome.REFUSED, null, reason);
  }

  /**
   * Returns the names of records that a dry run would have taken, for what refers to them; empty
   * otherwise, since then they are there.
   */
  Set<String> taken() {
    return taken;
  }

  boolean stopped() {
    return watcher.stopped();
  }

  private void progress() {
    watcher.progress(records, Math.min(bytes, totalBytes), totalBytes);
  }

  ImportReport report(boolean complete) {
    progress();
    return new ImportReport(
        counts.getOrDefault(Outcome.TAKEN, 0L),
        counts.getOrDefault(Outcome.CHANGED, 0L),
        counts.getOrDefault(Outcome.UNCHANGED, 0L),
        counts.getOrDefault(Outcome.REFUSED, 0L),
        complete);
  }
}
