package io.broadsheet.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The totals carried over from an old site, as {@code audience.db} holds them beside the log. */
final class CarriedRows {
  private static final String BEFORE =
      "SELECT views, comments, reactions FROM carried WHERE article = ?";

  private CarriedRows() {}

  /** What carrying totals over changes: by how much each of an article's totals grows. */
  record Growth(CarriedTotals.Change change, long views, long comments, long reactions) {}

  /** Replaces what the articles carried over before, and returns what that changes. */
  static List<Growth> replace(Connection connection, List<CarriedTotals> totals)
      throws SQLException {
    List<Growth> growths = new ArrayList<>();
    try (PreparedStatement before = connection.prepareStatement(BEFORE);
        PreparedStatement after =
            connection.prepareStatement(
                """
                INSERT INTO carried (article, views, comments, reactions) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET views = excluded.views, comments = excluded.comments,
                  reactions = excluded.reactions
                """)) {
      for (CarriedTotals one : totals) {
        Growth growth = growth(one, before);
        if (growth.change() != CarriedTotals.Change.UNCHANGED) {
          ViewLog.set(after, one.article(), one.views(), one.comments(), one.reactions());
          after.executeUpdate();
        }
        growths.add(growth);
      }
    }
    return growths;
  }

  /** Returns what replacing them would change. */
  static List<Growth> preview(Connection connection, List<CarriedTotals> totals)
      throws SQLException {
    List<Growth> growths = new ArrayList<>();
    try (PreparedStatement before = connection.prepareStatement(BEFORE)) {
      for (CarriedTotals one : totals) {
        growths.add(growth(one, before));
      }
    }
    return growths;
  }

  private static Growth growth(CarriedTotals one, PreparedStatement before) throws SQLException {
    before.setLong(1, one.article());
    try (ResultSet row = before.executeQuery()) {
      if (!row.next()) {
        return new Growth(CarriedTotals.Change.NEW, one.views(), one.comments(), one.reactions());
      }
      long views = one.views() - row.getLong(1);
      long comments = one.comments() - row.getLong(2);
      long reactions = one.reactions() - row.getLong(3);
      boolean same = views == 0 && comments == 0 && reactions == 0;
      return new Growth(
          same ? CarriedTotals.Change.UNCHANGED : CarriedTotals.Change.CHANGED,
          views,
          comments,
          reactions);
    }
  }
}
