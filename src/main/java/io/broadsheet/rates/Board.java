package io.broadsheet.rates;

import io.broadsheet.settings.RateSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The quotes that hold now: of each series the latest that is not ahead of its time.
 *
 * <p>Equal quotes make equal boards, whenever and in whatever order they came in.
 *
 * @param rows by currency in the settings' order, official ones last, then by office and city,
 *     those without one first
 * @param coming the rates that central banks have set for a time that has not come yet
 * @param zone in which days begin
 * @param settings which currencies come first, and whose quotes stand on every page
 */
public record Board(List<Row> rows, List<Quote> coming, ZoneId zone, RateSettings settings) {
  private static final Comparator<@Nullable String> NONE_FIRST =
      Comparator.nullsFirst(Comparator.<String>naturalOrder());
  private static final Comparator<Row> ORDER =
      Comparator.comparing((Row row) -> row.quote().currency())
          .thenComparing(row -> row.quote().official())
          .thenComparing(row -> row.quote().office(), NONE_FIRST)
          .thenComparing(row -> row.quote().city(), NONE_FIRST)
          .thenComparing(row -> row.quote().series().priceCurrency());

  /**
   * A quote and what it was before.
   *
   * @param series the number of the quote's series, more than 0
   * @param seen until when the quote is known to have held, at least its own time
   * @param before what held when the day of {@code seen} began: this very quote if it is of an
   *     earlier day; null where there is none
   */
  public record Row(long series, Quote quote, Instant seen, @Nullable Quote before) {
    /** Returns how the buying price changed since that day began; null where none was before. */
    public @Nullable BigDecimal change() {
      return before == null ? null : quote.buy().subtract(before.buy());
    }
  }

  /**
   * A currency on the board of every page.
   *
   * @param change of the buying price since the day began; null where none was before
   * @param at since when both prices hold: the older one's time
   * @param seen until when both are known to have held
   */
  public record Headline(
      String currency,
      BigDecimal buy,
      BigDecimal sell,
      @Nullable BigDecimal change,
      Instant at,
      Instant seen) {
    private static Headline of(Row row) {
      Quote quote = row.quote();
      return new Headline(
          quote.currency(), quote.buy(), quote.sell(), row.change(), quote.at(), row.seen());
    }
  }

  public Board {
    rows =
        rows.stream()
            .sorted(
                Comparator.comparingInt((Row row) -> rank(row, settings.currencies()))
                    .thenComparing(ORDER))
            .toList();
    coming = List.copyOf(coming);
  }

  /**
   * Returns what is quoted in a city, and the official rates, which hold in all of them.
   *
   * @param city its name in any case
   */
  public Board in(String city) {
    return new Board(
        rows.stream()
            .filter(row -> row.quote().official() || row.quote().series().isIn(city))
            .toList(),
        coming,
        zone,
        settings);
  }

  /** Returns the cities that have offices, each once, by their letters. */
  public List<String> cities() {
    List<String> cities = new ArrayList<>();
    for (Row row : offices()) {
      String city = row.quote().city();
      if (city != null && cities.stream().noneMatch(row.quote().series()::isIn)) {
        cities.add(city);
      }
    }
    cities.sort(Comparator.naturalOrder());
    return List.copyOf(cities);
  }

  /**
   * Tells whether a quote has grown old, by the age that the settings name.
   *
   * @param seen until when it is known to have held
   */
  public boolean isOld(Instant seen, Instant now) {
    return !now.isBefore(seen.plus(settings.oldAfter()));
  }

  /**
   * Returns when the board next reads otherwise though nobody quotes anything: a quote grows old, a
   * day begins, or a rate comes into force.
   */
  public Instant nextAfter(Instant now) {
    return Stream.of(
            offices().stream().map(row -> row.seen().plus(settings.oldAfter())),
            coming.stream().map(Quote::at),
            rows.stream().map(row -> midnight(now, row.quote().series().zone(zone))))
        .flatMap(times -> times)
        .filter(now::isBefore)
        .reduce(midnight(now, zone), Board::earlier);
  }

  private static Instant midnight(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Returns the quotes of exchange offices in the country's currency. */
  public List<Row> offices() {
    return rows.stream()
        .filter(row -> !row.quote().official())
        .filter(row -> row.quote().series().priceCurrency().equals(settings.currency()))
        .toList();
  }

  /** Returns the rates of central banks, and prices in other currencies. */
  public List<Row> official() {
    return rows.stream().filter(row -> row.quote().official()).toList();
  }

  /**
   * Returns one row a currency, for the board on every page: of the office or the best of the city
   * that the settings name; else the newsroom's own quote, which names no office; else the best of
   * all offices. Official rates are not for sale and never stand here.
   */
  public List<Headline> headline() {
    Map<String, List<Row>> currencies = new LinkedHashMap<>();
    for (Row row : offices()) {
      currencies.computeIfAbsent(row.quote().currency(), code -> new ArrayList<>()).add(row);
    }
    return currencies.values().stream().flatMap(rows -> headline(rows).stream()).toList();
  }

  private Optional<Headline> headline(List<Row> ofCurrency) {
    RateSettings.Board wanted = settings.board();
    List<Row> here =
        ofCurrency.stream()
            .filter(row -> wanted.city() == null || row.quote().series().isIn(wanted.city()))
            .filter(
                row ->
                    wanted.office() == null
                        || Objects.equals(row.quote().office(), wanted.office()))
            .toList();
    if (here.isEmpty()) {
      return Optional.empty();
    }
    boolean house = wanted.city() == null && here.getFirst().quote().office() == null;
    return Optional.of(house || here.size() == 1 ? Headline.of(here.getFirst()) : best(here));
  }

  /**
   * Of the offices that quoted the currency on the last day that anybody did, the most that one
   * pays and the least that one asks, so that the board does not stay with one that fell silent.
   */
  private Headline best(List<Row> here) {
    long today = here.stream().mapToLong(this::day).max().orElseThrow();
    List<Row> now = here.stream().filter(row -> day(row) == today).toList();
    Row buys = now.stream().max(Comparator.comparing(row -> row.quote().buy())).orElseThrow();
    Row sells = now.stream().min(Comparator.comparing(row -> row.quote().sell())).orElseThrow();
    Optional<BigDecimal> before =
        here.stream()
            .map(row -> day(row) == today ? row.before() : row.quote())
            .filter(Objects::nonNull)
            .map(Quote::buy)
            .max(Comparator.naturalOrder());
    return new Headline(
        buys.quote().currency(),
        buys.quote().buy(),
        sells.quote().sell(),
        before.map(buys.quote().buy()::subtract).orElse(null),
        earlier(buys.quote().at(), sells.quote().at()),
        earlier(buys.seen(), sells.seen()));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private long day(Row row) {
    return row.seen().atZone(zone).toLocalDate().toEpochDay();
  }

  private static int rank(Row row, List<String> first) {
    int index = first.indexOf(row.quote().currency());
    return index < 0 ? first.size() : index;
  }
}
