package io.broadsheet.transfer;

import io.broadsheet.rates.HistoryFile;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.QuoteSink;
import io.broadsheet.rates.Rates;
import io.broadsheet.rates.SourceFailure;
import io.broadsheet.rates.Taking;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes a central bank's rates of many years in, thousands at once; only refusals are told. */
final class HistoryImport implements QuoteSink {
  private static final int BATCH = 2_000;

  private final Rates rates;
  private final boolean dryRun;
  private final Path file;
  private final Tally tally;
  private final List<Quote> batch = new ArrayList<>();
  private long records;

  HistoryImport(Rates rates, boolean dryRun, Path file, Tally tally) {
    this.rates = rates;
    this.dryRun = dryRun;
    this.file = file;
    this.tally = tally;
  }

  /** Takes all in; returns false if it was told to stop before the end. */
  boolean run() throws IOException {
    try (BufferedInputStream in = new BufferedInputStream(new Counted(file, tally))) {
      in.mark(HistoryFile.HEAD);
      byte[] head = in.readNBytes(HistoryFile.HEAD);
      in.reset();
      HistoryFile.of(head)
          .orElseThrow(() -> new IOException(file + " changed while it was read: try again."))
          .read(in, this);
    } catch (SourceFailure e) {
      tally.refuse(file, e.reason());
    }
    flush();
    return !tally.stopped();
  }

  @Override
  public void take(Quote quote) {
    records++;
    batch.add(quote);
    if (batch.size() == BATCH) {
      flush();
    }
  }

  @Override
  public void refuse(String name, String reason) {
    records++;
    tally.tell(file, records, 0, Outcome.REFUSED, name, reason);
  }

  private void flush() {
    if (!tally.stopped()) {
      List<Taking> outcomes =
          dryRun ? batch.stream().map(rates::preview).toList() : rates.setAll(batch);
      for (int i = 0; i < outcomes.size(); i++) {
        tell(batch.get(i), outcomes.get(i));
      }
    }
    batch.clear();
  }

  private void tell(Quote quote, Taking taking) {
    switch (taking) {
      case Taking.Taken() -> tally.count(Outcome.TAKEN);
      case Taking.Unchanged() -> tally.count(Outcome.UNCHANGED);
      case Taking.Refused(String reason) ->
          tally.tell(file, records, 0, Outcome.REFUSED, quote.currency(), reason);
    }
  }
}
