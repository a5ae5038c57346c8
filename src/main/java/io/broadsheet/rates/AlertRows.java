package io.broadsheet.rates;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what the desk wants to know, and what it was told. */
final class AlertRows {
  private final JdbcClient sql;

  AlertRows(JdbcClient sql) {
    this.sql = sql;
  }

  List<RateRule> rules() {
    return sql.sql("SELECT * FROM rate_rule ORDER BY currency, hours, id")
        .query(AlertRows::rule)
        .list();
  }

  void add(RateRule rule, String by) {
    sql.sql(
            """
            INSERT INTO rate_rule (currency, percent, hours, made_by)
            VALUES (:currency, :percent, :hours, :by)
            """)
        .param("currency", rule.currency())
        .param("percent", rule.percent().toPlainString())
        .param("hours", rule.hours())
        .param("by", by)
        .update();
  }

  /** Removes a rule and returns it, if it was there. */
  Optional<RateRule> remove(long id) {
    return sql.sql("DELETE FROM rate_rule WHERE id = :id RETURNING *")
        .param("id", id)
        .query(AlertRows::rule)
        .optional();
  }

  /** Tells whether the desk was told by a rule since this time. */
  boolean told(long rule, Instant since) {
    return sql.sql("SELECT COUNT(*) FROM rate_note WHERE rule = :rule AND at > :since")
            .param("rule", rule)
            .param("since", since.toEpochMilli())
            .query(Integer.class)
            .single()
        > 0;
  }

  void note(long rule, RateNote note) {
    sql.sql(
            """
            INSERT INTO rate_note (rule, at, series, side, from_price, to_price, hours, seen_by)
            VALUES (:rule, :at, :series, :side, :from, :to, :hours, '')
            """)
        .param("rule", rule)
        .param("at", note.at().toEpochMilli())
        .param("series", note.known().id())
        .param("side", note.sold() ? "sell" : "buy")
        .param("from", note.from().toPlainString())
        .param("to", note.to().toPlainString())
        .param("hours", note.hours())
        .update();
  }

  /** Returns the notes that nobody has read yet, the newest first. */
  List<RateNote> unread(int most) {
    return sql.sql(
            """
            SELECT s.*, n.id AS note, n.at, n.side, n.from_price, n.to_price, n.hours
            FROM rate_note n JOIN quote_series s ON s.id = n.series
            WHERE n.seen_by = '' ORDER BY n.id DESC LIMIT :most
            """)
        .param("most", most)
        .query(AlertRows::noted)
        .list();
  }

  int unread() {
    return sql.sql("SELECT COUNT(*) FROM rate_note WHERE seen_by = ''")
        .query(Integer.class)
        .single();
  }

  boolean read(long note, String by) {
    return sql.sql("UPDATE rate_note SET seen_by = :by WHERE id = :id AND seen_by = ''")
            .param("id", note)
            .param("by", by)
            .update()
        == 1;
  }

  private static RateRule rule(ResultSet row, int number) throws SQLException {
    return new RateRule(
        row.getLong("id"),
        row.getString("currency"),
        new BigDecimal(row.getString("percent")),
        row.getInt("hours"));
  }

  private static RateNote noted(ResultSet row, int number) throws SQLException {
    return new RateNote(
        row.getLong("note"),
        Instant.ofEpochMilli(row.getLong("at")),
        QuoteRows.ofRow(row, number),
        row.getString("side").equals("sell"),
        new BigDecimal(row.getString("from_price")),
        new BigDecimal(row.getString("to_price")),
        row.getInt("hours"));
  }
}
