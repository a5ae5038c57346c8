package io.broadsheet.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The view log and what is derived from it, in {@code audience.db}.
 *
 * <p>Log rows, minute cells and the offset that they include commit together, so after a crash at
 * any point the cells hold exactly the rows of the log. Hours that are over become hour cells,
 * which stay for good; minute cells go after two days, log rows after as long as is asked for. For
 * one thread.
 *
 * <p>A statement that fails leaves this unsound until {@link #reopen}.
 */
final class ViewLog implements AutoCloseable {
  /** How long minute cells are kept, in minutes. */
  static final long KEPT = 48 * 60;

  private static final long MINUTE = 60_000;
  private static final int CHUNK = 2_000;

  private final AudienceFile file;
  private final CommitStep.Witness witness;
  private Connection connection;
  private Statements statements;
  private DetailCells details;
  private Progress progress;

  private ViewLog(AudienceFile file, CommitStep.Witness witness) throws SQLException {
    this.file = file;
    this.witness = witness;
    this.connection = file.connect();
    this.statements = new Statements(connection);
    this.details = new DetailCells(connection);
    this.progress = progress(connection);
  }

  /**
   * How far the log has come.
   *
   * @param offset of the last row, which the cells include
   * @param rolledHour up to which minute cells became hour cells, in hours from 1970
   * @param lastAt before which nothing can be logged any more, in epoch milliseconds
   * @param commits the transactions so far, of whatever kind
   */
  record Progress(long offset, long rolledHour, long lastAt, long commits) {}

  /**
   * Views that were taken in.
   *
   * @param isNew of each whether it was new
   * @param amendment the views that come or go by them
   */
  record TakenViews(List<Boolean> isNew, Amendment amendment) {}

  private record Statements(
      PreparedStatement logRow, PreparedStatement cell, PreparedStatement progress) {
    Statements(Connection connection) throws SQLException {
      this(
          connection.prepareStatement(
              """
              INSERT INTO view_log ("offset", at, article, visitor, quarantine)
              VALUES (?, ?, ?, ?, ?)
              """),
          connection.prepareStatement(
              """
              INSERT INTO minute_cell (minute, article, views) VALUES (?, ?, ?)
              ON CONFLICT DO UPDATE SET views = views + excluded.views
              """),
          connection.prepareStatement(
              """
              UPDATE progress SET log_offset = ?, rolled_hour = ?, last_at = ?, commits = ?
              """));
    }
  }

  /**
   * Opens the log of this file.
   *
   * @throws DamagedAudience if it cannot be used
   */
  static ViewLog open(AudienceFile file, CommitStep.Witness witness) throws DamagedAudience {
    try {
      return new ViewLog(file, witness);
    } catch (SQLException e) {
      throw new DamagedAudience(
          "The file "
              + file
              + " cannot be opened ("
              + e.getMessage()
              + "): see that the disk is not full and that no other server uses this folder.",
          e);
    }
  }

  /** Returns how far the log has come. */
  Progress progress() {
    return progress;
  }

  /** Stores views of one moment durably, and the quarantines that began with some of them. */
  void append(Batch views, List<Quarantines.Row> begun, long at) throws SQLException {
    witness.reached(CommitStep.BEFORE_BEGIN, connection);
    QuarantineRows.insert(connection, begun);
    PreparedStatement row = statements.logRow();
    for (int i = 0; i < views.size(); i++) {
      row.setLong(1, progress.offset() + 1 + i);
      row.setLong(2, at);
      row.setLong(3, views.article(i));
      row.setLong(4, views.visitor(i));
      row.setLong(5, views.quarantine(i));
      row.addBatch();
    }
    row.executeBatch();
    witness.reached(CommitStep.AFTER_LOG_ROWS, connection);
    PreparedStatement cell = statements.cell();
    views.forEachArticle(
        (article, count) -> {
          cell.setLong(1, Math.floorDiv(at, MINUTE));
          cell.setLong(2, article);
          cell.setLong(3, count);
          cell.addBatch();
        });
    cell.executeBatch();
    details.add(views, Math.floorDiv(at, 60 * MINUTE));
    witness.reached(CommitStep.AFTER_CELLS, connection);
    commit(progress.offset() + views.size(), progress.rolledHour(), at);
  }

  /** Turns the minute cells of all hours before this one into hour cells and totals. */
  void rollUp(long hour) throws SQLException {
    long from = (progress.rolledHour() + 1) * 60;
    update(
        """
        INSERT INTO hour_cell (hour, article, views)
        SELECT minute / 60, article, sum(views) FROM minute_cell
        WHERE minute >= ? AND minute < ? GROUP BY minute / 60, article
        """,
        from,
        hour * 60);
    update(
        """
        INSERT INTO total (article, views)
        SELECT article, sum(views) FROM minute_cell
        WHERE minute >= ? AND minute < ? GROUP BY article
        ON CONFLICT DO UPDATE SET views = views + excluded.views
        """,
        from,
        hour * 60);
    DetailCells.prune(connection, hour);
    commit(progress.offset(), hour - 1, noted(hour * 60));
  }

  /**
   * Deletes some of what is no longer needed at this minute, and tells whether there may be more.
   *
   * @param log how long rows of the log are kept, in minutes
   */
  boolean prune(long minute, long log) throws SQLException {
    int cells =
        update(
            """
            DELETE FROM minute_cell WHERE (minute, article) IN (
              SELECT minute, article FROM minute_cell WHERE minute < ?
              ORDER BY minute, article LIMIT ?)
            """,
            Math.min(minute - KEPT, (progress.rolledHour() + 1) * 60),
            CHUNK);
    int rows =
        update(
            """
            DELETE FROM view_log WHERE "offset" IN (
              SELECT "offset" FROM (
                SELECT "offset", at FROM view_log ORDER BY "offset" LIMIT ?2)
              WHERE at < ?1)
            """,
            (minute - log) * MINUTE,
            CHUNK);
    // One that has lost its first view can be judged no more.
    int quarantines = update("DELETE FROM quarantine WHERE began < ?", (minute - log) * MINUTE);
    if (cells + rows + quarantines > 0) {
      commit(progress.offset(), progress.rolledHour(), noted(minute));
    }
    return cells == CHUNK || rows == CHUNK;
  }

  /** Notes durably that nothing is logged before this time any more. */
  void note(long time) throws SQLException {
    commit(progress.offset(), progress.rolledHour(), time);
  }

  /** Replaces what the articles carried over before, durably, and returns what that changes. */
  List<CarriedRows.Growth> carry(List<CarriedTotals> totals) throws SQLException {
    List<CarriedRows.Growth> growths = CarriedRows.replace(connection, totals);
    commit(progress.offset(), progress.rolledHour(), progress.lastAt());
    return growths;
  }

  /** Returns what carrying totals over would change. */
  List<CarriedRows.Growth> previewCarry(List<CarriedTotals> totals) throws SQLException {
    return CarriedRows.preview(connection, totals);
  }

  /** Returns the quarantines whose views may be in the log. */
  List<Quarantines.Row> quarantines() throws SQLException {
    return QuarantineRows.all(connection);
  }

  /**
   * Stores what is said of a quarantine durably, and returns the views that come or go by it; empty
   * if there is no such quarantine.
   */
  Optional<Amendment> judge(long id, Verdict verdict, long minute) throws SQLException {
    Optional<Verdict> before = QuarantineRows.judge(connection, id, verdict);
    if (before.isEmpty()) {
      connection.rollback();
      return Optional.empty();
    }
    int times = (verdict.counts() ? 1 : 0) - (before.get().counts() ? 1 : 0);
    Amendment amendment = QuarantineRows.views(connection, id, times);
    amend(amendment, minute);
    return Optional.of(amendment);
  }

  /** Takes in views that an old site noted, durably. */
  TakenViews take(List<PastView> past, long run, boolean cleaned, long minute) throws SQLException {
    try (PastViews reading = new PastViews(connection, run, cleaned)) {
      List<Boolean> taken = reading.take(past);
      amend(reading.amendment(), minute);
      return new TakenViews(taken, reading.amendment());
    }
  }

  /** Tells which of these views would be new. */
  List<Boolean> preview(List<PastView> past, long run, boolean cleaned) throws SQLException {
    try (PastViews reading = new PastViews(connection, run, cleaned)) {
      return reading.take(past);
    } finally {
      connection.rollback();
    }
  }

  /** Returns what is stored, to be read before the next change. */
  StoredViews stored() {
    return new StoredViews(connection, progress);
  }

  /** Tells the witness of a step that is not the log's own. */
  void reached(CommitStep step) throws SQLException {
    witness.reached(step, connection);
  }

  /**
   * Connects anew after a failure and takes up what is stored, which may be more than was known.
   */
  void reopen() throws SQLException {
    close();
    connection = file.connect();
    statements = new Statements(connection);
    details = new DetailCells(connection);
    progress = progress(connection);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Changes cells of the past durably, together with what was done before in this transaction. */
  private void amend(Amendment amendment, long minute) throws SQLException {
    long unrolled = (progress.rolledHour() + 1) * 60;
    AmendedCells.change(connection, amendment, unrolled, minute - KEPT);
    commit(progress.offset(), progress.rolledHour(), progress.lastAt());
  }

  private int update(String sql, long... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      return statement.executeUpdate();
    }
  }

  private static Progress progress(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT log_offset, rolled_hour, last_at, commits FROM progress");
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the table progress has lost its row");
      }
      return new Progress(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
  }

  /** What was rolled up or deleted is over for good, whatever the clock says after a restart. */
  private long noted(long minute) {
    return Math.max(progress.lastAt(), minute * MINUTE);
  }

  private void commit(long offset, long rolledHour, long lastAt) throws SQLException {
    Progress next = new Progress(offset, rolledHour, lastAt, progress.commits() + 1);
    set(statements.progress(), offset, rolledHour, lastAt, next.commits());
    statements.progress().executeUpdate();
    witness.reached(CommitStep.BEFORE_COMMIT, connection);
    connection.commit();
    progress = next;
    witness.reached(CommitStep.AFTER_COMMIT, connection);
  }

  static void set(PreparedStatement statement, long... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setLong(i + 1, parameters[i]);
    }
  }
}
