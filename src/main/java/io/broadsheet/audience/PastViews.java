package io.broadsheet.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes in views that an old site noted, in any order and any number of times.
 *
 * <p>Every one is kept with its time, article and visitor, so that it is known when it comes again,
 * and so that which views of a visitor count, one in half an hour from the counted one, is the same
 * whatever order they came in: one that comes late can make a later one a repeat. Identical rows of
 * a file are as many views; a file that is read again has no more of them than before.
 */
final class PastViews implements AutoCloseable {
  private static final long WINDOW = RecentViews.WINDOW.toMillis();
  private static final long MINUTE = 60_000;

  private final long run;
  private final boolean cleaned;
  private final PreparedStatement from;
  private final PreparedStatement put;
  private final Salt key;
  private final Amendment amendment = new Amendment();

  /**
   * Prepares to take in views of one reading of a file.
   *
   * @param run the number of that reading, like no other's
   * @param cleaned whether the file holds only views that count
   */
  PastViews(Connection connection, long run, boolean cleaned) throws SQLException {
    this.run = run;
    this.cleaned = cleaned;
    this.key = key(connection);
    this.from =
        connection.prepareStatement(
            """
            SELECT at, amount, cleaned, counted, run, seen FROM imported_view
            WHERE article = ? AND visitor = ? AND at > ? ORDER BY at
            """);
    this.put =
        connection.prepareStatement(
            """
            INSERT INTO imported_view (article, visitor, at, amount, cleaned, counted, run, seen)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET amount = excluded.amount, counted = excluded.counted,
              run = excluded.run, seen = excluded.seen
            """);
  }

  private record Pair(long article, long visitor) {}

  /**
   * Identical views.
   *
   * @param amount how many there are
   * @param cleaned whether each counts
   * @param counted how many of them count
   * @param run the last reading that had any
   * @param seen how many that reading had so far
   */
  private record Row(long at, long amount, boolean cleaned, long counted, long run, long seen) {}

  /** Takes views in and tells of each whether it was new. */
  List<Boolean> take(List<PastView> views) throws SQLException {
    Map<Pair, SortedMap<Long, List<Integer>>> byPair = new HashMap<>();
    for (int i = 0; i < views.size(); i++) {
      PastView view = views.get(i);
      byPair
          .computeIfAbsent(
              new Pair(view.article(), key.visitor(0, view.visitor())), _ -> new TreeMap<>())
          .computeIfAbsent(view.at().toEpochMilli(), _ -> new ArrayList<>())
          .add(i);
    }
    List<Boolean> taken = new ArrayList<>(Collections.nCopies(views.size(), false));
    for (Map.Entry<Pair, SortedMap<Long, List<Integer>>> pair : byPair.entrySet()) {
      take(pair.getKey(), pair.getValue(), taken);
    }
    put.executeBatch();
    return taken;
  }

  /** Returns the views that come or go by what was taken in. */
  Amendment amendment() {
    return amendment;
  }

  @Override
  public void close() throws SQLException {
    try (from) {
      put.close();
    }
  }

  /** Goes along the stored views of a visitor from where the first of these can matter. */
  private void take(Pair pair, SortedMap<Long, List<Integer>> incoming, List<Boolean> taken)
      throws SQLException {
    long first = incoming.firstKey();
    long lastCounted = first - WINDOW;
    List<Row> changed = new ArrayList<>();
    ViewLog.set(from, pair.article(), pair.visitor(), first - WINDOW);
    try (ResultSet rows = from.executeQuery()) {
      Row stored = next(rows);
      while (stored != null || !incoming.isEmpty()) {
        Row before;
        if (stored == null || (!incoming.isEmpty() && incoming.firstKey() < stored.at())) {
          before = new Row(incoming.firstKey(), 0, cleaned, 0, run, 0);
        } else {
          before = stored;
          stored = next(rows);
        }
        List<Integer> same = incoming.remove(before.at());
        Row after = same == null ? before : with(before, same, taken);
        if (!after.cleaned()) {
          boolean counts =
              after.at() < first ? after.counted() > 0 : after.at() - lastCounted >= WINDOW;
          after = counted(after, counts ? 1 : 0);
          lastCounted = counts ? after.at() : lastCounted;
        } else {
          after = counted(after, after.amount());
        }
        if (!after.equals(before)) {
          changed.add(after);
          long more = after.counted() - before.counted();
          amendment.add(pair.article(), Math.floorDiv(after.at(), MINUTE), more);
        } else if (incoming.isEmpty() && after.at() > first && isCountedView(after)) {
          break; // from here on all is as it was
        }
      }
    }
    for (Row row : changed) {
      put(pair, row);
    }
  }

  private static boolean isCountedView(Row row) {
    return !row.cleaned() && row.counted() > 0;
  }

  /** Adds identical views of this reading, of which those beyond what was known are new. */
  private Row with(Row before, List<Integer> same, List<Boolean> taken) {
    long seen = (before.run() == run ? before.seen() : 0) + same.size();
    long more = Math.max(0, seen - before.amount());
    for (int i = 0; i < more; i++) {
      taken.set(same.get(same.size() - 1 - i), true);
    }
    return new Row(
        before.at(), before.amount() + more, before.cleaned(), before.counted(), run, seen);
  }

  private static Row counted(Row row, long counted) {
    return new Row(row.at(), row.amount(), row.cleaned(), counted, row.run(), row.seen());
  }

  private static @Nullable Row next(ResultSet rows) throws SQLException {
    return rows.next()
        ? new Row(
            rows.getLong(1),
            rows.getLong(2),
            rows.getInt(3) == 1,
            rows.getLong(4),
            rows.getLong(5),
            rows.getLong(6))
        : null;
  }

  private void put(Pair pair, Row row) throws SQLException {
    ViewLog.set(
        put,
        pair.article(),
        pair.visitor(),
        row.at(),
        row.amount(),
        row.cleaned() ? 1 : 0,
        row.counted(),
        row.run(),
        row.seen());
    put.addBatch();
  }

  private static Salt key(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT key0, key1 FROM import_key");
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the table import_key has lost its row");
      }
      return new Salt(0, row.getLong(1), row.getLong(2));
    }
  }
}
