package io.broadsheet.transfer;

import java.util.ArrayList;
import java.util.List;

/** Keeps what an import tells. */
final class Recorded implements ImportWatcher {
  final List<ImportLine> lines = new ArrayList<>();
  final List<Long> progress = new ArrayList<>();
  long stopAfter = Long.MAX_VALUE;

  @Override
  public void record(ImportLine line) {
    lines.add(line);
  }

  @Override
  public void progress(long records, long bytes, long total) {
    if (bytes > total) {
      throw new AssertionError(bytes + " of " + total);
    }
    progress.add(bytes);
  }

  @Override
  public boolean stopped() {
    return lines.size() >= stopAfter;
  }

  List<Outcome> outcomes() {
    return lines.stream().map(ImportLine::outcome).toList();
  }

  /** Returns why the only refused record was refused. */
  String refusal() {
    List<ImportLine> refused =
        lines.stream().filter(line -> line.outcome() == Outcome.REFUSED).toList();
    if (refused.size() != 1) {
      throw new AssertionError(lines);
    }
    return refused.getFirst().detail();
  }
}
