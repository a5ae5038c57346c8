package io.broadsheet.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what is stored of views, as it is within the writer's transaction.
 *
 * @param connection the writer's
 * @param progress how far the log has come
 */
record StoredViews(Connection connection, ViewLog.Progress progress) {
  /** A row of a table of views by time and article. */
  @FunctionalInterface
  interface Cells {
    void accept(long bucket, long article, long views);
  }

  /** A row of the log. */
  @FunctionalInterface
  interface Row {
    void accept(long at, long article, long visitor);
  }

  /** Hands over what the windows lose when the current minute goes on from one to another. */
  List<Windows.Expired> expired(long from, long to) throws SQLException {
    List<Windows.Expired> expired = new ArrayList<>();
    long unrolled = (progress.rolledHour() + 1) * 60;
    for (Window window : Window.values()) {
      long first = window.firstMinute(from);
      long end = window.firstMinute(to);
      Cells lost =
          (bucket, article, views) -> expired.add(new Windows.Expired(window, article, views));
      if (window.isOfHours()) {
        hours(first / 60, Math.min(end, unrolled) / 60, lost);
        first = Math.max(first, unrolled);
      }
      if (first < end) {
        minutes(first, end, lost);
      }
    }
    return expired;
  }

  /** Hands over minute cells from one minute until before another. */
  void minutes(long from, long until, Cells cells) throws SQLException {
    query(
        "SELECT minute, article, views FROM minute_cell WHERE minute >= ? AND minute < ?",
        row -> cells.accept(row.getLong(1), row.getLong(2), row.getLong(3)),
        from,
        until);
  }

  /** Hands over hour cells from one hour until before another. */
  void hours(long from, long until, Cells cells) throws SQLException {
    query(
        "SELECT hour, article, views FROM hour_cell WHERE hour >= ? AND hour < ?",
        row -> cells.accept(row.getLong(1), row.getLong(2), row.getLong(3)),
        from,
        until);
  }

  /** Adds the totals of hours that were rolled up, and those carried over. */
  void addTotals(Windows windows) throws SQLException {
    query(
        """
        SELECT article, views, 0, 0 FROM total
        UNION ALL SELECT article, views, comments, reactions FROM carried
        """,
        row -> windows.addTotals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
  }

  /** Hands over the rows of the log after this time, in their order. */
  void rowsAfter(long time, Row rows) throws SQLException {
    query(
        """
        SELECT at, article, visitor FROM view_log WHERE "offset" > ? ORDER BY "offset"
        """,
        row -> rows.accept(row.getLong(1), row.getLong(2), row.getLong(3)),
        lastOffsetAt(time));
  }

  /** Finds the last row not after a time by halving, since offsets and times grow together. */
  private long lastOffsetAt(long time) throws SQLException {
    long low = 0;
    long high = progress.offset();
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      long[] found = {Long.MAX_VALUE};
      query(
          """
          SELECT at FROM view_log WHERE "offset" >= ? ORDER BY "offset" LIMIT 1
          """,
          row -> found[0] = row.getLong(1),
          middle);
      if (found[0] <= time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void query(String sql, RowReader reader, long... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ViewLog.set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
