package io.broadsheet.rates;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/**
 * Reads what the rows of central banks have in common.
 *
 * @param bank who sets the rates, as the series names it
 * @param dates how its days are written
 * @param time of day and zone from which a day's rate holds
 */
record OfficialRow(String bank, DateTimeFormatter dates, LocalTime time, ZoneId zone) {
  /** Days as 24.11.2026. */
  static final DateTimeFormatter DOTTED =
      DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern POWER_OF_TEN = Pattern.compile("10{0,6}");

  /** Returns the moment from which the rate of a day holds. */
  Instant day(String text) {
    try {
      return LocalDate.parse(text, dates).atTime(time).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidQuote("“" + InvalidQuote.shortened(text) + "” is not a date.");
    }
  }

  /** Returns the official quote of a currency. */
  Quote quote(String currency, String priceCurrency, BigDecimal price, Instant at) {
    return new Quote(new Series(currency, priceCurrency, bank, null, true), price, price, at);
  }

  /**
   * Returns the price of one unit where that of 1, 10, 100… is given.
   *
   * <p>The decimal point moves, so that nothing is rounded: 35.14 for 100 is 0.3514 for one.
   *
   * @throws InvalidQuote if the price is none, or the number of units another
   */
  static BigDecimal perUnit(String price, String units) {
    InvalidQuote.unless(
        POWER_OF_TEN.matcher(units).matches(),
        "“" + InvalidQuote.shortened(units) + "” is not a number of units such as 1, 10 or 100.");
    return Quote.price(price).movePointLeft(units.length() - 1);
  }
}
