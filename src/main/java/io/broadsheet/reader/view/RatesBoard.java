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
   * @param at when it was quoted; of an old one in words that say so
   * @param old whether nobody has confirmed it for long
   */
  public record Row(
      String currency, String buy, String sell, @Nullable Change change, Moment at, boolean old) {}

  /**
   * A change of price.
   *
   * @param kind {@code up}, {@code down} or {@code same}
   * @param arrow for the eye; empty for none
   * @param word for the ear
   * @param shown the difference with its sign
   */
  public record Change(String kind, String arrow, String word, String shown) {}
}
