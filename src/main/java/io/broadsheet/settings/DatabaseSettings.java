package io.broadsheet.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where stories are kept: SQLite in the data folder, or PostgreSQL.
 *
 * @param url a JDBC URL beginning with {@code jdbc:postgresql:}; null for SQLite in the data folder
 * @param username the user of that PostgreSQL; null where the URL says it
 * @param password the password of that user; null where the URL says it
 * @param connections the most connections held to PostgreSQL, 2 to 100
 */
public record DatabaseSettings(
    @Nullable String url,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue("10") int connections) {

  public DatabaseSettings {
    Check.that(
        url == null || url.startsWith("jdbc:postgresql:"),
        "broadsheet.database.url",
        url,
        "a URL beginning with jdbc:postgresql:, or none for SQLite in the data folder");
    Check.that(
        connections >= 2 && connections <= 100,
        "broadsheet.database.connections",
        connections,
        "2 to 100");
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return url == null ? "SQLite in the data folder" : "PostgreSQL";
  }
}
