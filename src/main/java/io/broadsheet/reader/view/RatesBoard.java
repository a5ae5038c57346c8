package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What currencies are bought and sold for.
 *
 * @param day the day of the newest quote, which times without a date belong to; null without quotes
 * @param all leads to the page of all offices
 */
public record RatesBoard(Words words, @Nullable Moment day, List<Row> rows, String all) {
  /**
   * One currency.
   *
   * @param change against the day before, with its sign
   */
  public record Row(String currency, String buy, String sell, @Nullable Change change, Moment at) {}

  /**
   * A change of price.
   *
   * @param kind {@code up}, {@code down} or {@code same}
   * @param shown the difference with its sign
   */
  public record Change(String kind, String shown) {}

  /**
   * The page of all offices.
   *
   * @param day the day of the newest quote; null without quotes
   */
  public record Whole(
      Words words, @Nullable Moment day, List<Currency> currencies, List<Official> official) {}

  /** A currency at all offices. */
  public record Currency(String code, String name, List<Quote> quotes) {}

  /**
   * What one office asks.
   *
   * @param office its name; the house's own where it has none
   * @param city null where it does not matter
   * @param bestBuy whether nobody pays more
   * @param bestSell whether nobody asks less
   */
  public record Quote(
      String office,
      @Nullable String city,
      String buy,
      String sell,
      boolean bestBuy,
      boolean bestSell,
      Moment at) {}

  /** What a central bank sets. */
  public record Official(String bank, String currency, String rate, Moment at) {}
}
