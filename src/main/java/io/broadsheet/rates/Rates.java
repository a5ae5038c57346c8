package io.broadsheet.rates;

import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The exchange rates: quotes in, the board out.
 *
 * <p>What a method that takes quotes has returned is durable, and told as {@link RatesChanged}. All
 * calls block on the database.
 */
public final class Rates {
  private static final long TAKING = 0x7261746573L;

  /** Central banks announce tomorrow's rate today, and before a holiday that of the day after. */
  private static final Duration AHEAD = Duration.ofDays(7);

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * Opens the rates of this database.
   *
   * @param zone in which days begin
   */
  public Rates(Database database, Outbox outbox, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
    this.zone = zone;
  }

  /** Takes a quote in. */
  public Taking set(Quote quote) {
    return setAll(List.of(quote)).getFirst();
  }

  /** Takes quotes in, in one transaction, and returns what became of each. */
  public List<Taking> setAll(List<Quote> quotes) {
    return database.write(
        sql -> {
          // Two takings of one office at once would each miss what the other does.
          sql.sql(database.dialect().serialize(TAKING)).query(row -> {});
          QuoteRows rows = new QuoteRows(sql);
          Set<String> changed = new TreeSet<>();
          List<Taking> outcomes = quotes.stream().map(quote -> take(rows, quote, changed)).toList();
          if (!changed.isEmpty()) {
            outbox.append(sql, new RatesChanged(changed));
          }
          return outcomes;
        });
  }

  /** Returns what would become of a quote, without taking it in. */
  public Taking preview(Quote quote) {
    return database.read(sql -> judge(new QuoteRows(sql), quote));
  }

  /** Returns the quotes that hold now everywhere. */
  public Board board() {
    return database.read(sql -> new Board(new QuoteRows(sql).latest(zone), zone));
  }

  /**
   * Returns the quotes that hold now in a city, and the official rates, which hold in all of them.
   *
   * @param city its name in any case; null for all cities
   */
  public Board board(@Nullable String city) {
    Board all = board();
    if (city == null) {
      return all;
    }
    String name = plain(city);
    return new Board(
        all.rows().stream()
            .filter(row -> row.quote().official() || isIn(name, row.quote().city()))
            .toList(),
        zone);
  }

  private static boolean isIn(String name, @Nullable String city) {
    return city != null && plain(city).equalsIgnoreCase(name);
  }

  /** Letters with marks come composed from some keyboards and decomposed from others. */
  private static String plain(String city) {
    return Normalizer.normalize(city.strip(), Normalizer.Form.NFC);
  }

  private Taking take(QuoteRows rows, Quote quote, Set<String> changed) {
    Taking taking = judge(rows, quote);
    switch (taking) {
      case Taking.Taken() -> {
        rows.put(quote);
        changed.add(quote.currency());
      }
      case Taking.Unchanged() -> rows.seen(quote);
      case Taking.Refused _ -> {
        // nothing is kept of it
      }
    }
    return taking;
  }

  private Taking judge(QuoteRows rows, Quote quote) {
    if (quote.at().isAfter(clock.instant().plus(AHEAD))) {
      return new Taking.Refused("The time of the quote is more than a week ahead: correct it.");
    }
    return rows.until(quote)
        .filter(last -> last.shows(quote))
        .<Taking>map(_ -> new Taking.Unchanged())
        .orElseGet(Taking.Taken::new);
  }
}
