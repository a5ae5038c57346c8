package io.broadsheet.rates;

import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.RateSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The exchange rates: quotes in, the board out.
 *
 * <p>What a method that takes quotes has returned is durable, and told as {@link RatesChanged}. All
 * calls block on the database.
 */
public final class Rates {
  /** Names the lock under which quotes change. */
  static final long TAKING = 0x7261746573L;

  /** Central banks announce tomorrow's rate today, and before a holiday that of the day after. */
  private static final Duration AHEAD = Duration.ofDays(7);

  /** Nobody else does; but clocks differ. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;
  private final ZoneId zone;
  private final RateSettings settings;

  /**
   * Opens the rates of this database.
   *
   * @param zone in which days begin
   * @param settings what prices are in, and what the board shows
   */
  public Rates(
      Database database, Outbox outbox, InstantSource clock, ZoneId zone, RateSettings settings) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
    this.zone = zone;
    this.settings = settings;
  }

  /** Returns what prices are in at the country's exchange offices, as ISO 4217 has it. */
  public String currency() {
    return settings.currency();
  }

  /** Takes a quote in. */
  public Taking set(Quote quote) {
    return setAll(List.of(quote)).getFirst();
  }

  /** Takes quotes in, in one transaction, and returns what became of each. */
  public List<Taking> setAll(List<Quote> quotes) {
    return database.write(sql -> setAll(sql, quotes));
  }

  /** Takes quotes in within a transaction. */
  List<Taking> setAll(JdbcClient sql, List<Quote> quotes) {
    serialize(sql);
    QuoteRows rows = new QuoteRows(sql);
    DayRows days = new DayRows(sql);
    Set<String> changed = new TreeSet<>();
    List<Taking> outcomes = quotes.stream().map(quote -> take(rows, days, quote, changed)).toList();
    if (!changed.isEmpty()) {
      outbox.append(sql, new RatesChanged(changed));
    }
    return outcomes;
  }

  /** Tells within a transaction that a quote is there no more. */
  void removed(JdbcClient sql, Quote quote) {
    outbox.append(sql, new RatesChanged(Set.of(quote.currency())));
  }

  /**
   * Has a transaction wait for others: two of one office at once would miss what the other does.
   */
  void serialize(JdbcClient sql) {
    sql.sql(database.dialect().serialize(TAKING)).query(row -> {});
  }

  /** Returns what would become of a quote, without taking it in. */
  public Taking preview(Quote quote) {
    return database.read(sql -> preview(sql, quote));
  }

  /** Returns within a transaction what would become of a quote. */
  Taking preview(JdbcClient sql, Quote quote) {
    return judge(new QuoteRows(sql), new DayRows(sql), quote);
  }

  /** Returns the quotes that hold now everywhere. */
  public Board board() {
    // What a clock that is a little ahead has written holds at once.
    Instant now = clock.instant();
    return database.read(
        sql -> {
          QuoteRows rows = new QuoteRows(sql);
          return new Board(
              rows.latest(zone, now, now.plus(CLOCKS_APART)), rows.coming(now), zone, settings);
        });
  }

  /**
   * Returns the quotes that hold now in a city, and the official rates, which hold in all of them.
   *
   * @param city its name in any case; null for all cities
   */
  public Board board(@Nullable String city) {
    return city == null ? board() : board().in(city);
  }

  private Taking take(QuoteRows rows, DayRows days, Quote quote, Set<String> changed) {
    Taking taking = judge(rows, days, quote);
    if (taking instanceof Taking.Refused) {
      return taking;
    }
    long series = rows.open(quote.series());
    boolean folded = isFolded(days, series, quote);
    if (taking instanceof Taking.Taken) {
      if (folded) {
        days.fold(series, DayPrices.of(quote, zone));
      } else {
        rows.put(series, quote);
      }
      changed.add(quote.currency());
    } else if (!folded && seen(rows, series, quote)) {
      changed.add(quote.currency());
    }
    return taking;
  }

  /**
   * Notes that the last quote still holds; tells whether it reads otherwise by that, as on another
   * day, or after it had grown old.
   */
  private boolean seen(QuoteRows rows, long series, Quote quote) {
    long at = quote.at().toEpochMilli();
    Instant before =
        Instant.ofEpochMilli(rows.until(series, at).map(QuoteRows.Entry::seenAt).orElse(at));
    rows.seen(series, at);
    return !quote.at().isBefore(before.plus(settings.oldAfter())) || day(before) < day(quote.at());
  }

  private long day(Instant time) {
    return time.atZone(zone).toLocalDate().toEpochDay();
  }

  private Taking judge(QuoteRows rows, DayRows days, Quote quote) {
    Duration ahead = Duration.between(clock.instant(), quote.at());
    if (ahead.compareTo(quote.official() ? AHEAD : CLOCKS_APART) > 0) {
      return new Taking.Refused(
          quote.official()
              ? "The time of the rate is more than a week ahead: correct it."
              : "The time of the quote, " + quote.at() + ", has not come yet: correct it.");
    }
    return rows.find(quote.series()).filter(id -> isKnown(rows, days, id, quote)).isPresent()
        ? new Taking.Unchanged()
        : new Taking.Taken();
  }

  private boolean isKnown(QuoteRows rows, DayRows days, long series, Quote quote) {
    return isFolded(days, series, quote)
        ? days.day(series, quote.day(zone)).filter(day -> day.has(quote)).isPresent()
        : rows.until(series, quote.at().toEpochMilli())
            .filter(last -> last.shows(quote))
            .isPresent();
  }

  /** Of times so long ago only the course of each day's prices is known. */
  private static boolean isFolded(DayRows days, long series, Quote quote) {
    return days.frontier(series).filter(last -> quote.at().toEpochMilli() <= last).isPresent();
  }
}
