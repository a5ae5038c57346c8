package io.broadsheet.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Counts what was read in a span, on a connection of its own that never holds up the writer. */
final class PastHours {
  private final AudienceFile file;

  PastHours(AudienceFile file) {
    this.file = file;
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
}
