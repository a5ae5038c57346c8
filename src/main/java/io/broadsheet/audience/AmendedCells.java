package io.broadsheet.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Changes cells of the past as if the views had come in their time.
 *
 * <p>A minute of an hour that was not rolled up is in its minute cell alone. One of a later roll-up
 * is in its hour cell and in the total, and in its minute cell besides as long as those are kept.
 */
final class AmendedCells {
  private AmendedCells() {}

  /**
   * Changes cells.
   *
   * @param unrolled the first minute that was not rolled up
   * @param kept the first minute whose cells are kept
   */
  static void change(Connection connection, Amendment amendment, long unrolled, long kept)
      throws SQLException {
    try (PreparedStatement minute = add(connection, "minute_cell", "minute");
        PreparedStatement minuteGone = clear(connection, "minute_cell", "minute");
        PreparedStatement hour = add(connection, "hour_cell", "hour");
        PreparedStatement hourGone = clear(connection, "hour_cell", "hour");
        PreparedStatement total =
            connection.prepareStatement(
                """
                INSERT INTO total (article, views) VALUES (?, ?)
                ON CONFLICT DO UPDATE SET views = views + excluded.views
                """)) {
      amendment.forEach(
          (article, at, more) -> {
            if (at >= unrolled || at >= kept) {
              change(minute, minuteGone, at, article, more);
            }
            if (at < unrolled) {
              change(hour, hourGone, Math.floorDiv(at, 60L), article, more);
              ViewLog.set(total, article, more);
              total.executeUpdate();
            }
          });
    }
  }

  private static void change(
      PreparedStatement add, PreparedStatement clear, long bucket, long article, long more)
      throws SQLException {
    ViewLog.set(add, bucket, article, more);
    add.executeUpdate();
    if (more < 0) {
      ViewLog.set(clear, bucket, article);
      clear.executeUpdate();
    }
  }

  private static PreparedStatement add(Connection connection, String table, String bucket)
      throws SQLException {
    return connection.prepareStatement(
        """
        INSERT INTO %s (%s, article, views) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET views = views + excluded.views
        """
            .formatted(table, bucket));
  }

  /** A bucket without views expires from no window, so none is kept. */
  private static PreparedStatement clear(Connection connection, String table, String bucket)
      throws SQLException {
    return connection.prepareStatement(
        "DELETE FROM %s WHERE %s = ? AND article = ? AND views = 0".formatted(table, bucket));
  }
}
