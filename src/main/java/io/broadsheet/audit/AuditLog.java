package io.broadsheet.audit;

import io.broadsheet.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who did what to what, before and after.
 *
 * <p>An entry is written in the transaction that does what it tells of, so that there is neither
 * without the other. The database itself refuses to change or delete one.
 */
public final class AuditLog {
  /** Who works at the command line of this machine. */
  public static final String CONSOLE = "console";

  private static final int LONGEST = 10_000;

  private final Database database;
  private final InstantSource clock;

  /** Opens the log of this database. */
  public AuditLog(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param action such as {@code story.publish}
   * @param subject such as {@code story 30}
   * @param before what was there before; empty for nothing
   * @param after what is there now; empty for nothing
   */
  public record Deed(String action, String subject, String before, String after) {
    /** Something done that leaves nothing to compare. */
    public Deed(String action, String subject) {
      this(action, subject, "", "");
    }
  }

  /**
   * Writes down what a transaction does.
   *
   * @param sql of that transaction
   * @param actor the name of who does it
   * @param deed of texts longer than 10,000 characters the beginning is kept
   */
  public void note(JdbcClient sql, String actor, Deed deed) {
    sql.sql(
            """
            INSERT INTO audit (at, actor, action, subject, before, after)
            VALUES (:at, :actor, :action, :subject, :before, :after)
            """)
        .param("at", clock.millis())
        .param("actor", actor)
        .param("action", deed.action())
        .param("subject", deed.subject())
        .param("before", kept(deed.before()))
        .param("after", kept(deed.after()))
        .update();
  }

  /**
   * Returns what was done last, the newest first.
   *
   * @param before the id below which to begin; {@link Long#MAX_VALUE} for the newest
   * @param limit at most so many
   */
  public List<AuditEntry> latest(long before, int limit) {
    return database.read(
        sql ->
            sql.sql("SELECT * FROM audit WHERE id < :before ORDER BY id DESC LIMIT :limit")
                .param("before", before)
                .param("limit", limit)
                .query(AuditLog::entry)
                .list());
  }

  /** Returns all that was done to a subject, the newest first; at most so many. */
  public List<AuditEntry> of(String subject, int limit) {
    return database.read(
        sql ->
            sql.sql("SELECT * FROM audit WHERE subject = :subject ORDER BY id DESC LIMIT :limit")
                .param("subject", subject)
                .param("limit", limit)
                .query(AuditLog::entry)
                .list());
  }

  private static String kept(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("before"),
        row.getString("after"));
  }
}
