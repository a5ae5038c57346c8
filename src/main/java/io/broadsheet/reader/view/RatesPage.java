package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rates of a city's offices, or of all, and the official ones.
 *
 * @param day the day of the newest quote, which times without a date belong to; null without quotes
 * @param cities leads to all offices and to those of each city; empty where there is no choice
 * @param snippet what shows the board on another site; null where ours has no known address
 */
public record RatesPage(
    Words words,
    String title,
    @Nullable Moment day,
    List<Link> cities,
    List<Currency> currencies,
    List<Bank> banks,
    Converter converter,
    @Nullable String snippet) {

  /** A currency at all offices. */
  public record Currency(String code, String name, Column buy, Column sell, List<Quote> quotes) {}

  /**
   * A column of prices.
   *
   * @param path leads to the page in this column's order; null where it is in it
   */
  public record Column(String name, @Nullable String path) {}

  /**
   * What one office asks.
   *
   * @param office its name; the house's own where it has none
   * @param city null where it does not matter, or is that of the page
   * @param bestBuy whether nobody pays more
   * @param bestSell whether nobody asks less
   * @param old whether nobody has confirmed it for long
   * @param history leads to how it has moved
   */
  public record Quote(
      String office,
      @Nullable String city,
      String buy,
      String sell,
      boolean bestBuy,
      boolean bestSell,
      Moment at,
      boolean old,
      String history) {}

  /**
   * What a central bank sets.
   *
   * @param day from which its newest rates hold
   * @param note says that they are still those of an earlier day, or not yet in force; null where
   *     they are today's
   * @param first of the currencies that the house has first
   * @param others of all the others
   */
  public record Bank(
      String name, Moment day, @Nullable String note, List<Rate> first, List<Rate> others) {}

  /**
   * The price that a central bank sets.
   *
   * @param units how much is priced, such as {@code 100 JPY}
   * @param price with what it is in
   * @param day from which it holds if that is not the bank's newest
   * @param coming what the bank has set for the next day; null while it has not
   * @param history leads to how it has moved
   */
  public record Rate(
      String units,
      String name,
      String price,
      @Nullable Moment day,
      @Nullable Coming coming,
      String history) {}

  /** A price that holds from a day that has not come. */
  public record Coming(Moment day, String price) {}

  /** No office of a city quotes. */
  public record NoCity(Words words, List<Link> cities) {}
}
