package io.broadsheet.audience;

import java.sql.Connection;
import java.sql.SQLException;

/** The points of a commit of views at which a machine can stop or a disk can fail. */
enum CommitStep {
  BEFORE_BEGIN,
  AFTER_LOG_ROWS,
  AFTER_CELLS,
  BEFORE_COMMIT,
  AFTER_COMMIT,
  BEFORE_ACKNOWLEDGE;

  /** Is told of each step as it is reached; tests stop the process or throw. */
  @FunctionalInterface
  interface Witness {
    /** Watches without a word, as in production. */
    Witness SILENT = (step, connection) -> {};

    void reached(CommitStep step, Connection connection) throws SQLException;
  }
}
