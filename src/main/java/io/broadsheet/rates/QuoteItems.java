package io.broadsheet.rates;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quotes as programs read them: prices as text, so that no program's numbers round them. */
public record QuoteItems(List<Item> quotes) {
  /** A quote; {@code at} is an ISO instant, {@code priceCurrency} what the prices are in. */
  @JsonPropertyOrder({
    "currency",
    "buy",
    "sell",
    "office",
    "city",
    "official",
    "at",
    "priceCurrency"
  })
  public record Item(
      String currency,
      String buy,
      String sell,
      @Nullable String office,
      @Nullable String city,
      boolean official,
      String at,
      String priceCurrency) {
    private static Item of(Quote quote) {
      return new Item(
          quote.currency(),
          quote.buy().toPlainString(),
          quote.sell().toPlainString(),
          quote.office(),
          quote.city(),
          quote.official(),
          quote.at().toString(),
          quote.series().priceCurrency());
    }
  }

  /** Returns the quotes of a board in its order. */
  public static QuoteItems of(Board board) {
    return new QuoteItems(board.rows().stream().map(row -> Item.of(row.quote())).toList());
  }
}
