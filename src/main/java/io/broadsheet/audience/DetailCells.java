package io.broadsheet.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * Where counted views came from and how far they were read, by hour and article, for a month.
 *
 * <p>Nothing here tells of a reader: it is numbers from the start.
 */
final class DetailCells {
  private static final long KEPT_HOURS = 30 * 24;

  private final PreparedStatement source;
  private final PreparedStatement depth;

  DetailCells(Connection connection) throws SQLException {
    source =
        connection.prepareStatement(
            """
            INSERT INTO source_cell (hour, article, host, views) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET views = views + excluded.views
            """);
    depth =
        connection.prepareStatement(
            """
            INSERT INTO depth_cell (hour, article, quarter, readers) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET readers = readers + excluded.readers
            """);
  }

  void add(Batch batch, long hour) throws SQLException {
    for (Map.Entry<Batch.Source, Integer> cell : batch.sources().entrySet()) {
      source.setLong(1, hour);
      source.setLong(2, cell.getKey().article());
      source.setString(3, cell.getKey().host());
      source.setInt(4, cell.getValue());
      source.executeUpdate();
    }
    for (Map.Entry<Batch.Mark, Integer> cell : batch.marks().entrySet()) {
      Batch.Mark mark = cell.getKey();
      ViewLog.set(depth, hour, mark.article(), mark.quarter(), cell.getValue());
      depth.executeUpdate();
    }
  }

  /** Deletes what is older than a month at this hour. */
  static void prune(Connection connection, long hour) throws SQLException {
    for (String table : new String[] {"source_cell", "depth_cell"}) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + table + " WHERE hour < ?")) {
        delete.setLong(1, hour - KEPT_HOURS);
        delete.executeUpdate();
      }
    }
  }
}
