package io.broadsheet.settings;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which rates are shown, and how.
 *
 * @param currency what prices are in at the country's exchange offices, as ISO 4217 has it
 * @param currencies those that come first on each board, in this order; the others follow by their
 *     letters
 * @param board whose quotes stand on every page
 * @param oldAfter the age from which a quote is marked as old, 1 hour to 30 days
 * @param sources where quotes are fetched from, each under a name of its own
 */
public record RateSettings(
    @DefaultValue("KZT") String currency,
    @DefaultValue({"USD", "EUR", "RUB"}) List<String> currencies,
    @DefaultValue Board board,
    @DefaultValue("24h") Duration oldAfter,
    @DefaultValue List<SourceSettings> sources) {
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  /**
   * Whose quotes stand on every page: one office's, the best of a city's, or, without either, the
   * newsroom's own, else the best of all.
   *
   * @param city the name of a city; null for any
   * @param office the name of an office; null for the best
   */
  public record Board(@Nullable String city, @Nullable String office) {}

  public RateSettings {
    Check.that(
        CODE.matcher(currency).matches(),
        "broadsheet.rates.currency",
        currency,
        "three capital letters, such as KZT");
    Check.that(
        currencies.stream().allMatch(code -> CODE.matcher(code).matches())
            && currencies.stream().distinct().count() == currencies.size(),
        "broadsheet.rates.currencies",
        currencies,
        "codes of three capital letters, each once");
    Check.that(
        oldAfter.compareTo(Duration.ofHours(1)) >= 0
            && oldAfter.compareTo(Duration.ofDays(30)) <= 0,
        "broadsheet.rates.old-after",
        oldAfter,
        "1h to 30d");
    Check.that(
        sources.stream().map(SourceSettings::name).distinct().count() == sources.size(),
        "broadsheet.rates.sources",
        sources.stream().map(SourceSettings::name).toList(),
        "sources of which each has a name of its own");
    currencies = List.copyOf(currencies);
    sources = List.copyOf(sources);
  }
}
