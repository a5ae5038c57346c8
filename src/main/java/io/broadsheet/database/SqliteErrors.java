package io.broadsheet.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Names SQLite's errors as Spring names those of other databases.
 *
 * <p>SQLite's driver gives no SQLState, only <a href="https://www.sqlite.org/rescode.html">result
 * codes</a>, of which the low byte is the family.
 */
final class SqliteErrors implements SQLExceptionTranslator {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int IO_ERROR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int CONSTRAINT = 19;
  private static final int NOT_A_DATABASE = 26;
  private static final int PRIMARY_KEY = 1555;
  private static final int UNIQUE = 2067;

  @Override
  public DataAccessException translate(String task, @Nullable String sql, SQLException e) {
    String message = task + ": " + e.getMessage();
    int code = e.getErrorCode();
    if (code == PRIMARY_KEY || code == UNIQUE || isUnique(e)) {
      return new DuplicateKeyException(message, e);
    }
    return switch (code & 0xff) {
      case CONSTRAINT -> new DataIntegrityViolationException(message, e);
      case BUSY, LOCKED -> new CannotAcquireLockException(message, e);
      case IO_ERROR, CORRUPT, FULL, CANNOT_OPEN, NOT_A_DATABASE ->
          new DataAccessResourceFailureException(message, e);
      default -> new UncategorizedSQLException(task, sql, e);
    };
  }

  private static boolean isUnique(SQLException e) {
    return e instanceof org.sqlite.SQLiteException sqlite
        && (sqlite.getResultCode().code == UNIQUE || sqlite.getResultCode().code == PRIMARY_KEY);
  }
}
