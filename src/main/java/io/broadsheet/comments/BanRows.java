package io.broadsheet.comments;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when readers may not comment. */
final class BanRows {
  private BanRows() {}

  static Optional<Instant> bannedUntil(JdbcClient sql, long reader) {
    return sql.sql("SELECT until FROM reader_ban WHERE reader = :reader")
        .param("reader", reader)
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }

  static void ban(
      JdbcClient sql, long reader, Instant until, String reason, String by, Instant at) {
    sql.sql(
            """
            INSERT INTO reader_ban (reader, until, reason, made_by, at)
            VALUES (:reader, :until, :reason, :by, :at)
            ON CONFLICT (reader) DO UPDATE SET until = excluded.until, reason = excluded.reason,
              made_by = excluded.made_by, at = excluded.at
            """)
        .param("reader", reader)
        .param("until", until.toEpochMilli())
        .param("reason", reason)
        .param("by", by)
        .param("at", at.toEpochMilli())
        .update();
  }

  /** Who signs in, or deletes the account, to be rid of a ban keeps it. */
  static void adopt(JdbcClient sql, long from, long to) {
    sql.sql(
            """
            INSERT INTO reader_ban (reader, until, reason, made_by, at)
            SELECT :to, until, reason, made_by, at FROM reader_ban WHERE reader = :from
            ON CONFLICT (reader) DO UPDATE SET until = excluded.until, reason = excluded.reason,
              made_by = excluded.made_by, at = excluded.at
            WHERE excluded.until > reader_ban.until
            """)
        .param("to", to)
        .param("from", from)
        .update();
  }

  static boolean lift(JdbcClient sql, long reader) {
    return sql.sql("DELETE FROM reader_ban WHERE reader = :reader").param("reader", reader).update()
        > 0;
  }
}
