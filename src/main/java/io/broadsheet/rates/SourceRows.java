package io.broadsheet.rates;

import io.broadsheet.settings.SourceSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps how each source fares. */
final class SourceRows {
  private static final int LONGEST = 1_000;

  private final JdbcClient sql;

  SourceRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Begins to keep a source that is not known yet; it is due at once. */
  void open(String name) {
    sql.sql(
            """
            INSERT INTO rate_source
              (name, next_at, tried_at, good_at, failures, problem, paused_by, paused_at)
            VALUES (:name, 0, 0, 0, 0, '', '', 0)
            ON CONFLICT (name) DO NOTHING
            """)
        .param("name", name)
        .update();
  }

  SourceHealth get(SourceSettings source) {
    return sql.sql("SELECT * FROM rate_source WHERE name = :name")
        .param("name", source.name())
        .query((row, number) -> health(source, row))
        .single();
  }

  /**
   * Takes a source that is due, until another time at most.
   *
   * @return whether it was due, not paused, and nobody else has it
   */
  boolean claim(String name, Instant now, Instant until) {
    return sql.sql(
                """
                UPDATE rate_source SET next_at = :until
                WHERE name = :name AND next_at <= :now AND paused_by = ''
                """)
            .param("name", name)
            .param("now", now.toEpochMilli())
            .param("until", until.toEpochMilli())
            .update()
        == 1;
  }

  /**
   * Notes that a source gave quotes.
   *
   * @param problem what was wrong with some of them; empty for nothing
   */
  void succeeded(String name, Instant now, Duration pause, String problem) {
    sql.sql(
            """
            UPDATE rate_source
            SET tried_at = :now, good_at = :now, failures = 0, problem = :problem, next_at = :next
            WHERE name = :name
            """)
        .param("name", name)
        .param("now", now.toEpochMilli())
        .param("next", now.plus(pause).toEpochMilli())
        .param("problem", kept(problem))
        .update();
  }

  /** Notes that a source gave nothing, and why. */
  void failed(String name, Instant now, Duration pause, String problem) {
    sql.sql(
            """
            UPDATE rate_source
            SET tried_at = :now, failures = failures + 1, problem = :problem, next_at = :next
            WHERE name = :name
            """)
        .param("name", name)
        .param("now", now.toEpochMilli())
        .param("next", now.plus(pause).toEpochMilli())
        .param("problem", kept(problem))
        .update();
  }

  /** Pauses a source; returns false if it was paused already. */
  boolean pause(String name, String by, Instant now) {
    return sql.sql(
                """
                UPDATE rate_source SET paused_by = :by, paused_at = :now
                WHERE name = :name AND paused_by = ''
                """)
            .param("name", name)
            .param("by", by)
            .param("now", now.toEpochMilli())
            .update()
        == 1;
  }

  /** Ends a pause, after which the source is due at once; returns false if there was none. */
  boolean resume(String name) {
    return sql.sql(
                """
                UPDATE rate_source SET paused_by = '', paused_at = 0, next_at = 0
                WHERE name = :name AND paused_by <> ''
                """)
            .param("name", name)
            .update()
        == 1;
  }

  /** Makes a source due at once, unless it is paused; returns whether it is not. */
  boolean hasten(String name) {
    return sql.sql("UPDATE rate_source SET next_at = 0 WHERE name = :name AND paused_by = ''")
            .param("name", name)
            .update()
        == 1;
  }

  private static SourceHealth health(SourceSettings source, ResultSet row) throws SQLException {
    String pausedBy = row.getString("paused_by");
    return new SourceHealth(
        source.name(),
        source.url(),
        time(row.getLong("tried_at")),
        time(row.getLong("good_at")),
        Instant.ofEpochMilli(row.getLong("next_at")),
        row.getInt("failures"),
        row.getString("problem"),
        pausedBy.isEmpty() ? null : pausedBy,
        time(row.getLong("paused_at")));
  }

  private static @Nullable Instant time(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private static String kept(String problem) {
    return problem.length() <= LONGEST ? problem : problem.substring(0, LONGEST) + "…";
  }
}
