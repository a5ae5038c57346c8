package io.broadsheet.comments;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts beside what they count. */
final class CountRows {
  private CountRows() {}

  /**
   * A count that is not the number of what there is.
   *
   * @param what it counts
   * @param id the article's, the reader's or the comment's
   */
  record Drift(String what, long id, long counted, long found) {}

  /** Returns all that differ: none, or something is broken. */
  static List<Drift> drifts(JdbcClient sql) {
    return sql.sql(
            """
            SELECT what, id, SUM(counted) AS counted, SUM(found) AS found FROM (
              SELECT 'comments' AS what, article AS id, comments AS counted, 0 AS found
              FROM discussion
              UNION ALL
              SELECT 'comments', article, 0, COUNT(*)
              FROM comment WHERE state = 'shown' GROUP BY article
              UNION ALL
              SELECT 'commenters', article, commenters, 0 FROM discussion
              UNION ALL
              SELECT 'commenters', article, 0, COUNT(DISTINCT reader)
              FROM comment WHERE state = 'shown' GROUP BY article
              UNION ALL
              SELECT 'of a reader', reader, SUM(shown), 0 FROM commenter GROUP BY reader
              UNION ALL
              SELECT 'of a reader', reader, 0, COUNT(*)
              FROM comment WHERE state = 'shown' GROUP BY reader
              UNION ALL
              SELECT 'replies', id, replies, 0 FROM comment
              UNION ALL
              SELECT 'replies', root, 0, COUNT(*)
              FROM comment WHERE state = 'shown' AND root IS NOT NULL GROUP BY root
              UNION ALL
              SELECT 'votes', id, ups + downs, 0 FROM comment
              UNION ALL
              SELECT 'votes', comment, 0, COUNT(*) FROM comment_vote GROUP BY comment
              UNION ALL
              SELECT 'reports', id, reports, 0 FROM comment
              UNION ALL
              SELECT 'reports', comment, 0, COUNT(*)
              FROM comment_report WHERE open = 1 GROUP BY comment
            ) AS both_ways
            GROUP BY what, id HAVING SUM(counted) <> SUM(found)
            ORDER BY what, id
            """)
        .query(Drift.class)
        .list();
  }
}
