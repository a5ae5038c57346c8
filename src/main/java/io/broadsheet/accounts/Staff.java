package io.broadsheet.accounts;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of the newsroom. All calls block on the database. */
public final class Staff {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .'’_@-]{0,99}");

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;

  /** Opens the staff of this database. */
  public Staff(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a member, who gets in by a one-time link ({@link SignInLinks}).
   *
   * @param topics slugs that the member is bound to; none for all
   * @param actor the name of who does it
   */
  public NewMember add(String name, Role role, Set<String> topics, String actor) {
    String stripped = name.strip();
    if (!NAME.matcher(stripped).matches()) {
      return new NewMember.UnfitName();
    }
    try {
      return database.write(
          sql -> {
            long id = insert(sql, stripped, role);
            setTopics(sql, id, topics);
            StaffMember member = StaffRows.get(sql, id).orElseThrow();
            audit.note(sql, actor, new Deed("staff.add", subject(member), "", described(member)));
            return new NewMember.Added(member);
          });
    } catch (DuplicateKeyException e) {
      return new NewMember.NameTaken();
    }
  }

  /** Returns all, by name. */
  public List<StaffMember> list() {
    return database.read(StaffRows::list);
  }

  /** Returns who has this id. */
  public Optional<StaffMember> find(long id) {
    return database.read(sql -> StaffRows.get(sql, id));
  }

  /** Returns who has this name, whatever its case. */
  public Optional<StaffMember> named(String name) {
    return database.read(sql -> StaffRows.named(sql, key(name)));
  }

  /**
   * Gives a member another role, or other topics.
   *
   * @param actor the name of who does it
   */
  public StaffChange change(long id, Role role, Set<String> topics, String actor) {
    return change(
        id,
        actor,
        "staff.change",
        role == Role.ADMINISTRATOR,
        sql -> {
          sql.sql("UPDATE staff SET role = :role WHERE id = :id")
              .param("role", role.code())
              .param("id", id)
              .update();
          setTopics(sql, id, topics);
        });
  }

  /**
   * Lets nobody in by this member's name any more, and ends what is open.
   *
   * @param actor the name of who does it
   */
  public StaffChange suspend(long id, String actor) {
    return change(
        id,
        actor,
        "staff.suspend",
        false,
        sql -> {
          sql.sql("UPDATE staff SET suspended_at = :now WHERE id = :id AND suspended_at IS NULL")
              .param("now", clock.millis())
              .param("id", id)
              .update();
          sql.sql("DELETE FROM staff_session WHERE staff = :id").param("id", id).update();
          sql.sql("DELETE FROM staff_link WHERE staff = :id").param("id", id).update();
        });
  }

  /**
   * Lets a suspended member in again.
   *
   * @param actor the name of who does it
   */
  public StaffChange resume(long id, String actor) {
    return change(
        id,
        actor,
        "staff.resume",
        true,
        sql ->
            sql.sql("UPDATE staff SET suspended_at = NULL WHERE id = :id")
                .param("id", id)
                .update());
  }

  /** A change within a transaction. */
  @FunctionalInterface
  private interface Change {
    void make(JdbcClient sql);
  }

  private StaffChange change(
      long id, String actor, String action, boolean keepsAdministrator, Change change) {
    return database.write(
        sql -> {
          Optional<StaffMember> before = StaffRows.lock(sql, id);
          if (before.isEmpty()) {
            return StaffChange.MISSING;
          }
          if (!keepsAdministrator && StaffRows.isLastAdministrator(sql, before.get())) {
            return StaffChange.LAST_ADMINISTRATOR;
          }
          change.make(sql);
          StaffMember after = StaffRows.get(sql, id).orElseThrow();
          if (!described(before.get()).equals(described(after))) {
            audit.note(
                sql,
                actor,
                new Deed(action, subject(after), described(before.get()), described(after)));
          }
          return StaffChange.DONE;
        });
  }

  private long insert(JdbcClient sql, String name, Role role) {
    return sql.sql(
            """
            INSERT INTO staff (name, name_key, role, added_at) VALUES (:name, :key, :role, :now)
            RETURNING id
            """)
        .param("name", name)
        .param("key", key(name))
        .param("role", role.code())
        .param("now", clock.millis())
        .query(Long.class)
        .single();
  }

  private static void setTopics(JdbcClient sql, long id, Set<String> topics) {
    sql.sql("DELETE FROM staff_topic WHERE staff = :id").param("id", id).update();
    for (String topic : topics) {
      sql.sql("INSERT INTO staff_topic (staff, topic) VALUES (:id, :topic)")
          .param("id", id)
          .param("topic", topic)
          .update();
    }
  }

  /** Returns what names are told apart by. */
  static String key(String name) {
    return PasswordRules.normalize(name).strip().toLowerCase(Locale.ROOT);
  }

  /** Writes down what a member does to what is the member's own. */
  static void noteOwn(JdbcClient sql, AuditLog audit, long staff, String action) {
    StaffRows.get(sql, staff)
        .ifPresent(member -> audit.note(sql, member.name(), new Deed(action, subject(member))));
  }

  static String subject(StaffMember member) {
    return "staff " + member.name();
  }

  private static String described(StaffMember member) {
    String topics =
        member.topics().isEmpty() ? "" : ", " + String.join(" ", new TreeSet<>(member.topics()));
    return member.role().code() + topics + (member.suspended() == null ? "" : ", suspended");
  }
}
