package io.broadsheet.rates;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who quotes what in which currency: the quotes of one series follow one another in time.
 *
 * @param currency what is bought and sold: three capital letters, as ISO 4217 has them
 * @param priceCurrency what it is paid in, another such code: the country's own at its offices and
 *     its central bank, the rouble at the Bank of Russia; the European Central Bank prices one euro
 *     in each of the others
 * @param office who quotes, 1 to 200 characters; null for the newsroom's own board
 * @param city where, 1 to 200 characters; null where that does not matter
 * @param official whether a central bank sets the price, which then buys and sells at one
 */
public record Series(
    String currency,
    String priceCurrency,
    @Nullable String office,
    @Nullable String city,
    boolean official) {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final int LONGEST_NAME = 200;

  private static final Map<String, ZoneId> BANKS =
      Map.of(
          KazakhstanRates.BANK, KazakhstanRates.ZONE,
          RussiaRates.BANK, RussiaRates.ZONE,
          EuroRates.BANK, EuroRates.ZONE);

  public Series {
    code(currency);
    code(priceCurrency);
    InvalidQuote.unless(
        !currency.equals(priceCurrency),
        currency + " cannot be quoted in itself: name another currency.");
    name("office", office);
    name("city", city);
  }

  /**
   * Tells whether it is quoted in a city.
   *
   * @param name of the city, in any case
   */
  public boolean isIn(String name) {
    return city != null && plain(city).equalsIgnoreCase(plain(name));
  }

  /**
   * Returns where the days of its quotes begin: a central bank's rate is of a day where the bank
   * is.
   *
   * @param site the site's zone, in which those of all others begin
   */
  public ZoneId zone(ZoneId site) {
    return official && office != null ? BANKS.getOrDefault(office, site) : site;
  }

  /** Letters with marks come composed from some keyboards and decomposed from others. */
  private static String plain(String city) {
    return Normalizer.normalize(city.strip(), Normalizer.Form.NFC);
  }

  private static void code(String currency) {
    InvalidQuote.unless(
        CURRENCY.matcher(currency).matches(),
        "“"
            + InvalidQuote.shortened(currency)
            + "” is not a currency: write three capital letters, such as USD.");
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
}
