package io.broadsheet.comments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The comments as the database holds them. */
final class CommentRows {
  private CommentRows() {}

  /** A comment that is not there yet. */
  record Fresh(
      Attempt attempt,
      @Nullable Long root,
      String name,
      String text,
      long fingerprint,
      long origin,
      Instant at) {
    /** Returns it as a reply in the thread that this comment begins. */
    Fresh under(long thread) {
      return new Fresh(attempt, thread, name, text, fingerprint, origin, at);
    }
  }

  /** Stores a comment that waits for everything, and returns its id. */
  static long insert(JdbcClient sql, Fresh fresh, @Nullable Rule rule) {
    return sql.sql(
            """
            INSERT INTO comment (article, root, parent, reader, origin, name, text, fingerprint,
              state, rule, reason, at, replies, ups, downs, rating, reports, listed)
            VALUES (:article, :root, :parent, :reader, :origin, :name, :text, :fingerprint,
              'held', :rule, '', :at, 0, 0, 0, 0, 0, 0)
            RETURNING id
            """)
        .param("article", fresh.attempt().article())
        .param("root", fresh.root(), Types.BIGINT)
        .param("parent", fresh.attempt().parent(), Types.BIGINT)
        .param("reader", fresh.attempt().reader().id())
        .param("origin", fresh.origin())
        .param("name", fresh.name())
        .param("text", fresh.text())
        .param("fingerprint", fresh.fingerprint())
        .param("rule", rule == null ? "" : rule.code())
        .param("at", fresh.at().toEpochMilli())
        .query(Long.class)
        .single();
  }

  static Optional<Comment> byId(JdbcClient sql, long id) {
    return sql.sql("SELECT * FROM comment WHERE id = :id")
        .param("id", id)
        .query(CommentRows::comment)
        .optional();
  }

  /** Returns what somebody has sent in before: the same words in the same place. */
  static Optional<Comment> same(JdbcClient sql, Fresh fresh) {
    return sql
        .sql(
            """
            SELECT * FROM comment
            WHERE article = :article AND fingerprint = :fingerprint
              AND (reader = :reader OR (origin = :origin AND name = :name)) AND state <> 'deleted'
            ORDER BY id DESC LIMIT 20
            """)
        .param("article", fresh.attempt().article())
        .param("fingerprint", fresh.fingerprint())
        .param("reader", fresh.attempt().reader().id())
        .param("origin", fresh.origin())
        .param("name", fresh.name())
        .query(CommentRows::comment)
        .list()
        .stream()
        .filter(
            there ->
                there.text().equals(fresh.text())
                    && Objects.equals(there.parent(), fresh.attempt().parent()))
        .findFirst();
  }

  /** Returns the threads of an article that readers see, from some place on. */
  static List<Comment> roots(
      JdbcClient sql, long article, Order order, Threads.@Nullable Cursor after, int limit) {
    String statement =
        switch (order) {
          case NEWEST ->
              """
              SELECT * FROM comment
              WHERE article = :article AND root IS NULL AND listed = 1 AND id < :id
              ORDER BY id DESC LIMIT :limit
              """;
          case OLDEST ->
              """
              SELECT * FROM comment
              WHERE article = :article AND root IS NULL AND listed = 1 AND id > :id
              ORDER BY id LIMIT :limit
              """;
          case BEST ->
              """
              SELECT * FROM comment
              WHERE article = :article AND root IS NULL AND listed = 1
                AND (rating, id) < (:rating, :id)
              ORDER BY rating DESC, id DESC LIMIT :limit
              """;
        };
    boolean ascending = order == Order.OLDEST;
    JdbcClient.StatementSpec query =
        sql.sql(statement)
            .param("article", article)
            .param("id", after == null ? (ascending ? 0 : Long.MAX_VALUE) : after.id())
            .param("limit", limit);
    if (order == Order.BEST) {
      query = query.param("rating", after == null ? Long.MAX_VALUE : after.rating());
    }
    return query.query(CommentRows::comment).list();
  }

  /** Returns the replies of a thread that readers see, from one on, the oldest first. */
  static List<Comment> replies(JdbcClient sql, long root, long after, int limit) {
    return sql.sql(
            """
            SELECT * FROM comment WHERE root = :root AND listed = 1 AND id > :after
            ORDER BY id LIMIT :limit
            """)
        .param("root", root)
        .param("after", after)
        .param("limit", limit)
        .query(CommentRows::comment)
        .list();
  }

  static long rating(JdbcClient sql, long id) {
    return sql.sql("SELECT rating FROM comment WHERE id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  static Comment comment(ResultSet row, int number) throws SQLException {
    return new Comment(
        row.getLong("id"),
        row.getLong("article"),
        number(row, "root"),
        number(row, "parent"),
        row.getLong("reader"),
        row.getString("name"),
        row.getString("text"),
        State.of(row.getString("state")),
        Rule.of(row.getString("rule")).orElse(null),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("at")),
        instant(number(row, "edited_at")),
        row.getLong("replies"),
        row.getLong("ups"),
        row.getLong("downs"),
        row.getLong("reports"));
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
