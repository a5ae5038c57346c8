package io.broadsheet.rates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody buys and sells a currency for, in the currency of the country.
 *
 * <p>Prices keep their digits: 6.30 is another quote than 6.3, because readers see another number.
 *
 * @param currency three capital letters, as ISO 4217 has them
 * @param buy what is paid for one unit; more than 0, below 1,000,000,000, up to 8 decimals
 * @param sell what is asked for one unit, at least {@code buy}; the same limits
 * @param office who quotes, 1 to 200 characters; null for the newsroom's own board
 * @param city where, 1 to 200 characters; null where that does not matter
 * @param official whether a central bank sets it, which buys and sells at one price
 * @param at since when it holds, to the millisecond
 */
public record Quote(
    String currency,
    BigDecimal buy,
    BigDecimal sell,
    @Nullable String office,
    @Nullable String city,
    boolean official,
    Instant at) {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern PRICE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,8})?");
  private static final BigDecimal TOO_MUCH = new BigDecimal("1000000000");
  private static final int DECIMALS = 8;
  private static final int LONGEST_NAME = 200;

  public Quote {
    InvalidQuote.unless(
        CURRENCY.matcher(currency).matches(),
        "“"
            + shortened(currency)
            + "” is not a currency: write three capital letters, such as USD.");
    price(buy);
    price(sell);
    InvalidQuote.unless(
        buy.compareTo(sell) <= 0,
        currency
            + " would be bought for more than it is sold for, "
            + buy
            + " / "
            + sell
            + ": put the lower price first.");
    InvalidQuote.unless(
        !official || buy.compareTo(sell) == 0,
        "An official rate of " + currency + " is one price, not " + buy + " / " + sell + ".");
    name("office", office);
    name("city", city);
    InvalidQuote.unless(
        !at.isBefore(Instant.EPOCH) && at.isBefore(Instant.parse("9999-12-31T00:00:00Z")),
        "The time of a quote is outside the years 1970 to 9999.");
    at = at.truncatedTo(ChronoUnit.MILLIS);
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
            + shortened(text)
            + "” is not a price: write digits and a decimal point, such as 505.9.");
    return price(new BigDecimal(text));
  }

  private static BigDecimal price(BigDecimal price) {
    InvalidQuote.unless(
        price.signum() > 0
            && price.scale() >= 0
            && price.scale() <= DECIMALS
            && price.compareTo(TOO_MUCH) < 0,
        "A price must be more than 0 and below 1000000000, with at most 8 decimals.");
    return price;
  }

  private static void name(String what, @Nullable String name) {
    if (name == null) {
      return;
    }
    InvalidQuote.unless(
        !name.isBlank() && name.length() <= LONGEST_NAME && name.equals(name.strip()),
        "The name of the " + what + " must be 1 to 200 characters, with no space at either end.");
    InvalidQuote.unless(
        name.codePoints().noneMatch(c -> Character.isISOControl(c) || isHalf(c)),
        "The name of the " + what + " contains characters that cannot be shown: remove them.");
  }

  /** A code point in this range is a surrogate without its partner. */
  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
