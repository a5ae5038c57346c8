package io.broadsheet.database;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database, as transactions that read and transactions that write.
 *
 * <p>On SQLite one transaction writes at a time, while readers go on beside it and see what was
 * committed last. Transactions of the same kind nest by joining the outer one; starting a write
 * inside a read makes a transaction of its own. Calls block, so they belong on platform threads:
 * SQLite is native code, which pins a virtual thread's carrier.
 */
public final class Database {
  private final Dialect dialect;
  private final JdbcClient writer;
  private final JdbcClient reader;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;

  Database(DataSource writer, DataSource reader, Dialect dialect) {
    this.dialect = dialect;
    this.writer = client(writer, dialect);
    this.reader = client(reader, dialect);
    this.writing = new TransactionTemplate(new JdbcTransactionManager(writer));
    this.reading = new TransactionTemplate(new JdbcTransactionManager(reader));
    // SQLite's readers are opened so that they cannot write, and throw when they are told again.
    this.reading.setReadOnly(dialect == Dialect.POSTGRESQL);
    // One snapshot for all queries of a page.
    this.reading.setIsolationLevel(
        dialect == Dialect.POSTGRESQL
            ? TransactionTemplate.ISOLATION_REPEATABLE_READ
            : TransactionTemplate.ISOLATION_DEFAULT);
  }

  /** Returns which engine this is. */
  public Dialect dialect() {
    return dialect;
  }

  /**
   * Runs queries against one snapshot and returns what they found.
   *
   * @throws org.springframework.dao.DataAccessException if the database cannot answer
   */
  public <T> T read(Function<JdbcClient, T> queries) {
    return execute(reading, status -> queries.apply(reader));
  }

  /**
   * Runs statements in one transaction; what it did is durable when this returns, and undone if it
   * throws.
   *
   * @throws org.springframework.dao.DataAccessException if the database refuses or cannot be
   *     written
   */
  public <T> T write(Function<JdbcClient, T> statements) {
    return execute(writing, status -> statements.apply(writer));
  }

  private static JdbcClient client(DataSource source, Dialect dialect) {
    JdbcTemplate template = new JdbcTemplate(source);
    if (dialect == Dialect.SQLITE) {
      template.setExceptionTranslator(new SqliteErrors());
    }
    return JdbcClient.create(template);
  }

  private static <T> T execute(TransactionTemplate transaction, TransactionCallback<T> work) {
    try {
      T result = transaction.execute(work);
      if (result == null) {
        throw new IllegalStateException("a transaction must return a value");
      }
      return result;
    } catch (CannotCreateTransactionException | TransactionSystemException e) {
      throw new DataAccessResourceFailureException("the database cannot be reached", e);
    }
  }
}
