package io.broadsheet.audience;

import io.broadsheet.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What editors put first on lists of what is read, and took off them.
 *
 * <p>It concerns the lists of the present alone: what was read in a past span stays what it was.
 */
public final class Placements {
  private final Database database;
  private final Audience audience;
  private final InstantSource clock;

  /** Takes up what is stored, and has the audience's lists follow it. */
  public Placements(Database database, Audience audience, InstantSource clock) {
    this.database = database;
    this.audience = audience;
    this.clock = clock;
    audience.arrange(new Arrangement(all()));
  }

  /**
   * Pins a story to a list or hides it there, in place of what was done with it there before.
   *
   * @param article the id of a story that is there
   * @throws org.springframework.dao.DataAccessException if there is none, or it cannot be stored
   */
  public synchronized void place(long article, TopQuery.By list, Placement.Kind kind) {
    database.write(
        sql ->
            sql.sql(
                    """
                    INSERT INTO placement (article, list, kind, at)
                    VALUES (:article, :list, :kind, :at)
                    ON CONFLICT (article, list) DO UPDATE SET kind = excluded.kind, at = excluded.at
                    """)
                .param("article", article)
                .param("list", list.code())
                .param("kind", kind.code())
                .param("at", clock.millis())
                .update());
    audience.arrange(new Arrangement(all()));
  }

  /** Leaves a story on a list to its readers again, and tells whether it was not before. */
  public synchronized boolean clear(long article, TopQuery.By list) {
    int cleared =
        database.write(
            sql ->
                sql.sql("DELETE FROM placement WHERE article = :article AND list = :list")
                    .param("article", article)
                    .param("list", list.code())
                    .update());
    audience.arrange(new Arrangement(all()));
    return cleared > 0;
  }

  /** Returns all that was done and not taken back, the latest first. */
  public List<Placement> all() {
    return database.read(
        sql ->
            sql.sql("SELECT article, list, kind, at FROM placement ORDER BY at DESC, article DESC")
                .query(Placements::placement)
                .list());
  }

  private static Placement placement(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind");
    return new Placement(
        row.getLong("article"),
        TopQuery.By.of(row.getString("list")).orElseThrow(),
        kind.equals(Placement.Kind.PINNED.code()) ? Placement.Kind.PINNED : Placement.Kind.HIDDEN,
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
