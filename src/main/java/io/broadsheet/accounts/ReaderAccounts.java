package io.broadsheet.accounts;

import io.broadsheet.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readers who sign in, and what proves that they are who they are. */
final class ReaderAccounts {
  private static final long ADDING_LOCK = 0x726561646572L;

  private final Database database;
  private final InstantSource clock;

  ReaderAccounts(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns who is known by a proof; empty for nobody yet. */
  Optional<Reader> of(ReaderProof proof) {
    return database.read(sql -> of(sql, proof));
  }

  /**
   * Returns who is known by a proof from now on, by this name unless there is an account already.
   */
  Reader ensure(ReaderProof proof, DisplayName name) {
    return database.write(
        sql -> {
          // Of two first sign-ins at once the second must find the first one's account.
          sql.sql(database.dialect().serialize(ADDING_LOCK)).query(row -> {});
          return of(sql, proof).orElseGet(() -> add(sql, proof, name));
        });
  }

  private Reader add(JdbcClient sql, ReaderProof proof, DisplayName name) {
    Reader added = add(sql, name);
    sql.sql(
            """
            INSERT INTO reader_proof (sha256, reader, added_at) VALUES (:sha256, :reader, :now)
            """)
        .param("sha256", proof.sha256())
        .param("reader", added.id())
        .param("now", clock.millis())
        .update();
    return added;
  }

  /** Adds an account within a caller's transaction. */
  Reader add(JdbcClient sql, DisplayName name) {
    return sql.sql(
            """
            INSERT INTO reader_account (name, created_at) VALUES (:name, :now) RETURNING id, name
            """)
        .param("name", name.text())
        .param("now", clock.millis())
        .query(ReaderAccounts::reader)
        .single();
  }

  /**
   * Deletes an account within a caller's transaction, with all that proves whose it is, its
   * passkeys and sessions, and the links that would lead into it.
   *
   * @return whether it was there
   */
  static boolean delete(JdbcClient sql, long account) {
    sql.sql(
            """
            DELETE FROM reader_link
            WHERE proof IN (SELECT sha256 FROM reader_proof WHERE reader = :account)
            """)
        .param("account", account)
        .update();
    // All else that belongs to an account goes with it: ON DELETE CASCADE.
    return sql.sql("DELETE FROM reader_account WHERE id = :account")
            .param("account", account)
            .update()
        > 0;
  }

  private static Optional<Reader> of(JdbcClient sql, ReaderProof proof) {
    return sql.sql(
            """
            SELECT id, name FROM reader_proof JOIN reader_account ON reader_account.id = reader
            WHERE sha256 = :sha256
            """)
        .param("sha256", proof.sha256())
        .query(ReaderAccounts::reader)
        .optional();
  }

  static Reader reader(ResultSet row, int number) throws SQLException {
    return new Reader(row.getLong("id"), true, row.getString("name"));
  }
}
