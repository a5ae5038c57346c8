package io.broadsheet.rates;

import io.broadsheet.database.Database;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds back what a source says and cannot be true, or not yet.
 *
 * <p>A price more than twice the last, or less than half of it, is nearly always a comma or a
 * number of units in the wrong place, and whoever made the mistake sees it within hours; no
 * currency moves so between two fetches, and a tenfold slip is still one when the price moved the
 * other way. A currency that is really redenominated stays so: what a source has gone on saying for
 * a day, in at least three fetches, is believed. Until then the last good quote stands, and the
 * desk may enter another by hand. A price that goes back to where it was within two weeks ends a
 * jump.
 */
final class Doubts {
  /** Over the longest holidays central banks are silent for eleven days. */
  private static final Duration STALE = Duration.ofDays(14);

  private static final Duration PROVED_AFTER = Duration.ofDays(1);
  private static final int PROVED_BY = 3;
  private static final BigDecimal FAR = BigDecimal.TWO;

  /** Series are numbered from 1; SQL knows no empty list. */
  private static final long NO_SERIES = 0;

  private final Database database;

  Doubts(Database database) {
    this.database = database;
  }

  /** A quote that is far from the last of its series. */
  private record Jump(long series, QuoteRows.Entry last) {
    String reason(Quote quote) {
      boolean buys = isFar(last.buy(), quote.buy());
      return "It jumps from "
          + (buys ? last.buy() : last.sell()).toPlainString()
          + " to "
          + (buys ? quote.buy() : quote.sell()).toPlainString()
          + ", which is believed when the source has said it for a day.";
    }
  }

  /** Prices that are doubted since a time, and how often they were said. */
  private record Doubt(BigDecimal buy, BigDecimal sell, Instant since, int times) {
    private static final String BETWEEN = " / ";

    static Doubt of(ResultSet row, int number) throws SQLException {
      String[] prices = row.getString("price").split(BETWEEN, 2);
      return new Doubt(
          new BigDecimal(prices[0]),
          new BigDecimal(prices[prices.length - 1]),
          Instant.ofEpochMilli(row.getLong("since")),
          row.getInt("times"));
    }

    String price() {
      String buys = buy.toPlainString();
      String sells = sell.toPlainString();
      return buys.equals(sells) ? buys : buys + BETWEEN + sells;
    }

    Doubt again() {
      return new Doubt(buy, sell, since, times + 1);
    }
  }

  /** Returns the quotes of a reading that are believed; the others are refused in it. */
  List<Quote> believed(String source, Reading reading, Instant now) {
    return database.write(
        sql -> {
          List<Quote> believed = new ArrayList<>();
          Set<Long> doubted = new HashSet<>(Set.of(NO_SERIES));
          for (Quote quote : reading.quotes()) {
            if (quote.at().isBefore(now.minus(STALE))) {
              reading.refuse(
                  quote.currency(), "It is of " + quote.at() + ", more than two weeks ago.");
              continue;
            }
            if (isFar(quote.buy(), quote.sell())) {
              reading.refuse(
                  quote.currency(),
                  "It is sold for more than twice what it is bought for, " + prices(quote) + ".");
              continue;
            }
            Optional<Jump> jump =
                jump(sql, quote).filter(far -> !isProved(sql, source, far.series(), quote, now));
            jump.ifPresentOrElse(
                far -> {
                  doubted.add(far.series());
                  reading.refuse(quote.currency(), far.reason(quote));
                },
                () -> believed.add(quote));
          }
          forget(sql, source, doubted);
          return believed;
        });
  }

  private static String prices(Quote quote) {
    return quote.buy().toPlainString() + " / " + quote.sell().toPlainString();
  }

  /** Returns what is held back of a source, such as {@code USD 5059 / 5099}. */
  static List<String> held(JdbcClient sql, String source) {
    return sql.sql(
            """
            SELECT s.currency, d.price FROM rate_doubt d JOIN quote_series s ON s.id = d.series
            WHERE d.source = :source ORDER BY s.currency, d.series
            """)
        .param("source", source)
        .query((row, number) -> row.getString("currency") + " " + row.getString("price"))
        .list();
  }

  private static Optional<Jump> jump(JdbcClient sql, Quote quote) {
    QuoteRows rows = new QuoteRows(sql);
    return rows.find(quote.series())
        .flatMap(
            series ->
                rows.until(series, quote.at().toEpochMilli())
                    .filter(last -> isFar(last, quote) && !wasNear(rows, series, quote))
                    .map(last -> new Jump(series, last)));
  }

  /** Tells whether the series had about these prices within two weeks before. */
  private static boolean wasNear(QuoteRows rows, long series, Quote quote) {
    long at = quote.at().toEpochMilli();
    return rows.during(series, at - STALE.toMillis(), at).stream()
        .anyMatch(entry -> !isFar(entry, quote));
  }

  private static boolean isFar(QuoteRows.Entry one, Quote other) {
    return isFar(one.buy(), other.buy()) || isFar(one.sell(), other.sell());
  }

  /** What a source no longer says is no longer doubted. */
  private static void forget(JdbcClient sql, String source, Set<Long> doubted) {
    sql.sql("DELETE FROM rate_doubt WHERE source = :source AND series NOT IN (:doubted)")
        .param("source", source)
        .param("doubted", doubted)
        .update();
  }

  private static boolean isProved(
      JdbcClient sql, String source, long series, Quote quote, Instant now) {
    Doubt doubt =
        sql.sql("SELECT * FROM rate_doubt WHERE source = :source AND series = :series")
            .param("source", source)
            .param("series", series)
            .query(Doubt::of)
            .optional()
            .filter(before -> !isFar(before.buy(), quote.buy()))
            .filter(before -> !isFar(before.sell(), quote.sell()))
            .map(Doubt::again)
            .orElse(new Doubt(quote.buy(), quote.sell(), now, 1));
    sql.sql(
            """
            INSERT INTO rate_doubt (source, series, price, since, times)
            VALUES (:source, :series, :price, :since, :times)
            ON CONFLICT (source, series) DO UPDATE
            SET price = excluded.price, since = excluded.since, times = excluded.times
            """)
        .param("source", source)
        .param("series", series)
        .param("price", doubt.price())
        .param("since", doubt.since().toEpochMilli())
        .param("times", doubt.times())
        .update();
    return doubt.times() >= PROVED_BY && !doubt.since().isAfter(now.minus(PROVED_AFTER));
  }

  private static boolean isFar(BigDecimal one, BigDecimal other) {
    return one.compareTo(other.multiply(FAR)) > 0 || other.compareTo(one.multiply(FAR)) > 0;
  }
}
