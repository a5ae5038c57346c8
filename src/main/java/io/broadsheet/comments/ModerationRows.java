package io.broadsheet.comments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports and objections as the database holds them. */
final class ModerationRows {
  private ModerationRows() {}

  static Moderation.Case expand(JdbcClient sql, Comment comment) {
    List<String> reports =
        sql.sql(
                """
                SELECT reason FROM comment_report WHERE comment = :id AND open = 1
                ORDER BY at, reader LIMIT 20
                """)
            .param("id", comment.id())
            .query(String.class)
            .list();
    String appeal =
        sql.sql("SELECT text FROM comment_appeal WHERE comment = :id AND open = 1")
            .param("id", comment.id())
            .query(String.class)
            .optional()
            .orElse("");
    return new Moderation.Case(comment, reports, appeal);
  }

  /** Returns what waits in a queue under stories of these topics, or of any if there are none. */
  static List<Comment> waiting(
      JdbcClient sql, Queue queue, Set<String> topics, long after, int limit) {
    return sql.sql(
            "SELECT * FROM comment WHERE "
                + where(queue, topics)
                + " AND id > :after ORDER BY id LIMIT :limit")
        .params(topics.isEmpty() ? Map.of() : Map.of("topics", topics))
        .param("after", after)
        .param("limit", limit)
        .query(CommentRows::comment)
        .list();
  }

  /** Returns how many those are. */
  static long waiting(JdbcClient sql, Queue queue, Set<String> topics) {
    return sql.sql("SELECT COUNT(*) FROM comment WHERE " + where(queue, topics))
        .params(topics.isEmpty() ? Map.of() : Map.of("topics", topics))
        .query(Long.class)
        .single();
  }

  private static String where(Queue queue, Set<String> topics) {
    String waits =
        switch (queue) {
          case HELD -> "state = 'held'";
          case REPORTED -> "state = 'shown' AND reports > 0";
          case APPEALED -> "id IN (SELECT comment FROM comment_appeal WHERE open = 1)";
        };
    return topics.isEmpty()
        ? waits
        : waits + " AND article IN (SELECT article FROM article_topic WHERE topic IN (:topics))";
  }

  static void report(JdbcClient sql, long id, long reader, String reason, Instant at) {
    int added =
        sql.sql(
                """
                INSERT INTO comment_report (comment, reader, reason, at, open)
                VALUES (:id, :reader, :reason, :at, 1)
                ON CONFLICT (comment, reader) DO NOTHING
                """)
            .param("id", id)
            .param("reader", reader)
            .param("reason", reason)
            .param("at", at.toEpochMilli())
            .update();
    sql.sql("UPDATE comment SET reports = reports + :added WHERE id = :id")
        .param("added", added)
        .param("id", id)
        .update();
  }

  static void closeReports(JdbcClient sql, long id) {
    sql.sql("UPDATE comment_report SET open = 0 WHERE comment = :id").param("id", id).update();
    sql.sql("UPDATE comment SET reports = 0 WHERE id = :id").param("id", id).update();
  }

  /** Opens those reports again that a decision closed, beside those that came since. */
  static void reopenReports(JdbcClient sql, long id, DecisionRows.Made made) {
    sql.sql(
            """
            UPDATE comment_report SET open = 1
            WHERE comment = :id AND reader IN (
              SELECT reader FROM comment_report
              WHERE comment = :id AND open = 0 AND at <= :at
              ORDER BY at DESC, reader LIMIT :reports)
            """)
        .param("id", id)
        .param("at", made.at())
        .param("reports", made.reports())
        .update();
    sql.sql(
            """
            UPDATE comment SET reports =
              (SELECT COUNT(*) FROM comment_report WHERE comment = :id AND open = 1)
            WHERE id = :id
            """)
        .param("id", id)
        .update();
  }

  static boolean appeal(JdbcClient sql, long id, String text, Instant at) {
    return sql.sql(
                """
                INSERT INTO comment_appeal (comment, text, at, open) VALUES (:id, :text, :at, 1)
                ON CONFLICT (comment) DO NOTHING
                """)
            .param("id", id)
            .param("text", text)
            .param("at", at.toEpochMilli())
            .update()
        > 0;
  }

  static void closeAppeal(JdbcClient sql, long id) {
    sql.sql("UPDATE comment_appeal SET open = 0 WHERE comment = :id").param("id", id).update();
  }

  static boolean isAppealed(JdbcClient sql, long id) {
    return sql.sql("SELECT COUNT(*) FROM comment_appeal WHERE open = 1 AND comment = :id")
            .param("id", id)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Opens an objection again, if it was this decision that answered it. */
  static void reopenAppeal(JdbcClient sql, long id, long decision) {
    sql.sql(
            """
            UPDATE comment_appeal SET open = 1
            WHERE comment = :id
              AND at <= (SELECT at FROM comment_decision WHERE id = :decision)
              AND NOT EXISTS (
                SELECT 1 FROM comment_decision AS earlier
                WHERE earlier.comment = :id AND earlier.id < :decision AND earlier.undone = 0
                  AND earlier.at > comment_appeal.at)
            """)
        .param("id", id)
        .param("decision", decision)
        .update();
  }

  static List<Long> shown(JdbcClient sql, long reader) {
    return sql.sql("SELECT id FROM comment WHERE reader = :reader AND state = 'shown' ORDER BY id")
        .param("reader", reader)
        .query(Long.class)
        .list();
  }

  static ReaderRecord record(JdbcClient sql, long reader, Instant now) {
    return sql.sql(
            """
            SELECT
              (SELECT COUNT(*) FROM comment WHERE reader = :reader AND state = 'shown') AS shown,
              (SELECT COUNT(*) FROM comment WHERE reader = :reader AND state = 'held') AS held,
              (SELECT COUNT(*) FROM comment WHERE reader = :reader AND state = 'removed') AS removed,
              (SELECT COUNT(*) FROM comment WHERE reader = :reader AND state = 'deleted') AS deleted,
              (SELECT MIN(at) FROM comment WHERE reader = :reader) AS since,
              (SELECT until FROM reader_ban WHERE reader = :reader AND until > :now) AS until,
              (SELECT reason FROM reader_ban WHERE reader = :reader AND until > :now) AS reason
            """)
        .param("reader", reader)
        .param("now", now.toEpochMilli())
        .query(
            (row, n) ->
                new ReaderRecord(
                    reader,
                    row.getLong("shown"),
                    row.getLong("held"),
                    row.getLong("removed"),
                    row.getLong("deleted"),
                    instant(row, "since"),
                    instant(row, "until"),
                    Optional.ofNullable(row.getString("reason")).orElse("")))
        .single();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
