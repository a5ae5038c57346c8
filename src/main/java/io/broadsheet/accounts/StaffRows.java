package io.broadsheet.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of staff, within a caller's transaction. */
final class StaffRows {
  /** What a member is read from; the table must be in the query as {@code staff}. */
  static final String COLUMNS =
      """
      staff.id AS staff_id, staff.name, staff.role, staff.added_at, staff.suspended_at,
        (SELECT string_agg(topic, ' ') FROM staff_topic WHERE staff_topic.staff = staff.id) AS topics
      """;

  private static final String SELECT = "SELECT " + COLUMNS + "FROM staff ";

  private StaffRows() {}

  static List<StaffMember> list(JdbcClient sql) {
    return sql.sql(SELECT + "ORDER BY name_key").query(StaffRows::member).list();
  }

  static Optional<StaffMember> get(JdbcClient sql, long id) {
    return sql.sql(SELECT + "WHERE id = :id").param("id", id).query(StaffRows::member).optional();
  }

  static Optional<StaffMember> named(JdbcClient sql, String key) {
    // PostgreSQL takes no NUL, and nobody's name has one.
    return key.indexOf('\0') >= 0
        ? Optional.empty()
        : sql.sql(SELECT + "WHERE name_key = :key")
            .param("key", key)
            .query(StaffRows::member)
            .optional();
  }

  /** Returns a member, after which other transactions that change staff wait for this one. */
  static Optional<StaffMember> lock(JdbcClient sql, long id) {
    // Whichever engine: a statement that writes takes the lock; it changes nothing.
    sql.sql("UPDATE staff SET role = role WHERE role = 'administrator'").update();
    return get(sql, id);
  }

  static boolean isLastAdministrator(JdbcClient sql, StaffMember member) {
    return member.role() == Role.ADMINISTRATOR
        && member.suspended() == null
        && sql.sql(
                    """
                    SELECT count(*) FROM staff
                    WHERE role = 'administrator' AND suspended_at IS NULL AND id <> :id
                    """)
                .param("id", member.id())
                .query(Long.class)
                .single()
            == 0;
  }

  static StaffMember member(ResultSet row, int number) throws SQLException {
    long suspended = row.getLong("suspended_at");
    Instant since = row.wasNull() ? null : Instant.ofEpochMilli(suspended);
    String topics = row.getString("topics");
    return new StaffMember(
        row.getLong("staff_id"),
        row.getString("name"),
        Role.of(row.getString("role")).orElseThrow(),
        topics == null ? Set.of() : Set.of(topics.split(" ")),
        Instant.ofEpochMilli(row.getLong("added_at")),
        since);
  }
}
