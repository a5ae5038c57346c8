package io.broadsheet.rates;

import io.broadsheet.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was quoted before: each quote of the last 90 days, and of older ones what {@link DayPrices}
 * says of their days.
 *
 * <p>All calls block on the database.
 */
public final class RateHistory {
  /** How long quotes are kept one by one. */
  static final Duration SINGLE = Duration.ofDays(90);

  private static final int AT_ONCE = 5_000;

  private final Database database;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * Opens the history of this database.
   *
   * @param zone in which days begin
   */
  public RateHistory(Database database, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * A series that was ever quoted.
   *
   * @param id its number, more than 0, which stays
   */
  public record Known(long id, Series series) {}

  /** Returns all series that were ever quoted, by their numbers. */
  public List<Known> series() {
    return database.read(sql -> new QuoteRows(sql).known());
  }

  /** Returns a series by its number. */
  public Optional<Known> series(long id) {
    return database.read(sql -> new QuoteRows(sql).known(id));
  }

  /**
   * Returns what a series quoted day by day, in their order; days of which nothing is known are not
   * among them.
   *
   * @param from the first day
   * @param to the last day
   */
  public List<DayPrices> days(long series, LocalDate from, LocalDate to) {
    return database.read(
        sql -> {
          Map<LocalDate, DayPrices> days = new TreeMap<>();
          new DayRows(sql).days(series, from, to).forEach(day -> add(days, day));
          QuoteRows rows = new QuoteRows(sql);
          ZoneId own = rows.known(series).map(known -> known.series().zone(zone)).orElse(zone);
          rows.during(series, begin(from, own), begin(to.plusDays(1), own))
              .forEach(entry -> ofEntry(entry, own, from, to).forEach(day -> add(days, day)));
          return List.copyOf(days.values());
        });
  }

  /**
   * Returns the quotes of a series that held since a time, in their order; those of more than 90
   * days ago are no longer known one by one.
   */
  public List<Quote> quotes(Known known, Instant since) {
    return database.read(
        sql ->
            new QuoteRows(sql)
                .during(known.id(), since.toEpochMilli(), Long.MAX_VALUE).stream()
                    .map(entry -> entry.of(known.series()))
                    .toList());
  }

  /**
   * Folds quotes older than 90 days into their days; the last one before that stays, since it may
   * have gone on to hold.
   *
   * @return how many quotes were folded
   */
  int fold() {
    long horizon = clock.instant().minus(SINGLE).toEpochMilli();
    int folded = 0;
    for (Known known : series()) {
      int some = AT_ONCE;
      while (some == AT_ONCE) {
        some = database.write(sql -> fold(sql, known, horizon));
        folded += some;
      }
    }
    return folded;
  }

  private int fold(JdbcClient sql, Known known, long horizon) {
    long series = known.id();
    ZoneId own = known.series().zone(zone);
    sql.sql(database.dialect().serialize(Rates.TAKING)).query(row -> {});
    QuoteRows rows = new QuoteRows(sql);
    List<QuoteRows.Entry> entries = rows.followed(series, horizon, AT_ONCE);
    if (entries.isEmpty()) {
      return 0;
    }
    Map<LocalDate, DayPrices> days = new TreeMap<>();
    for (QuoteRows.Entry entry : entries) {
      ofEntry(entry, own, LocalDate.MIN, LocalDate.MAX).forEach(day -> add(days, day));
    }
    DayRows kept = new DayRows(sql);
    for (DayPrices day : days.values()) {
      kept.fold(series, day);
    }
    rows.removeUntil(series, entries.getLast().at());
    return entries.size();
  }

  /** Returns the days between these two on which a quote held. */
  private static Collection<DayPrices> ofEntry(
      QuoteRows.Entry entry, ZoneId zone, LocalDate from, LocalDate to) {
    LocalDate first = dayOf(entry.at(), zone);
    LocalDate last = dayOf(entry.seenAt(), zone);
    return (first.isBefore(from) ? from : first)
        .datesUntil((last.isAfter(to) ? to : last).plusDays(1))
        .map(
            day ->
                new DayPrices(
                    day,
                    Instant.ofEpochMilli(Math.max(entry.at(), begin(day, zone))),
                    Instant.ofEpochMilli(
                        Math.min(entry.seenAt(), begin(day.plusDays(1), zone) - 1)),
                    DayPrices.Span.of(entry.buy()),
                    DayPrices.Span.of(entry.sell())))
        .toList();
  }

  private static void add(Map<LocalDate, DayPrices> days, DayPrices day) {
    days.merge(day.day(), day, DayPrices::and);
  }

  private static long begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private static LocalDate dayOf(long at, ZoneId zone) {
    return Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
  }
}
