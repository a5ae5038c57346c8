package io.broadsheet.audience;

import io.broadsheet.web.Network;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The quarantines as {@code audience.db} holds them; their views are rows of the log. */
final class QuarantineRows {
  private QuarantineRows() {}

  static void insert(Connection connection, List<Quarantines.Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO quarantine (id, block, article, began, verdict) VALUES (?, ?, ?, ?, ?)
            """)) {
      for (Quarantines.Row row : rows) {
        ViewLog.set(insert, row.id(), row.block(), row.article(), row.began());
        insert.setString(5, row.verdict().name());
        insert.executeUpdate();
      }
    }
  }

  /** Returns all that are stored. */
  static List<Quarantines.Row> all(Connection connection) throws SQLException {
    List<Quarantines.Row> found = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT id, block, article, began, verdict FROM quarantine");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Quarantines.Row(
                rows.getLong(1),
                rows.getLong(2),
                rows.getLong(3),
                rows.getLong(4),
                Verdict.valueOf(rows.getString(5))));
      }
    }
    return found;
  }

  /** Returns all that are stored, the latest first, with the number of their views. */
  static List<Quarantine> counted(Connection connection) throws SQLException {
    List<Quarantine> found = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT id, block, article, began, verdict,
                  (SELECT count(*) FROM view_log WHERE quarantine = quarantine.id)
                FROM quarantine ORDER BY began DESC, id DESC
                """);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Quarantine(
                rows.getLong(1),
                Network.blockName(rows.getLong(2)),
                rows.getLong(3),
                Instant.ofEpochMilli(rows.getLong(4)),
                rows.getLong(6),
                Verdict.valueOf(rows.getString(5))));
      }
    }
    return found;
  }

  /** Stores what is said of a quarantine, and returns what was before; empty if there is none. */
  static Optional<Verdict> judge(Connection connection, long id, Verdict verdict)
      throws SQLException {
    Verdict before;
    try (PreparedStatement query =
        connection.prepareStatement("SELECT verdict FROM quarantine WHERE id = ?")) {
      query.setLong(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        before = Verdict.valueOf(row.getString(1));
      }
    }
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE quarantine SET verdict = ? WHERE id = ?")) {
      update.setString(1, verdict.name());
      update.setLong(2, id);
      update.executeUpdate();
    }
    return Optional.of(before);
  }

  /** Returns the views of a quarantine, by their minutes, so many times each. */
  static Amendment views(Connection connection, long id, int times) throws SQLException {
    Amendment views = new Amendment();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT article, at / 60000, count(*) FROM view_log WHERE quarantine = ? GROUP BY 1, 2
            """)) {
      query.setLong(1, id);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          views.add(rows.getLong(1), rows.getLong(2), times * rows.getLong(3));
        }
      }
    }
    return views;
  }
}
