package io.broadsheet.comments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions as the database holds them. */
final class DecisionRows {
  private DecisionRows() {}

  /** A decision with what was before. */
  record Made(long comment, String was, String wasReason, long reports, long at) {}

  /** How many decisions of a kind there are, by what has become of them. */
  private record Sums(String became, int made, int undone, int overtaken) {}

  static long note(
      JdbcClient sql, Comment comment, Decision decision, String reason, String by, Instant at) {
    return sql.sql(
            """
            INSERT INTO comment_decision (comment, was, was_reason, reports, became, reason,
              made_by, at, undone)
            VALUES (:comment, :was, :wasReason, :reports, :became, :reason, :by, :at, 0)
            RETURNING id
            """)
        .param("comment", comment.id())
        .param("was", comment.state().code())
        .param("wasReason", comment.reason())
        .param("reports", comment.reports())
        .param("became", decision.state().code())
        .param("reason", reason)
        .param("by", by)
        .param("at", at.toEpochMilli())
        .query(Long.class)
        .single();
  }

  /** Marks a moderator's decision as taken back, if it is the last on its comment that holds. */
  static Optional<Made> undo(JdbcClient sql, long decision, String by) {
    return sql.sql(
            """
            UPDATE comment_decision SET undone = 1
            WHERE id = :id AND undone = 0 AND made_by = :by
              AND became = (SELECT state FROM comment WHERE id = comment_decision.comment)
              AND NOT EXISTS (
                SELECT 1 FROM comment_decision AS later
                WHERE later.comment = comment_decision.comment AND later.id > :id
                  AND later.undone = 0)
            RETURNING comment, was, was_reason, reports, at
            """)
        .param("id", decision)
        .param("by", by)
        .query(Made.class)
        .optional();
  }

  /** Returns those decisions of a moderator that were made at once. */
  static List<Long> ids(JdbcClient sql, DecidedTogether decisions, String by) {
    return sql.sql(
            """
            SELECT id FROM comment_decision
            WHERE id BETWEEN :first AND :last AND made_by = :by
              AND at = (SELECT at FROM comment_decision WHERE id = :first)
            ORDER BY id
            """)
        .param("first", decisions.first())
        .param("last", decisions.last())
        .param("by", by)
        .query(Long.class)
        .list();
  }

  static Optional<DecidedTogether.Fate> fate(JdbcClient sql, DecidedTogether decisions, String by) {
    return sql.sql(
            """
            SELECT became, COUNT(*) AS made, SUM(undone) AS undone,
              SUM(CASE WHEN undone = 0 AND (
                became <> (SELECT state FROM comment WHERE id = comment_decision.comment)
                OR EXISTS (
                  SELECT 1 FROM comment_decision AS later
                  WHERE later.comment = comment_decision.comment
                    AND later.id > comment_decision.id AND later.undone = 0))
                THEN 1 ELSE 0 END) AS overtaken
            FROM comment_decision
            WHERE id BETWEEN :first AND :last AND made_by = :by
              AND at = (SELECT at FROM comment_decision WHERE id = :first)
            GROUP BY became
            """)
        .param("first", decisions.first())
        .param("last", decisions.last())
        .param("by", by)
        .query(Sums.class)
        .optional()
        .map(
            sums ->
                new DecidedTogether.Fate(
                    Decision.of(State.of(sums.became())),
                    sums.made() - sums.undone() - sums.overtaken(),
                    sums.undone(),
                    sums.overtaken()));
  }
}
