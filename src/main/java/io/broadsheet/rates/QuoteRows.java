package io.broadsheet.rates;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps quotes by their series. */
final class QuoteRows {
  private final JdbcClient sql;

  QuoteRows(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * A quote within its series.
   *
   * @param seenAt until when it is known to have held, in epoch milliseconds, at least {@code at}
   */
  record Entry(long at, long seenAt, BigDecimal buy, BigDecimal sell) {
    /** Tells whether readers see the same numbers: 6.30 is not 6.3. */
    boolean shows(Quote quote) {
      return buy.toPlainString().equals(quote.buy().toPlainString())
          && sell.toPlainString().equals(quote.sell().toPlainString());
    }

    Quote of(Series series) {
      return new Quote(series, buy, sell, Instant.ofEpochMilli(at));
    }
  }

  private record Latest(RateHistory.Known known, Entry entry) {}

  /** Returns the number of a series that was quoted before. */
  Optional<Long> find(Series series) {
    return naming(
            """
            SELECT id FROM quote_series
            WHERE currency = :currency AND price_currency = :priceCurrency AND office = :office
              AND city = :city AND official = :official
            """,
            series)
        .query(Long.class)
        .optional();
  }

  /** Returns the number of a series, which begins with this if nobody quoted it before. */
  long open(Series series) {
    return find(series)
        .orElseGet(
            () ->
                naming(
                        """
                        INSERT INTO quote_series (currency, price_currency, office, city, official)
                        VALUES (:currency, :priceCurrency, :office, :city, :official)
                        RETURNING id
                        """,
                        series)
                    .query(Long.class)
                    .single());
  }

  /** Returns all series by their numbers. */
  List<RateHistory.Known> known() {
    return sql.sql("SELECT * FROM quote_series ORDER BY id").query(QuoteRows::ofRow).list();
  }

  /** Returns a series by its number. */
  Optional<RateHistory.Known> known(long id) {
    return sql.sql("SELECT * FROM quote_series WHERE id = :id")
        .param("id", id)
        .query(QuoteRows::ofRow)
        .optional();
  }

  /** Returns the last quote of a series up to this time. */
  Optional<Entry> until(long series, long at) {
    return sql.sql(
            """
            SELECT at, seen_at, buy, sell FROM quote
            WHERE series = :series AND at <= :at ORDER BY at DESC LIMIT 1
            """)
        .param("series", series)
        .param("at", at)
        .query(QuoteRows::entry)
        .optional();
  }

  /** Stores a quote, in the place of one of the same time. */
  void put(long series, Quote quote) {
    long at = quote.at().toEpochMilli();
    until(series, at).ifPresent(before -> part(series, before, at));
    insert(series, at, quote.buy(), quote.sell());
  }

  /**
   * A quote that was seen to hold on both sides of a newly learned one holds again after it: in
   * whatever order they come in, the last word of the series is the latest.
   */
  private void part(long series, Entry before, long between) {
    if (before.at() <= between && before.seenAt() > between) {
      insert(series, before.seenAt(), before.buy(), before.sell());
      sql.sql("UPDATE quote SET seen_at = at WHERE series = :series AND at = :at")
          .param("series", series)
          .param("at", before.at())
          .update();
    }
  }

  /** Notes that the last quote until then still held at this time. */
  void seen(long series, long at) {
    sql.sql(
            """
            UPDATE quote SET seen_at = :at
            WHERE series = :series AND seen_at < :at
              AND at = (SELECT MAX(at) FROM quote WHERE series = :series AND at <= :at)
            """)
        .param("series", series)
        .param("at", at)
        .update();
  }

  /**
   * Returns the latest quote of each series up to a time, or else its first, with the one that held
   * when the day began on which it was last seen to hold.
   *
   * @param official until when those of central banks count
   * @param others until when all others do
   */
  List<Board.Row> latest(ZoneId zone, Instant official, Instant others) {
    List<Latest> latest =
        sql.sql(
                """
                SELECT s.*, q.at, q.seen_at, q.buy, q.sell
                FROM quote_series s JOIN quote q ON q.series = s.id
                WHERE q.at = COALESCE(
                  (SELECT MAX(at) FROM quote
                    WHERE series = s.id
                      AND at <= CASE WHEN s.official = 1 THEN :official ELSE :others END),
                  (SELECT MIN(at) FROM quote WHERE series = s.id))
                """)
            .param("official", official.toEpochMilli())
            .param("others", others.toEpochMilli())
            .query((row, number) -> new Latest(ofRow(row, number), entry(row, number)))
            .list();
    return latest.stream().map(last -> row(last, zone)).toList();
  }

  /** Returns the next rate of each series of a central bank that is known before it holds. */
  List<Quote> coming(Instant now) {
    return sql.sql(
            """
            SELECT s.*, q.at, q.seen_at, q.buy, q.sell
            FROM quote_series s JOIN quote q ON q.series = s.id
            WHERE s.official = 1
              AND q.at = (SELECT MIN(at) FROM quote WHERE series = s.id AND at > :now)
            ORDER BY s.id
            """)
        .param("now", now.toEpochMilli())
        .query((row, number) -> entry(row, number).of(ofRow(row, number).series()))
        .list();
  }

  private Board.Row row(Latest latest, ZoneId zone) {
    long id = latest.known().id();
    Series series = latest.known().series();
    Quote quote = latest.entry().of(series);
    Instant seen = Instant.ofEpochMilli(latest.entry().seenAt());
    ZoneId own = series.zone(zone);
    LocalDate day = seen.atZone(own).toLocalDate();
    @Nullable Quote before =
        until(id, day.atStartOfDay(own).toInstant().toEpochMilli() - 1)
            .map(entry -> entry.of(series))
            .or(() -> new DayRows(sql).before(id, day).map(last -> last.lastOf(series)))
            .orElse(null);
    return new Board.Row(id, quote, seen, before);
  }

  /** Returns the quotes that held at some time from one to before another, in their order. */
  List<Entry> during(long series, long from, long to) {
    return sql.sql(
            """
            SELECT at, seen_at, buy, sell FROM quote
            WHERE series = :series AND seen_at >= :from AND at < :to ORDER BY at
            """)
        .param("series", series)
        .param("from", from)
        .param("to", to)
        .query(QuoteRows::entry)
        .list();
  }

  /** Returns the first quotes after which another came before this time, in their order. */
  List<Entry> followed(long series, long before, int most) {
    return sql.sql(
            """
            SELECT at, seen_at, buy, sell FROM quote
            WHERE series = :series
              AND at < (SELECT MAX(at) FROM quote WHERE series = :series AND at < :before)
            ORDER BY at LIMIT :most
            """)
        .param("series", series)
        .param("before", before)
        .param("most", most)
        .query(QuoteRows::entry)
        .list();
  }

  /** Removes one quote; returns whether it was there. */
  boolean remove(long series, long at) {
    return sql.sql("DELETE FROM quote WHERE series = :series AND at = :at")
            .param("series", series)
            .param("at", at)
            .update()
        == 1;
  }

  /** Removes the quotes of a series up to this time. */
  void removeUntil(long series, long at) {
    sql.sql("DELETE FROM quote WHERE series = :series AND at <= :at")
        .param("series", series)
        .param("at", at)
        .update();
  }

  private void insert(long series, long at, BigDecimal buy, BigDecimal sell) {
    sql.sql(
            """
            INSERT INTO quote (series, at, seen_at, buy, sell)
            VALUES (:series, :at, :at, :buy, :sell)
            ON CONFLICT (series, at) DO UPDATE SET buy = excluded.buy, sell = excluded.sell
            """)
        .param("series", series)
        .param("at", at)
        .param("buy", buy.toPlainString())
        .param("sell", sell.toPlainString())
        .update();
  }

  private JdbcClient.StatementSpec naming(String statement, Series series) {
    return sql.sql(statement)
        .param("currency", series.currency())
        .param("priceCurrency", series.priceCurrency())
        .param("office", orEmpty(series.office()))
        .param("city", orEmpty(series.city()))
        .param("official", series.official() ? 1 : 0);
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("at"),
        row.getLong("seen_at"),
        new BigDecimal(row.getString("buy")),
        new BigDecimal(row.getString("sell")));
  }

  static RateHistory.Known ofRow(ResultSet row, int number) throws SQLException {
    return new RateHistory.Known(
        row.getLong("id"),
        new Series(
            row.getString("currency"),
            row.getString("price_currency"),
            orNull(row.getString("office")),
            orNull(row.getString("city")),
            row.getInt("official") == 1));
  }

  private static String orEmpty(@Nullable String name) {
    return name == null ? "" : name;
  }

  private static @Nullable String orNull(String name) {
    return name.isEmpty() ? null : name;
  }
}
