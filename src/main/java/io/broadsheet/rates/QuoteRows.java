package io.broadsheet.rates;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps quotes as series: one for each currency, office and city. */
final class QuoteRows {
  private static final String SERIES =
      "(SELECT id FROM quote_series WHERE currency = :currency AND office = :office"
          + " AND city = :city AND official = :official)";

  private final JdbcClient sql;

  QuoteRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** A quote within its series. */
  record Entry(long at, long seenAt, BigDecimal buy, BigDecimal sell) {
    /** Tells whether readers see the same numbers: 6.30 is not 6.3. */
    boolean shows(Quote quote) {
      return buy.toPlainString().equals(quote.buy().toPlainString())
          && sell.toPlainString().equals(quote.sell().toPlainString());
    }
  }

  private record Latest(long series, Quote quote) {}

  /** Returns the last quote of the same series up to the time of this one. */
  Optional<Entry> until(Quote quote) {
    return ofSeries(
            """
            SELECT at, seen_at, buy, sell FROM quote
            WHERE series = %s AND at <= :at ORDER BY at DESC LIMIT 1
            """,
            quote)
        .query(QuoteRows::entry)
        .optional();
  }

  /** Stores a quote, in the place of one of the same time. */
  void put(Quote quote) {
    sql.sql(
            """
            INSERT INTO quote_series (currency, office, city, official)
            VALUES (:currency, :office, :city, :official)
            ON CONFLICT (currency, office, city, official) DO NOTHING
            """)
        .param("currency", quote.currency())
        .param("office", orEmpty(quote.office()))
        .param("city", orEmpty(quote.city()))
        .param("official", quote.official() ? 1 : 0)
        .update();
    until(quote).ifPresent(before -> part(before, quote));
    insert(quote, quote.at().toEpochMilli(), quote.buy(), quote.sell());
  }

  /**
   * A quote that was seen to hold on both sides of a newly learned one holds again after it: in
   * whatever order they come in, the last word of the series is the latest.
   */
  private void part(Entry before, Quote between) {
    long at = between.at().toEpochMilli();
    if (before.at() <= at && before.seenAt() > at) {
      insert(between, before.seenAt(), before.buy(), before.sell());
      ofSeries("UPDATE quote SET seen_at = at WHERE series = %s AND at = :from", between)
          .param("from", before.at())
          .update();
    }
  }

  /** Notes that a quote still held at this time. */
  void seen(Quote quote) {
    ofSeries(
            """
            UPDATE quote SET seen_at = :at
            WHERE series = %1$s AND seen_at < :at
              AND at = (SELECT MAX(at) FROM quote WHERE series = %1$s AND at <= :at)
            """,
            quote)
        .update();
  }

  /** Returns the latest quote of each series with its change. */
  List<Board.Row> latest(ZoneId zone) {
    List<Latest> latest =
        sql.sql(
                """
                SELECT s.*, q.at, q.buy, q.sell FROM quote_series s JOIN quote q ON q.series = s.id
                WHERE q.at = (SELECT MAX(at) FROM quote WHERE series = s.id)
                """)
            .query(QuoteRows::latest)
            .list();
    return latest.stream().map(last -> row(last, zone)).toList();
  }

  private Board.Row row(Latest latest, ZoneId zone) {
    Quote quote = latest.quote();
    Instant dayBegins = quote.at().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    @Nullable BigDecimal change =
        sql.sql(
                """
                SELECT at, seen_at, buy, sell FROM quote WHERE series = :series AND at < :at
                ORDER BY at DESC LIMIT 1
                """)
            .param("series", latest.series())
            .param("at", dayBegins.toEpochMilli())
            .query(QuoteRows::entry)
            .optional()
            .map(before -> quote.buy().subtract(before.buy()))
            .orElse(null);
    return new Board.Row(quote, change);
  }

  private void insert(Quote series, long at, BigDecimal buy, BigDecimal sell) {
    ofSeries(
            """
            INSERT INTO quote (series, at, seen_at, buy, sell)
            VALUES (%s, :from, :from, :buy, :sell)
            ON CONFLICT (series, at) DO UPDATE SET buy = excluded.buy, sell = excluded.sell
            """,
            series)
        .param("from", at)
        .param("buy", buy.toPlainString())
        .param("sell", sell.toPlainString())
        .update();
  }

  private JdbcClient.StatementSpec ofSeries(String statement, Quote quote) {
    return sql.sql(statement.formatted(SERIES))
        .param("currency", quote.currency())
        .param("office", orEmpty(quote.office()))
        .param("city", orEmpty(quote.city()))
        .param("official", quote.official() ? 1 : 0)
        .param("at", quote.at().toEpochMilli());
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("at"),
        row.getLong("seen_at"),
        new BigDecimal(row.getString("buy")),
        new BigDecimal(row.getString("sell")));
  }

  private static Latest latest(ResultSet row, int number) throws SQLException {
    return new Latest(
        row.getLong("id"),
        new Quote(
            row.getString("currency"),
            new BigDecimal(row.getString("buy")),
            new BigDecimal(row.getString("sell")),
            orNull(row.getString("office")),
            orNull(row.getString("city")),
            row.getInt("official") == 1,
            Instant.ofEpochMilli(row.getLong("at"))));
  }

  private static String orEmpty(@Nullable String name) {
    return name == null ? "" : name;
  }

  private static @Nullable String orNull(String name) {
    return name.isEmpty() ? null : name;
  }
}
