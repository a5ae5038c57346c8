package io.broadsheet.accounts;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import io.broadsheet.web.Token;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Links that sign a member in once: the way in for who is new, or has lost the keys.
 *
 * <p>A member has at most one, the newest. All calls block on the database.
 */
public final class SignInLinks {
  /** How long a link is good. */
  public static final Duration LASTS = Duration.ofDays(3);

  private static final String VALID =
      """
      FROM staff_link JOIN staff ON staff.id = staff_link.staff
      WHERE sha256 = :sha256 AND expires_at > :now AND suspended_at IS NULL
      """;

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Opens the links of this database. */
  public SignInLinks(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a link in place of the one before.
   *
   * @param actor the name of who does it
   * @return its secret, shown this once and kept nowhere
   */
  public String make(StaffMember member, String actor) {
    String secret = Token.fresh(random);
    return database.write(
        sql -> {
          sql.sql(
                  """
                  INSERT INTO staff_link (staff, sha256, expires_at)
                  VALUES (:staff, :sha256, :expires)
                  ON CONFLICT (staff) DO UPDATE
                    SET sha256 = excluded.sha256, expires_at = excluded.expires_at
                  """)
              .param("staff", member.id())
              .param("sha256", Token.digest(secret).orElseThrow())
              .param("expires", clock.millis() + LASTS.toMillis())
              .update();
          audit.note(sql, actor, new Deed("staff.link", Staff.subject(member)));
          return secret;
        });
  }

  /** Returns whom a link would sign in, and leaves it good. */
  public Optional<StaffMember> look(String secret) {
    return Token.digest(secret).flatMap(sha256 -> database.read(sql -> holder(sql, sha256)));
  }

  /** Returns whom a link signs in; from then on it is good for nothing. */
  public Optional<StaffMember> use(String secret) {
    return Token.digest(secret)
        .flatMap(
            sha256 ->
                database.write(
                    sql ->
                        holder(sql, sha256)
                            // Of two requests with one link, the second finds it gone.
                            .filter(
                                member ->
                                    sql.sql("DELETE FROM staff_link WHERE sha256 = :sha256")
                                            .param("sha256", sha256)
                                            .update()
                                        == 1)));
  }

  private Optional<StaffMember> holder(JdbcClient sql, String sha256) {
    return sql.sql("SELECT " + StaffRows.COLUMNS + VALID)
        .param("sha256", sha256)
        .param("now", clock.millis())
        .query(StaffRows::member)
        .optional();
  }
}
