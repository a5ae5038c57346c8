package io.broadsheet.reactions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reactions and their counts as the database holds them. */
final class ReactionRows {
  private static final long MINUTE = 60_000;

  private ReactionRows() {}

  /**
   * What a reader wants.
   *
   * @param emoji null for no reaction
   * @param at now, in epoch milliseconds
   */
  record Wish(long article, long reader, @Nullable String emoji, long at) {}

  private record Given(String emoji, long at) {}

  /** Makes it so, with the counts, and tells whether it was otherwise before. */
  static boolean fulfil(JdbcClient sql, Wish wish) {
    Optional<Given> before =
        sql.sql("SELECT emoji, at FROM reaction WHERE article = :article AND reader = :reader")
            .param("article", wish.article())
            .param("reader", wish.reader())
            .query(Given.class)
            .optional();
    if (before.map(Given::emoji).equals(Optional.ofNullable(wish.emoji()))) {
      return false;
    }
    before.ifPresent(given -> count(sql, wish.article(), given.emoji(), -1));
    if (wish.emoji() == null) {
      sql.sql("DELETE FROM reaction WHERE article = :article AND reader = :reader")
          .param("article", wish.article())
          .param("reader", wish.reader())
          .update();
      before.ifPresent(given -> weigh(sql, wish.article(), given.at(), -1));
      return true;
    }
    // One that is changed keeps its time: it is the same reader's one word.
    sql.sql(
            """
            INSERT INTO reaction (article, reader, emoji, at)
            VALUES (:article, :reader, :emoji, :at)
            ON CONFLICT (article, reader) DO UPDATE SET emoji = excluded.emoji
            """)
        .param("article", wish.article())
        .param("reader", wish.reader())
        .param("emoji", wish.emoji())
        .param("at", wish.at())
        .update();
    count(sql, wish.article(), wish.emoji(), 1);
    if (before.isEmpty()) {
      weigh(sql, wish.article(), wish.at(), 1);
    }
    return true;
  }

  static Map<String, Long> counts(JdbcClient sql, long article) {
    Map<String, Long> counts = new LinkedHashMap<>();
    sql.sql("SELECT emoji, count FROM reaction_count WHERE article = :article ORDER BY emoji")
        .param("article", article)
        .query(
            row -> {
              counts.put(row.getString("emoji"), row.getLong("count"));
            });
    return counts;
  }

  /** Returns the ids of all articles that have counts. */
  static List<Long> articles(JdbcClient sql) {
    return sql.sql("SELECT DISTINCT article FROM reaction_count").query(Long.class).list();
  }

  /** Returns when those since some minute were given: how many in each. */
  static Map<Long, Long> minutes(JdbcClient sql, long article, long since) {
    Map<Long, Long> minutes = new LinkedHashMap<>();
    sql.sql(
            """
            SELECT minute, count FROM reaction_minute
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

  static void forgetMinutes(JdbcClient sql, long before) {
    sql.sql("DELETE FROM reaction_minute WHERE minute < :before").param("before", before).update();
  }

  private static void count(JdbcClient sql, long article, String emoji, int more) {
    // A count that is not there yet begins at one; an insert of -1 would fail its check first.
    if (more > 0) {
      sql.sql(
              """
              INSERT INTO reaction_count (article, emoji, count) VALUES (:article, :emoji, 1)
              ON CONFLICT (article, emoji) DO UPDATE SET count = reaction_count.count + 1
              """)
          .param("article", article)
          .param("emoji", emoji)
          .update();
    } else {
      sql.sql(
              """
              UPDATE reaction_count SET count = count - 1
              WHERE article = :article AND emoji = :emoji
              """)
          .param("article", article)
          .param("emoji", emoji)
          .update();
    }
  }

  private static void weigh(JdbcClient sql, long article, long at, int more) {
    long minute = Math.floorDiv(at, MINUTE);
    if (more > 0) {
      sql.sql(
              """
              INSERT INTO reaction_minute (article, minute, count) VALUES (:article, :minute, 1)
              ON CONFLICT (article, minute) DO UPDATE SET count = reaction_minute.count + 1
              """)
          .param("article", article)
          .param("minute", minute)
          .update();
    } else {
      // Minutes that are long past are forgotten, and so is what was given in them.
      sql.sql(
              """
              UPDATE reaction_minute SET count = count - 1
              WHERE article = :article AND minute = :minute
              """)
          .param("article", article)
          .param("minute", minute)
          .update();
    }
  }
}
