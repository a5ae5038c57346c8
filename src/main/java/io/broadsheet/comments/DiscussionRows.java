package io.broadsheet.comments;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is stored of the discussion of a story as a whole, and of a reader's part in it. */
final class DiscussionRows {
  private DiscussionRows() {}

  static DiscussionMode mode(JdbcClient sql, long article) {
    return sql.sql("SELECT mode, slow FROM discussion WHERE article = :article")
        .param("article", article)
        .query(
            (row, n) ->
                new DiscussionMode(
                    DiscussionMode.Kind.of(row.getString("mode")).orElseThrow(),
                    Duration.ofSeconds(row.getLong("slow"))))
        .optional()
        .orElse(DiscussionMode.ORDINARY);
  }

  static void setMode(JdbcClient sql, long article, DiscussionMode mode) {
    Counting.discussion(sql, article);
    sql.sql("UPDATE discussion SET mode = :mode, slow = :slow WHERE article = :article")
        .param("mode", mode.kind().code())
        .param("slow", mode.slow().toSeconds())
        .param("article", article)
        .update();
  }

  static Discussed counts(JdbcClient sql, long article) {
    return sql.sql("SELECT comments, commenters FROM discussion WHERE article = :article")
        .param("article", article)
        .query(Discussed.class)
        .optional()
        .orElse(Discussed.NOTHING);
  }

  /** Returns how many comments came in each minute since one. */
  static Map<Long, Long> minutes(JdbcClient sql, long article, long since) {
    Map<Long, Long> minutes = new LinkedHashMap<>();
    sql.sql(
            """
            SELECT minute, count FROM comment_minute
            WHERE article = :article AND minute >= :since AND count > 0
            """)
        .param("article", article)
        .param("since", since)
        .query(
            row -> {
              minutes.put(row.getLong("minute"), row.getLong("count"));
            });
    return minutes;
  }

  /** Returns when a reader commented on an article last. */
  static Optional<Instant> last(JdbcClient sql, long article, long reader) {
    return sql.sql(
            """
            SELECT at FROM comment WHERE reader = :reader AND article = :article
            ORDER BY id DESC LIMIT 1
            """)
        .param("reader", reader)
        .param("article", article)
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }

  /** Tells whether the same was said under the article, or by the reader anywhere. */
  static boolean isRepeated(JdbcClient sql, CommentRows.Fresh fresh, Instant since) {
    return sql.sql(
            """
            SELECT 1 FROM comment WHERE article = :article AND fingerprint = :fingerprint
              AND at > :since AND state <> 'deleted'
            UNION ALL
            SELECT 1 FROM (
              SELECT fingerprint, at, state FROM comment WHERE reader = :reader
              ORDER BY id DESC LIMIT 50) AS own
            WHERE fingerprint = :fingerprint AND at > :since AND state <> 'deleted'
            LIMIT 1
            """)
        .param("article", fresh.attempt().article())
        .param("fingerprint", fresh.fingerprint())
        .param("since", since.toEpochMilli())
        .param("reader", fresh.attempt().reader().id())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Returns how many comments of a reader are shown, counting no further than a number. */
  static int shown(JdbcClient sql, long reader, int most) {
    return sql.sql(
            """
            SELECT COUNT(*) FROM (
              SELECT 1 FROM comment WHERE reader = :reader AND state = 'shown' LIMIT :most) AS few
            """)
        .param("reader", reader)
        .param("most", most)
        .query(Integer.class)
        .single();
  }
}
