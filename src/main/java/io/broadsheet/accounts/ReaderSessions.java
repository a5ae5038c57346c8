package io.broadsheet.accounts;

import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where readers are signed in. A session ends half a year after it was last used.
 *
 * <p>All calls block on the database.
 */
final class ReaderSessions {
  private static final Duration IDLE = Duration.ofDays(180);
  private static final Duration GRAIN = Duration.ofDays(1);

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  ReaderSessions(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Found(Reader reader, long used) {}

  /**
   * Begins a session.
   *
   * @param digest of its secret
   * @param anonymous who the browser was until now without having signed in
   */
  void begin(String digest, long account, Optional<Reader> anonymous) {
    database.write(
        sql -> {
          sql.sql("DELETE FROM reader_session WHERE used_at <= :idle")
              .param("idle", idle())
              .update();
          anonymous.ifPresent(
              reader -> outbox.append(sql, new ReaderSignedIn(reader.id(), account)));
          return sql.sql(
                  """
                  INSERT INTO reader_session (sha256, reader, created_at, used_at)
                  VALUES (:sha256, :reader, :now, :now)
                  """)
              .param("sha256", digest)
              .param("reader", account)
              .param("now", clock.millis())
              .update();
        });
  }

  /** Returns whose session has a secret of this digest. */
  Optional<Reader> find(String digest) {
    Optional<Found> found =
        database.read(
            sql ->
                sql.sql(
                        """
                        SELECT id, name, used_at
                        FROM reader_session JOIN reader_account ON reader_account.id = reader
                        WHERE sha256 = :sha256 AND used_at > :idle
                        """)
                    .param("sha256", digest)
                    .param("idle", idle())
                    .query(
                        (row, number) ->
                            new Found(ReaderAccounts.reader(row, number), row.getLong("used_at")))
                    .optional());
    found
        .filter(session -> session.used() <= clock.millis() - GRAIN.toMillis())
        .ifPresent(session -> noteUse(digest));
    return found.map(Found::reader);
  }

  /** Ends a session. */
  void end(String digest) {
    database.write(
        sql ->
            sql.sql("DELETE FROM reader_session WHERE sha256 = :sha256")
                .param("sha256", digest)
                .update());
  }

  /**
   * Deletes an account, and with it all its sessions.
   *
   * @return whether it was there
   */
  boolean leave(ReaderLeft event) {
    return database.write(
        sql -> {
          boolean there = ReaderAccounts.delete(sql, event.account());
          if (there) {
            outbox.append(sql, event);
          }
          return there;
        });
  }

  private void noteUse(String digest) {
    database.write(
        sql ->
            sql.sql("UPDATE reader_session SET used_at = :now WHERE sha256 = :sha256")
                .param("now", clock.millis())
                .param("sha256", digest)
                .update());
  }

  private long idle() {
    return clock.millis() - IDLE.toMillis();
  }
}
