package io.broadsheet.reactions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

  private record Place(long article, long reader) {}

  private record Choice(long article, String emoji) {}

  private record Minute(long article, long minute) {}

  /**
   * Makes it so, one wish after the other, with the counts; few statements do it for many wishes.
   *
   * @return for each whether it was otherwise before
   */
  static List<Boolean> fulfil(JdbcClient sql, List<Wish> wishes) {
    Map<Place, Given> given = given(sql, wishes);
    Set<Place> changed = new LinkedHashSet<>();
    Map<Choice, Integer> counts = new LinkedHashMap<>();
    Map<Minute, Integer> minutes = new LinkedHashMap<>();
    List<Boolean> changes = new ArrayList<>();
    for (Wish wish : wishes) {
      Place place = new Place(wish.article(), wish.reader());
      Given before = given.get(place);
      boolean same = Objects.equals(before == null ? null : before.emoji(), wish.emoji());
      changes.add(!same);
      if (same) {
        continue;
      }
      changed.add(place);
      // One that is changed keeps its time: it is the same reader's one word.
      Given after =
          wish.emoji() == null
              ? null
              : new Given(wish.emoji(), before == null ? wish.at() : before.at());
      for (Given one : new Given[] {before, after}) {
        if (one != null) {
          int more = one.equals(after) ? 1 : -1;
          counts.merge(new Choice(wish.article(), one.emoji()), more, Integer::sum);
          minutes.merge(
              new Minute(wish.article(), Math.floorDiv(one.at(), MINUTE)), more, Integer::sum);
        }
      }
      if (after == null) {
        given.remove(place);
      } else {
        given.put(place, after);
      }
    }
    changed.stream()
        .collect(Collectors.partitioningBy(given::containsKey))
        .forEach(
            (kept, places) -> {
              if (kept) {
                put(sql, places, given);
              } else {
                places.forEach(place -> remove(sql, place));
              }
            });
    counts.forEach((choice, more) -> count(sql, choice, more));
    minutes.forEach((minute, more) -> weigh(sql, minute, more));
    return changes;
  }

  /** Returns what those who wish have given so far. */
  private static Map<Place, Given> given(JdbcClient sql, List<Wish> wishes) {
    Map<Place, Given> given = new HashMap<>();
    wishes.stream()
        .collect(
            Collectors.groupingBy(
                Wish::article, Collectors.mapping(Wish::reader, Collectors.toSet())))
        .forEach(
            (article, readers) ->
                sql.sql(
                        """
                        SELECT reader, emoji, at FROM reaction
                        WHERE article = :article AND reader IN (:readers)
                        """)
                    .param("article", article)
                    .param("readers", readers)
                    .query(
                        row -> {
                          given.put(
                              new Place(article, row.getLong("reader")),
                              new Given(row.getString("emoji"), row.getLong("at")));
                        }));
    return given;
  }

  private static void put(JdbcClient sql, List<Place> places, Map<Place, Given> given) {
    if (places.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>();
    for (Place place : places) {
      Given one = Objects.requireNonNull(given.get(place));
      values.addAll(List.of(place.article(), place.reader(), one.emoji(), one.at()));
    }
    sql.sql(
            "INSERT INTO reaction (article, reader, emoji, at) VALUES "
                + "(?, ?, ?, ?), ".repeat(places.size() - 1)
                + "(?, ?, ?, ?) ON CONFLICT (article, reader) DO UPDATE SET emoji = excluded.emoji")
        .params(values)
        .update();
  }

  private static void remove(JdbcClient sql, Place place) {
    sql.sql("DELETE FROM reaction WHERE article = :article AND reader = :reader")
        .param("article", place.article())
        .param("reader", place.reader())
        .update();
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

  private static void count(JdbcClient sql, Choice choice, int more) {
    // A count that is not there yet begins; an insert of less than nothing would fail its check.
    String statement =
        more > 0
            ? """
              INSERT INTO reaction_count (article, emoji, count) VALUES (:article, :emoji, :more)
              ON CONFLICT (article, emoji) DO UPDATE SET count = reaction_count.count + :more
              """
            : """
              UPDATE reaction_count SET count = count + :more
              WHERE article = :article AND emoji = :emoji
              """;
    if (more != 0) {
      sql.sql(statement)
          .param("article", choice.article())
          .param("emoji", choice.emoji())
          .param("more", more)
          .update();
    }
  }

  private static void weigh(JdbcClient sql, Minute minute, int more) {
    // Minutes that are long past are forgotten, and so is what was given in them.
    String statement =
        more > 0
            ? """
              INSERT INTO reaction_minute (article, minute, count)
              VALUES (:article, :minute, :more)
              ON CONFLICT (article, minute) DO UPDATE SET count = reaction_minute.count + :more
              """
            : """
              UPDATE reaction_minute SET count = count + :more
              WHERE article = :article AND minute = :minute
              """;
    if (more != 0) {
      sql.sql(statement)
          .param("article", minute.article())
          .param("minute", minute.minute())
          .param("more", more)
          .update();
    }
  }
}
