package io.broadsheet.rates;

import java.math.BigDecimal;

/**
 * When the desk wants to know that a price moved.
 *
 * @param id its number; 0 before it is stored
 * @param currency whose prices are watched
 * @param percent by how many hundredths of the price, 0.01 to 100 with up to two decimals
 * @param hours within how many, 1 to 168
 */
public record RateRule(long id, String currency, BigDecimal percent, int hours) {
  private static final BigDecimal LEAST = new BigDecimal("0.01");
  private static final BigDecimal MOST = new BigDecimal(100);
  private static final int WEEK = 7 * 24;

  public RateRule {
    InvalidQuote.unless(
        currency.matches("[A-Z]{3}"),
        "“"
            + InvalidQuote.shortened(currency)
            + "” is not a currency: write three capital letters.");
    InvalidQuote.unless(
        percent.scale() <= 2 && percent.compareTo(LEAST) >= 0 && percent.compareTo(MOST) <= 0,
        "A move is 0.01 to 100 per cent, with up to two decimals.");
    InvalidQuote.unless(hours >= 1 && hours <= WEEK, "A move is watched over 1 to 168 hours.");
  }
}
