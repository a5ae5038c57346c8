package io.broadsheet.comments;

import io.broadsheet.events.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves comments from one state to another, with all that is counted of them.
 *
 * <p>Nothing else changes a state or a count, so the counts are the numbers of comments shown.
 */
final class Counting {
  private static final long MINUTE = 60_000;

  private final Outbox outbox;

  Counting(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Makes a comment be in a state, and tells of it if readers see a difference.
   *
   * @param comment as the same transaction has read it
   * @param reason why it was taken down; else empty
   */
  void move(JdbcClient sql, Comment comment, State to, String reason) {
    sql.sql("UPDATE comment SET state = :state, reason = :reason WHERE id = :id")
        .param("state", to.code())
        .param("reason", reason)
        .param("id", comment.id())
        .update();
    boolean was = comment.state() == State.SHOWN;
    boolean is = to == State.SHOWN;
    if (was != is) {
      count(sql, comment, is ? 1 : -1);
      list(sql, comment.id());
      if (comment.root() != null) {
        list(sql, comment.root());
      }
      outbox.append(sql, new CommentsChanged(comment.article()));
    }
  }

  /** Tells that what readers see is another, though as many comments are shown. */
  void changed(JdbcClient sql, long article) {
    outbox.append(sql, new CommentsChanged(article));
  }

  /** Makes a comment be another reader's: one that has signed in. */
  void adopt(JdbcClient sql, Comment comment, long reader) {
    sql.sql("UPDATE comment SET reader = :reader WHERE id = :id")
        .param("reader", reader)
        .param("id", comment.id())
        .update();
    if (comment.state() == State.SHOWN) {
      long more =
          commenter(sql, comment.article(), comment.reader(), -1)
              + commenter(sql, comment.article(), reader, 1);
      sql.sql("UPDATE discussion SET commenters = commenters + :more WHERE article = :article")
          .param("more", more)
          .param("article", comment.article())
          .update();
      outbox.append(sql, new CommentsChanged(comment.article()));
    }
  }

  private static void count(JdbcClient sql, Comment comment, int more) {
    long commenters = commenter(sql, comment.article(), comment.reader(), more);
    discussion(sql, comment.article());
    sql.sql(
            """
            UPDATE discussion SET comments = comments + :more, commenters = commenters + :commenters
            WHERE article = :article
            """)
        .param("more", more)
        .param("commenters", commenters)
        .param("article", comment.article())
        .update();
    if (comment.root() != null) {
      sql.sql("UPDATE comment SET replies = replies + :more WHERE id = :root")
          .param("more", more)
          .param("root", comment.root())
          .update();
    }
    minute(sql, comment, more);
  }

  /** Makes sure that the article has a row that counts. */
  static void discussion(JdbcClient sql, long article) {
    sql.sql(
            """
            INSERT INTO discussion (article, comments, commenters, mode, slow)
            VALUES (:article, 0, 0, 'open', 0) ON CONFLICT (article) DO NOTHING
            """)
        .param("article", article)
        .update();
  }

  /** Returns by how many the article has more commenters: 1, 0 or -1. */
  private static long commenter(JdbcClient sql, long article, long reader, int more) {
    sql.sql(
            """
            INSERT INTO commenter (article, reader, shown) VALUES (:article, :reader, 0)
            ON CONFLICT (article, reader) DO NOTHING
            """)
        .param("article", article)
        .param("reader", reader)
        .update();
    long shown =
        sql.sql(
                """
                UPDATE commenter SET shown = shown + :more
                WHERE article = :article AND reader = :reader RETURNING shown
                """)
            .param("more", more)
            .param("article", article)
            .param("reader", reader)
            .query(Long.class)
            .single();
    return more > 0 && shown == 1 ? 1 : more < 0 && shown == 0 ? -1 : 0;
  }

  private static void minute(JdbcClient sql, Comment comment, int more) {
    long minute = Math.floorDiv(comment.at().toEpochMilli(), MINUTE);
    if (more > 0) {
      sql.sql(
              """
              INSERT INTO comment_minute (article, minute, count) VALUES (:article, :minute, 1)
              ON CONFLICT (article, minute) DO UPDATE SET count = comment_minute.count + 1
              """)
          .param("article", comment.article())
          .param("minute", minute)
          .update();
    } else {
      // Minutes that are long past are forgotten, and their comments with them.
      sql.sql(
              """
              UPDATE comment_minute SET count = count - 1
              WHERE article = :article AND minute = :minute AND count > 0
              """)
          .param("article", comment.article())
          .param("minute", minute)
          .update();
    }
  }

  /** A thread whose beginning was taken down is still listed for its replies. */
  private static void list(JdbcClient sql, long id) {
    sql.sql(
            """
            UPDATE comment SET listed =
              CASE WHEN state = 'shown' OR (root IS NULL AND replies > 0) THEN 1 ELSE 0 END
            WHERE id = :id
            """)
        .param("id", id)
        .update();
  }
}
