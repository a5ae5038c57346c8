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
 * <p>A price ten times the last, or a tenth of it, is nearly always a comma or a number of units in
 * the wrong place, and whoever made the mistake sees it within hours. A currency that is really
 * redenominated stays so: what a source has gone on saying for a day, in at least three fetches, is
 * believed. Until then the last good quote stands, and the desk may enter another by hand.
 */
final class Doubts {
  /** Over the longest holidays central banks are silent for eleven days. */
  private static final Duration STALE = Duration.ofDays(14);

  private static final Duration PROVED_AFTER = Duration.ofDays(1);
  private static final int PROVED_BY = 3;

  /** Series are numbered from 1; SQL knows no empty list. */
  private static final long NO_SERIES = 0;

  private final Database database;

  Doubts(Database database) {
    this.database = database;
  }

  /** A quote that is far from the last of its series. */
  private record Jump(long series, QuoteRows.Entry last) {
    String reason(Quote quote) {
      return "It jumps from "
          + last.buy().toPlainString()
          + " to "
          + quote.buy().toPlainString()
          + ", which is believed when the source has said it for a day.";
    }
  }

  private record Doubt(BigDecimal price, Instant since, int times) {}

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

  /** Returns what is held back of a source, such as {@code USD 5059}. */
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
                    .filter(
                        last -> isFar(last.buy(), quote.buy()) || isFar(last.sell(), quote.sell()))
                    .map(last -> new Jump(series, last)));
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
            .query(Doubts::doubt)
            .optional()
            .filter(before -> !isFar(before.price(), quote.buy()))
            .map(before -> new Doubt(before.price(), before.since(), before.times() + 1))
            .orElse(new Doubt(quote.buy(), now, 1));
    sql.sql(
            """
            INSERT INTO rate_doubt (source, series, price, since, times)
            VALUES (:source, :series, :price, :since, :times)
            ON CONFLICT (source, series) DO UPDATE
            SET price = excluded.price, since = excluded.since, times = excluded.times
            """)
        .param("source", source)
        .param("series", series)
        .param("price", doubt.price().toPlainString())
        .param("since", doubt.since().toEpochMilli())
        .param("times", doubt.times())
        .update();
    return doubt.times() >= PROVED_BY && !doubt.since().isAfter(now.minus(PROVED_AFTER));
  }

  private static boolean isFar(BigDecimal one, BigDecimal other) {
    return one.compareTo(other.multiply(BigDecimal.TEN)) >= 0
        || other.compareTo(one.multiply(BigDecimal.TEN)) >= 0;
  }

  private static Doubt doubt(ResultSet row, int number) throws SQLException {
    return new Doubt(
        new BigDecimal(row.getString("price")),
        Instant.ofEpochMilli(row.getLong("since")),
        row.getInt("times"));
  }
}
