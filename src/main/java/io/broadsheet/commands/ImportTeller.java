package io.broadsheet.commands;

import io.broadsheet.transfer.ImportLine;
import io.broadsheet.transfer.ImportWatcher;
import io.broadsheet.transfer.Outcome;
import java.time.Duration;
import java.util.Locale;

/** Tells of an import record by record and, now and then, how far it is. */
final class ImportTeller implements ImportWatcher {
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final Terminal terminal;
  private long told = System.nanoTime();

  ImportTeller(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void record(ImportLine line) {
    StringBuilder text = new StringBuilder().append(line.file());
    if (line.line() > 0) {
      text.append(':').append(line.line());
    }
    text.append(": ").append(line.outcome().name().toLowerCase(Locale.ROOT));
    if (line.name() != null) {
      text.append(' ').append(line.name());
    }
    if (!line.detail().isEmpty()) {
      text.append(": ").append(line.detail());
    }
    (line.outcome() == Outcome.REFUSED ? terminal.err() : terminal.out()).println(text);
  }

  @Override
  public void progress(long records, long bytes, long total) {
    long now = System.nanoTime();
    if (now - told >= BETWEEN.toNanos()) {
      told = now;
      terminal
          .err()
          .printf("%,d records, %d %%%n", records, total == 0 ? 100 : bytes * 100 / total);
    }
  }

  @Override
  public boolean stopped() {
    return terminal.gone().getAsBoolean();
  }
}
