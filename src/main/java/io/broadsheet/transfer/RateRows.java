package io.broadsheet.transfer;

import io.broadsheet.rates.InvalidQuote;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.Rates;
import io.broadsheet.rates.Series;
import io.broadsheet.rates.Taking;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Quotes of exchange offices.
 *
 * @param zone of times without an offset
 * @param now the time of quotes that do not say theirs
 */
record RateRows(Rates rates, ZoneId zone, Instant now) implements CsvKind<Quote> {
  private static final Set<String> COLUMNS =
      Set.of("currency", "buy", "sell", "office", "city", "at");

  @Override
  public Set<String> columns() {
    return COLUMNS;
  }

  @Override
  public String name(CsvRecords.Row row) {
    return row.required("currency");
  }

  @Override
  public Quote read(CsvRecords.Row row) {
    try {
      return new Quote(
          new Series(
              row.required("currency"),
              rates.currency(),
              row.field("office").orElse(null),
              row.field("city").orElse(null),
              false),
          Quote.price(row.required("buy")),
          Quote.price(row.required("sell")),
          row.field("at").map(at -> Times.instant("“at”", at, zone)).orElse(now));
    } catch (InvalidQuote e) {
      throw new Unfit(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public List<Result> take(List<Quote> quotes) {
    return rates.setAll(quotes).stream().map(RateRows::result).toList();
  }

  @Override
  public List<Result> preview(List<Quote> quotes) {
    return quotes.stream().map(rates::preview).map(RateRows::result).toList();
  }

  private static Result result(Taking taking) {
    return switch (taking) {
      case Taking.Taken() -> new Result(Outcome.TAKEN);
      case Taking.Unchanged() -> new Result(Outcome.UNCHANGED);
      case Taking.Refused(String reason) -> new Result(Outcome.REFUSED, reason);
    };
  }
}
