package io.broadsheet.rates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody buys and sells one unit of a currency for.
 *
 * <p>Prices keep their digits: 6.30 is another quote than 6.3, because readers see another number.
 *
 * @param series who quotes, and what
 * @param buy what is paid for one unit; more than 0, below 1,000,000,000, up to 12 decimals
 * @param sell what is asked for one unit, at least {@code buy}; the same limits
 * @param at since when it holds, to the millisecond
 */
public record Quote(Series series, BigDecimal buy, BigDecimal sell, Instant at) {
  private static final Pattern PRICE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,12})?");
  private static final BigDecimal TOO_MUCH = new BigDecimal("1000000000");

  /** Central banks quote some currencies by the million, with four decimals. */
  private static final int DECIMALS = 12;

  public Quote {
    price(buy);
    price(sell);
    InvalidQuote.unless(
        buy.compareTo(sell) <= 0,
        series.currency()
            + " would be bought for more than it is sold for, "
            + buy
            + " / "
            + sell
            + ": put the lower price first.");
    InvalidQuote.unless(
        !series.official() || buy.compareTo(sell) == 0,
        "An official rate of "
            + series.currency()
            + " is one price, not "
            + buy
            + " / "
            + sell
            + ".");
    InvalidQuote.unless(
        !at.isBefore(Instant.EPOCH) && at.isBefore(Instant.parse("9999-12-31T00:00:00Z")),
        "The time of a quote is outside the years 1970 to 9999.");
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Returns what is bought and sold, as ISO 4217 has it. */
  public String currency() {
    return series.currency();
  }

  /** Returns who quotes; null for the newsroom's own board. */
  public @Nullable String office() {
    return series.office();
  }

  /** Returns where the office is; null where that does not matter. */
  public @Nullable String city() {
    return series.city();
  }

  /**
   * Returns the day of its time: where a central bank is, and else where the site is.
   *
   * @param site the site's zone
   */
  public LocalDate day(ZoneId site) {
    return LocalDate.ofInstant(at, series.zone(site));
  }

  /** Tells whether a central bank sets the price. */
  public boolean official() {
    return series.official();
  }

  /**
   * Reads a price as people type it, such as {@code 505.9}.
   *
   * @throws InvalidQuote if it is anything but digits with a decimal point
   */
  public static BigDecimal price(String text) {
    InvalidQuote.unless(
        PRICE.matcher(text).matches(),
        "“"
            + InvalidQuote.shortened(text)
            + "” is not a price: write digits and a decimal point, such as 505.9.");
    return price(new BigDecimal(text));
  }

  private static BigDecimal price(BigDecimal price) {
    InvalidQuote.unless(
        price.signum() > 0
            && price.scale() >= 0
            && price.scale() <= DECIMALS
            && price.compareTo(TOO_MUCH) < 0,
        "A price must be more than 0 and below 1000000000, with at most 12 decimals.");
    return price;
  }
}
