package io.broadsheet.transfer;

import io.broadsheet.rates.InvalidQuote;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.Rates;
import io.broadsheet.rates.Taking;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the quotes of one file in, a few hundred in one transaction. */
final class RatesImport {
  static final Set<String> COLUMNS = Set.of("currency", "buy", "sell", "office", "city", "at");

  private static final int BATCH = 500;

  private final Rates rates;
  private final ZoneId zone;
  private final Instant now;
  private final boolean dryRun;
  private final Path file;
  private final Tally tally;
  private final List<Entry> batch = new ArrayList<>();

  /**
   * Prepares for a file.
   *
   * @param now the time of quotes that do not say theirs
   */
  RatesImport(Rates rates, ZoneId zone, Instant now, boolean dryRun, Path file, Tally tally) {
    this.rates = rates;
    this.zone = zone;
    this.now = now;
    this.dryRun = dryRun;
    this.file = file;
    this.tally = tally;
  }

  /** A row that waits for its transaction; without a quote it was refused already. */
  private record Entry(CsvRecords.Row row, @Nullable Quote quote, String reason) {}

  /** Takes all in; returns false if it was told to stop before the end. */
  boolean run(CsvRecords records) throws IOException {
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
  }

  private Entry entry(CsvRecords.Row row) {
    try {
      return new Entry(row, quote(row), "");
    } catch (Unfit e) {
      return new Entry(row, null, e.reason());
    } catch (InvalidQuote e) {
      return new Entry(row, null, String.valueOf(e.getMessage()));
    }
  }

  private Quote quote(CsvRecords.Row row) {
    return new Quote(
        row.required("currency"),
        Quote.price(row.required("buy")),
        Quote.price(row.required("sell")),
        row.field("office").orElse(null),
        row.field("city").orElse(null),
        false,
        row.field("at").map(at -> Times.instant("“at”", at, zone)).orElse(now));
  }

  private void flush() {
    List<Quote> quotes = new ArrayList<>();
    for (Entry entry : batch) {
      if (entry.quote() != null) {
        quotes.add(entry.quote());
      }
    }
    List<Taking> takings =
        dryRun ? quotes.stream().map(rates::preview).toList() : rates.setAll(quotes);
    int next = 0;
    for (Entry entry : batch) {
      tell(entry, entry.quote() == null ? new Taking.Refused(entry.reason()) : takings.get(next++));
    }
    batch.clear();
  }

  private void tell(Entry entry, Taking taking) {
    Quote quote = entry.quote();
    String name = quote == null ? null : quote.currency();
    CsvRecords.Row row = entry.row();
    switch (taking) {
      case Taking.Taken() -> tally.tell(file, row.record(), row.line(), Outcome.TAKEN, name, "");
      case Taking.Unchanged() ->
          tally.tell(file, row.record(), row.line(), Outcome.UNCHANGED, name, "");
      case Taking.Refused(String reason) ->
          tally.tell(file, row.record(), row.line(), Outcome.REFUSED, name, reason);
    }
  }
}
