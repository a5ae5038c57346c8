package io.broadsheet.accounts;

import io.broadsheet.database.Database;
import io.broadsheet.web.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;

/**
 * The keys with which programs write through the API.
 *
 * <p>A secret holds 256 random bits, so its plain SHA-256 tells nothing to whoever steals the
 * database. All calls block on the database.
 */
public final class ApiKeys {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,99}");
  private static final String MARK = "bs_";
  private static final int RANDOM_BYTES = 32;
  private static final int PREFIX_LENGTH = MARK.length() + 8;
  private static final int SECRET_LENGTH = MARK.length() + 43;
  private static final Duration GRAIN = Duration.ofMinutes(1);
  private static final String COLUMNS = "SELECT name, prefix, sha256, created_at, used_at ";

  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Opens the keys of this database. */
  public ApiKeys(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Stored(ApiKey key, String sha256) {}

  /**
   * Makes a key.
   *
   * @param name who it is for: 1 to 100 letters, digits, spaces and {@code . _ @ -}, beginning with
   *     a letter or digit
   */
  public NewKey add(String name) {
    if (!NAME.matcher(name).matches() || !name.equals(name.strip())) {
      return new NewKey.Refused(
          "A key's name is 1 to 100 letters, digits, spaces and . _ @ -, beginning with a letter"
              + " or digit.");
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String secret = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ApiKey key =
        new ApiKey(
            name, secret.substring(0, PREFIX_LENGTH), Instant.ofEpochMilli(clock.millis()), null);
    try {
      insert(key, digest(secret));
    } catch (DuplicateKeyException e) {
      return new NewKey.Refused("There is a key named “" + name + "” already: revoke it first.");
    }
    return new NewKey.Made(key, secret);
  }

  /** Returns all keys, the oldest first. */
  public List<ApiKey> list() {
    return database.read(
        sql ->
            sql
                .sql(COLUMNS + "FROM api_key ORDER BY created_at, name")
                .query(ApiKeys::stored)
                .list()
                .stream()
                .map(Stored::key)
                .toList());
  }

  /** Takes a key back, from this moment on; returns whether there was one of this name. */
  public boolean revoke(String name) {
    return database.write(
            sql -> sql.sql("DELETE FROM api_key WHERE name = :name").param("name", name).update())
        > 0;
  }

  /**
   * Returns the key that has this secret.
   *
   * @param secret anything, as a request sent it
   */
  public Optional<ApiKey> check(String secret) {
    // Nothing else is asked of the database, which does not take every string.
    if (secret.length() != SECRET_LENGTH || !secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return Optional.empty();
    }
    byte[] sent = digest(secret).getBytes(StandardCharsets.US_ASCII);
    Optional<ApiKey> found =
        withPrefix(secret.substring(0, PREFIX_LENGTH))
            .filter(
                stored ->
                    MessageDigest.isEqual(
                        sent, stored.sha256().getBytes(StandardCharsets.US_ASCII)))
            .map(Stored::key);
    found.ifPresent(this::noteUse);
    return found;
  }

  private Optional<Stored> withPrefix(String prefix) {
    return database.read(
        sql ->
            sql.sql(COLUMNS + "FROM api_key WHERE prefix = :prefix")
                .param("prefix", prefix)
                .query(ApiKeys::stored)
                .optional());
  }

  private void noteUse(ApiKey key) {
    Instant now = clock.instant();
    if (key.used() == null || key.used().isBefore(now.minus(GRAIN))) {
      database.write(
          sql ->
              sql.sql("UPDATE api_key SET used_at = :now WHERE name = :name")
                  .param("now", now.toEpochMilli())
                  .param("name", key.name())
                  .update());
    }
  }

  private void insert(ApiKey key, String sha256) {
    database.write(
        sql ->
            sql.sql(
                    """
                    INSERT INTO api_key (name, prefix, sha256, created_at)
                    VALUES (:name, :prefix, :sha256, :created)
                    """)
                .param("name", key.name())
                .param("prefix", key.prefix())
                .param("sha256", sha256)
                .param("created", key.created().toEpochMilli())
                .update());
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    long used = row.getLong("used_at");
    Instant lastUsed = row.wasNull() ? null : Instant.ofEpochMilli(used);
    return new Stored(
        new ApiKey(
            row.getString("name"),
            row.getString("prefix"),
            Instant.ofEpochMilli(row.getLong("created_at")),
            lastUsed),
        row.getString("sha256"));
  }

  private static String digest(String secret) {
    return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
  }
}
