package io.broadsheet.newsroom;

import io.broadsheet.rates.Board;
import io.broadsheet.rates.InvalidQuote;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.Series;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed into the forms of the rates desk. */
record RateForm(Map<String, String> typed) {

  /** A quote, or the word for what is wrong with what was typed. */
  sealed interface Read {
    record Fine(Quote quote) implements Read {}

    /** The key of a sentence. */
    record Wrong(String key) implements Read {}
  }

  /** Nothing was typed yet. */
  static RateForm none() {
    return new RateForm(Map.of());
  }

  /** Returns what was typed into a field; the given where it was not on the form. */
  String text(String field, String otherwise) {
    return Objects.requireNonNullElse(typed.get(field), otherwise).strip();
  }

  boolean ticked(String field) {
    return typed.containsKey(field);
  }

  /** Returns the prices of a row as they stood when the form was shown. */
  static String was(Quote quote) {
    return quote.buy().toPlainString() + " / " + quote.sell().toPlainString();
  }

  /** Reads a row; empty if nothing was typed over it, nor ticked. */
  Optional<Read> row(Board.Row row, Instant now) {
    String suffix = "-" + row.series();
    String was = typed.get("was" + suffix);
    String buy = text("buy" + suffix, "");
    String sell = text("sell" + suffix, "");
    boolean untouched = was == null || was.equals(buy + " / " + sell);
    if (untouched && !ticked("still" + suffix)) {
      return Optional.empty();
    }
    return Optional.of(quote(row.quote().series(), buy, sell, now));
  }

  /** Reads a rate that is typed anew. */
  Read added(String priceCurrency, Instant now) {
    try {
      Series series =
          new Series(
              text("currency", "").toUpperCase(Locale.ROOT),
              priceCurrency,
              orNull(text("office", "")),
              orNull(text("city", "")),
              false);
      return quote(series, text("buy", ""), text("sell", ""), now);
    } catch (InvalidQuote e) {
      return new Read.Wrong("rates.bad.name");
    }
  }

  /** Reads two prices, of which a decimal comma is as good as a point. */
  static Read quote(Series series, String buy, String sell, Instant at) {
    BigDecimal bought;
    BigDecimal sold;
    try {
      bought = Quote.price(buy.strip().replace(',', '.'));
      sold = Quote.price(sell.strip().replace(',', '.'));
    } catch (InvalidQuote e) {
      return new Read.Wrong("rates.bad.price");
    }
    if (series.official() && bought.compareTo(sold) != 0) {
      return new Read.Wrong("rates.bad.price");
    }
    return bought.compareTo(sold) > 0
        ? new Read.Wrong("rates.bad.order")
        : new Read.Fine(new Quote(series, bought, sold, at));
  }

  private static @Nullable String orNull(String name) {
    return name.isEmpty() ? null : name;
  }
}
