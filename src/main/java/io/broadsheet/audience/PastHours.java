package io.broadsheet.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was read in the past, each time on a connection of its own that never holds up the
 * writer.
 */
final class PastHours {
  private final AudienceFile file;

  PastHours(AudienceFile file) {
    this.file = file;
  }

  /** Returns the first hour in which anything was read; far ahead if nothing ever was. */
  long firstHour() throws SQLException {
    try (Connection connection = file.connectToRead();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT min(hour) FROM (
                  SELECT min(hour) AS hour FROM hour_cell
                  UNION ALL SELECT min(minute) / 60 FROM minute_cell
                )
                """);
        ResultSet row = query.executeQuery()) {
      row.next();
      long first = row.getLong(1);
      return row.wasNull() ? Long.MAX_VALUE : first;
    }
  }

  /** Returns the views of each article that was read in this span. */
  Map<Long, Long> views(Span span) throws SQLException {
    Map<Long, Long> views = new HashMap<>();
    try (Connection connection = file.connectToRead();
        PreparedStatement query =
            // One statement reads one state: an hour is either rolled up or not.
            connection.prepareStatement(
                """
                SELECT article, sum(views) FROM (
                  SELECT article, views FROM hour_cell WHERE hour >= ?1 AND hour < ?2
                  UNION ALL
                  SELECT article, views FROM minute_cell
                  WHERE minute >= 60 * max(?1, (SELECT rolled_hour + 1 FROM progress))
                    AND minute < 60 * ?2
                ) GROUP BY article
                """)) {
      query.setLong(1, span.firstHour());
      query.setLong(2, span.endHour());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          views.put(rows.getLong(1), rows.getLong(2));
        }
      }
    }
    return views;
  }

  /**
   * Returns the views of these articles in each of so many hours, the last of which begins with
   * this one; an article that nobody read is left out.
   */
  Map<Long, long[]> hourly(Collection<Long> articles, int hours, long lastHour)
      throws SQLException {
    Map<Long, long[]> hourly = new HashMap<>();
    long first = lastHour - hours + 1;
    try (Connection connection = file.connectToRead();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT article, hour, views FROM hour_cell
                WHERE hour BETWEEN ?1 AND ?2 AND article IN (SELECT value FROM json_each(?3))
                UNION ALL
                SELECT article, minute / 60, views FROM minute_cell
                WHERE minute >= 60 * max(?1, (SELECT rolled_hour + 1 FROM progress))
                  AND minute < 60 * (?2 + 1) AND article IN (SELECT value FROM json_each(?3))
                """)) {
      query.setLong(1, first);
      query.setLong(2, lastHour);
      query.setString(3, articles.toString());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          hourly
                  .computeIfAbsent(rows.getLong(1), _ -> new long[hours])[
                  (int) (rows.getLong(2) - first)] +=
              rows.getLong(3);
        }
      }
    }
    return hourly;
  }

  /**
   * Returns the views in each hour of a span.
   *
   * @param article null for all
   * @param counted which articles count
   */
  long[] hourly(Span span, @Nullable Long article, LongPredicate counted) throws SQLException {
    long[] hourly = new long[Math.toIntExact(span.endHour() - span.firstHour())];
    try (Connection connection = file.connectToRead();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT hour, article, views FROM hour_cell
                WHERE hour >= ?1 AND hour < ?2 AND (?3 = 0 OR article = ?3)
                UNION ALL
                SELECT minute / 60, article, sum(views) FROM minute_cell
                WHERE minute >= 60 * max(?1, (SELECT rolled_hour + 1 FROM progress))
                  AND minute < 60 * ?2 AND (?3 = 0 OR article = ?3) GROUP BY 1, 2
                """)) {
      ViewLog.set(query, span.firstHour(), span.endHour(), article == null ? 0 : article);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          if (counted.test(rows.getLong(2))) {
            hourly[(int) (rows.getLong(1) - span.firstHour())] += rows.getLong(3);
          }
        }
      }
    }
    return hourly;
  }

  /** Returns all quarantines that are stored, the latest first. */
  List<Quarantine> quarantines() throws SQLException {
    try (Connection connection = file.connectToRead()) {
      return QuarantineRows.counted(connection);
    }
  }

  /** Returns the hosts that led most readers here in a span, the first first. */
  List<Source> sources(Span span, @Nullable Long article, int limit) throws SQLException {
    List<Source> sources = new ArrayList<>();
    try (Connection connection = file.connectToRead();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT host, sum(views) FROM source_cell
                WHERE hour >= ?1 AND hour < ?2 AND (?3 = 0 OR article = ?3)
                GROUP BY host ORDER BY 2 DESC, 1 LIMIT ?4
                """)) {
      ViewLog.set(query, span.firstHour(), span.endHour(), article == null ? 0 : article, limit);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          sources.add(new Source(rows.getString(1), rows.getLong(2)));
        }
      }
    }
    return sources;
  }

  /** Returns how far an article, or all, was read in a span. */
  Depth depth(Span span, @Nullable Long article) throws SQLException {
    long[] readers = new long[View.WHOLE];
    try (Connection connection = file.connectToRead();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT quarter, sum(readers) FROM depth_cell
                WHERE hour >= ?1 AND hour < ?2 AND (?3 = 0 OR article = ?3) GROUP BY quarter
                """)) {
      ViewLog.set(query, span.firstHour(), span.endHour(), article == null ? 0 : article);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          readers[rows.getInt(1) - 1] = rows.getLong(2);
        }
      }
    }
    return new Depth(readers[0], readers[1], readers[2], readers[3]);
  }
}
