package io.broadsheet.settings;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where quotes are fetched from again and again.
 *
 * @param name by which the desk, the log and the metrics know it: 1 to 40 of a-z, 0-9 and -
 * @param format what the source writes
 * @param url its address; {@code {date}} in it stands for today as 24.11.2026
 * @param every the time from one fetch to the next, 1 minute to 7 days
 * @param timeout how long all of a fetch may take, 1 second to 2 minutes
 * @param office who quotes; null for what the format or its rows say
 * @param city where the office is; null for what the rows say
 * @param currency what is quoted, where no row says it; null where each does
 * @param priceCurrency what prices of JSON and CSV are in; null for {@code
 *     broadsheet.rates.currency}
 * @param official whether a central bank sets the prices of JSON or CSV
 * @param separator what separates the fields of CSV, one character
 * @param decimalComma whether prices of JSON and CSV have a comma before their decimals
 * @param fields where what stands in a row of JSON or CSV
 */
public record SourceSettings(
    @DefaultValue("") String name,
    Format format,
    @DefaultValue("") String url,
    @DefaultValue("1h") Duration every,
    @DefaultValue("20s") Duration timeout,
    @Nullable String office,
    @Nullable String city,
    @Nullable String currency,
    @Nullable String priceCurrency,
    @DefaultValue("false") boolean official,
    @DefaultValue(",") String separator,
    @DefaultValue("false") boolean decimalComma,
    @DefaultValue Fields fields) {
  private static final String KEY = "broadsheet.rates.sources.";
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  /** What a source writes. */
  public enum Format {
    /** The XML of {@code nationalbank.kz/rss}. */
    NATIONAL_BANK_OF_KAZAKHSTAN,
    /** The XML of {@code cbr.ru/scripts/XML_daily.asp}. */
    BANK_OF_RUSSIA,
    /** The XML of {@code ecb.europa.eu/stats/eurofxref}. */
    EUROPEAN_CENTRAL_BANK,
    /** JSON, whose fields are JSON Pointers (RFC 6901) within a row. */
    JSON,
    /** Rows under a header, whose fields are names of columns. */
    CSV
  }

  /**
   * The names of columns, or JSON Pointers within a row, whose first slash may be left out.
   *
   * @param rows where in JSON the rows are: an array, or an object whose members are rows named by
   *     their currencies
   * @param units of how many units the price is; a row that lacks it is of one
   * @param at since when it holds; a row that lacks it holds now
   */
  public record Fields(
      @DefaultValue("") String rows,
      @DefaultValue("currency") String currency,
      @DefaultValue("buy") String buy,
      @DefaultValue("sell") String sell,
      @DefaultValue("units") String units,
      @DefaultValue("office") String office,
      @DefaultValue("city") String city,
      @DefaultValue("at") String at) {}

  public SourceSettings {
    Check.that(
        NAME.matcher(name).matches(), KEY + "name", name, "1 to 40 of a-z, 0-9 and -, as nbk");
    Check.that(
        format != null,
        KEY + "format",
        "",
        "national-bank-of-kazakhstan, bank-of-russia, european-central-bank, json or csv");
    Check.that(isWeb(url), KEY + "url", url, "an address that begins with http:// or https://");
    check("every", every, Duration.ofMinutes(1), Duration.ofDays(7), "1m to 7d");
    check("timeout", timeout, Duration.ofSeconds(1), Duration.ofMinutes(2), "1s to 2m");
    code("currency", currency);
    code("price-currency", priceCurrency);
    Check.that(
        separator.length() == 1 && !separator.equals("\""),
        KEY + "separator",
        separator,
        "one character, as ;");
  }

  /** Returns the address, with today's date in it where it asks for that. */
  public URI address(String today) {
    return URI.create(url.replace("{date}", today));
  }

  private static boolean isWeb(String url) {
    try {
      URI address = URI.create(url.replace("{date}", "24.11.2026"));
      return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
          && address.getHost() != null
          && address.getRawUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void check(
      String key, Duration value, Duration least, Duration most, String allowed) {
    Check.that(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0, KEY + key, value, allowed);
  }

  private static void code(String key, @Nullable String code) {
    Check.that(
        code == null || CODE.matcher(code).matches(),
        KEY + key,
        code,
        "three capital letters, such as USD");
  }
}
