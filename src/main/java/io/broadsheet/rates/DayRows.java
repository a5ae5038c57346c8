package io.broadsheet.rates;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the days of quotes that are too old to be kept one by one. */
final class DayRows {
  private final JdbcClient sql;

  DayRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Returns a day, if anything was folded into it. */
  Optional<DayPrices> day(long series, LocalDate day) {
    return sql.sql("SELECT * FROM quote_day WHERE series = :series AND day = :day")
        .param("series", series)
        .param("day", day.toEpochDay())
        .query(DayRows::prices)
        .optional();
  }

  /** Returns the days from one to another, both included, in their order. */
  List<DayPrices> days(long series, LocalDate from, LocalDate to) {
    return sql.sql(
            """
            SELECT * FROM quote_day WHERE series = :series AND day >= :from AND day <= :to
            ORDER BY day
            """)
        .param("series", series)
        .param("from", from.toEpochDay())
        .param("to", to.toEpochDay())
        .query(DayRows::prices)
        .list();
  }

  /** Returns the last time, in epoch milliseconds, that was folded into a day of a series. */
  Optional<Long> frontier(long series) {
    return sql.sql(
            "SELECT closed_at FROM quote_day WHERE series = :series ORDER BY day DESC LIMIT 1")
        .param("series", series)
        .query(Long.class)
        .optional();
  }

  /** Adds a quote to its day. */
  void fold(long series, DayPrices prices) {
    put(series, day(series, prices.day()).map(there -> there.and(prices)).orElse(prices));
  }

  /** Returns the last day before this one. */
  Optional<DayPrices> before(long series, LocalDate day) {
    return sql.sql(
            """
            SELECT * FROM quote_day WHERE series = :series AND day < :day
            ORDER BY day DESC LIMIT 1
            """)
        .param("series", series)
        .param("day", day.toEpochDay())
        .query(DayRows::prices)
        .optional();
  }

  /** Stores a day, in the place of what is there of it. */
  private void put(long series, DayPrices prices) {
    sql.sql(
            """
            INSERT INTO quote_day (series, day, opened_at, closed_at,
              buy_open, buy_high, buy_low, buy_close, sell_open, sell_high, sell_low, sell_close)
            VALUES (:series, :day, :opened, :closed,
              :buyOpen, :buyHigh, :buyLow, :buyClose, :sellOpen, :sellHigh, :sellLow, :sellClose)
            ON CONFLICT (series, day) DO UPDATE SET
              opened_at = excluded.opened_at, closed_at = excluded.closed_at,
              buy_open = excluded.buy_open, buy_high = excluded.buy_high,
              buy_low = excluded.buy_low, buy_close = excluded.buy_close,
              sell_open = excluded.sell_open, sell_high = excluded.sell_high,
              sell_low = excluded.sell_low, sell_close = excluded.sell_close
            """)
        .param("series", series)
        .param("day", prices.day().toEpochDay())
        .param("opened", prices.opened().toEpochMilli())
        .param("closed", prices.closed().toEpochMilli())
        .param("buyOpen", prices.buy().open().toPlainString())
        .param("buyHigh", prices.buy().high().toPlainString())
        .param("buyLow", prices.buy().low().toPlainString())
        .param("buyClose", prices.buy().close().toPlainString())
        .param("sellOpen", prices.sell().open().toPlainString())
        .param("sellHigh", prices.sell().high().toPlainString())
        .param("sellLow", prices.sell().low().toPlainString())
        .param("sellClose", prices.sell().close().toPlainString())
        .update();
  }

  private static DayPrices prices(ResultSet row, int number) throws SQLException {
    return new DayPrices(
        LocalDate.ofEpochDay(row.getLong("day")),
        Instant.ofEpochMilli(row.getLong("opened_at")),
        Instant.ofEpochMilli(row.getLong("closed_at")),
        span(row, "buy"),
        span(row, "sell"));
  }

  private static DayPrices.Span span(ResultSet row, String side) throws SQLException {
    return new DayPrices.Span(
        new BigDecimal(row.getString(side + "_open")),
        new BigDecimal(row.getString(side + "_high")),
        new BigDecimal(row.getString(side + "_low")),
        new BigDecimal(row.getString(side + "_close")));
  }
}
