package io.broadsheet.accounts;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import io.broadsheet.web.Token;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where members are signed in.
 *
 * <p>A session is made at signing in and never taken over from a request, so nobody can have a
 * member sign in to a session of theirs. It ends a week after it was last used, and after thirty
 * days in any case. All calls block on the database.
 */
public final class Sessions {
  /** How long a session lasts that is used. */
  public static final Duration LONGEST = Duration.ofDays(30);

  private static final Duration IDLE = Duration.ofDays(7);
  private static final Duration GRAIN = Duration.ofMinutes(1);
  private static final int LONGEST_AGENT = 300;
  private static final String ALIVE = "seen_at > :idle AND began_at > :old ";

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Opens the sessions of this database. */
  public Sessions(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  private record Found(SignedIn who, Instant seen) {}

  /**
   * Signs a member in.
   *
   * @param agent what the browser calls itself
   * @param address where it is
   * @return the session's secret, kept nowhere
   */
  public String begin(StaffMember member, StaffSession.Way way, String agent, String address) {
    String secret = Token.fresh(random);
    String code = way.name().toLowerCase(Locale.ROOT);
    return database.write(
        sql -> {
          forgetEnded(sql);
          sql.sql(
                  """
                  INSERT INTO staff_session (staff, sha256, way, agent, address, began_at, seen_at)
                  VALUES (:staff, :sha256, :way, :agent, :address, :now, :now)
                  """)
              .param("staff", member.id())
              .param("sha256", Token.digest(secret).orElseThrow())
              .param("way", code)
              .param("agent", plain(agent))
              .param("address", address)
              .param("now", clock.millis())
              .update();
          audit.note(
              sql,
              member.name(),
              new Deed("session.begin", Staff.subject(member), "", code + ", " + address));
          return secret;
        });
  }

  /**
   * Returns who is signed in by this secret.
   *
   * @param secret anything, as a request sent it
   */
  public Optional<SignedIn> find(String secret) {
    Optional<Found> found =
        Token.digest(secret)
            .flatMap(
                sha256 ->
                    database.read(
                        sql ->
                            alive(sql, "sha256 = :sha256", StaffRows.COLUMNS)
                                .param("sha256", sha256)
                                .query(Sessions::found)
                                .optional()));
    found
        .filter(session -> session.seen().isBefore(clock.instant().minus(GRAIN)))
        .ifPresent(session -> noteUse(session.who().session()));
    return found.map(Found::who);
  }

  /** Returns where a member is signed in, the last used first. */
  public List<StaffSession> of(long staff) {
    return database.read(
        sql ->
            alive(sql, "staff = :staff ORDER BY seen_at DESC, staff_session.id DESC", "name")
                .param("staff", staff)
                .query(Sessions::session)
                .list());
  }

  /** Ends a session; returns whether this member had one of this id. */
  public boolean end(StaffMember member, long session, String actor) {
    return database.write(
        sql -> {
          int ended =
              sql.sql("DELETE FROM staff_session WHERE id = :id AND staff = :staff")
                  .param("id", session)
                  .param("staff", member.id())
                  .update();
          if (ended > 0) {
            audit.note(sql, actor, new Deed("session.end", Staff.subject(member)));
          }
          return ended > 0;
        });
  }

  /** Ends all sessions of a member but one. */
  public void endOthers(StaffMember member, long kept, String actor) {
    database.write(
        sql -> {
          int ended =
              sql.sql("DELETE FROM staff_session WHERE staff = :staff AND id <> :kept")
                  .param("staff", member.id())
                  .param("kept", kept)
                  .update();
          if (ended > 0) {
            audit.note(sql, actor, new Deed("session.end-others", Staff.subject(member)));
          }
          return ended;
        });
  }

  private JdbcClient.StatementSpec alive(JdbcClient sql, String where, String more) {
    return sql.sql(
            "SELECT staff_session.id, way, agent, address, began_at, seen_at, "
                + more
                + " FROM staff_session JOIN staff ON staff.id = staff_session.staff"
                + " WHERE suspended_at IS NULL AND "
                + ALIVE
                + "AND "
                + where)
        .param("idle", clock.instant().minus(IDLE).toEpochMilli())
        .param("old", clock.instant().minus(LONGEST).toEpochMilli());
  }

  private void noteUse(long session) {
    database.write(
        sql ->
            sql.sql("UPDATE staff_session SET seen_at = :now WHERE id = :id")
                .param("now", clock.millis())
                .param("id", session)
                .update());
  }

  private void forgetEnded(JdbcClient sql) {
    sql.sql("DELETE FROM staff_session WHERE NOT (" + ALIVE + ")")
        .param("idle", clock.instant().minus(IDLE).toEpochMilli())
        .param("old", clock.instant().minus(LONGEST).toEpochMilli())
        .update();
  }

  private static String plain(String agent) {
    String line = agent.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() <= LONGEST_AGENT ? line : line.substring(0, LONGEST_AGENT);
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    return new Found(
        new SignedIn(row.getLong("id"), StaffRows.member(row, number)),
        Instant.ofEpochMilli(row.getLong("seen_at")));
  }

  private static StaffSession session(ResultSet row, int number) throws SQLException {
    return new StaffSession(
        row.getLong("id"),
        StaffSession.Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
        row.getString("agent"),
        row.getString("address"),
        Instant.ofEpochMilli(row.getLong("began_at")),
        Instant.ofEpochMilli(row.getLong("seen_at")));
  }
}
