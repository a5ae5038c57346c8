package io.broadsheet.audience;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** The file {@code audience.db}: whether it is ours and whole, and how to connect to it. */
final class AudienceFile {
  static final String NAME = "audience.db";

  private static final int APPLICATION = 0x42534155; // BSAU
  private static final int VERSION = 2;
  private static final String SCHEMA =
      """
      CREATE TABLE view_log (
        "offset" INTEGER PRIMARY KEY, at INTEGER NOT NULL, article INTEGER NOT NULL,
        visitor INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE minute_cell (
        minute INTEGER NOT NULL, article INTEGER NOT NULL, views INTEGER NOT NULL,
        PRIMARY KEY (minute, article)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE hour_cell (
        hour INTEGER NOT NULL, article INTEGER NOT NULL, views INTEGER NOT NULL,
        PRIMARY KEY (hour, article)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE total (article INTEGER PRIMARY KEY, views INTEGER NOT NULL) STRICT;
      CREATE TABLE carried (
        article INTEGER PRIMARY KEY, views INTEGER NOT NULL, comments INTEGER NOT NULL,
        reactions INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE progress (
        id INTEGER PRIMARY KEY CHECK (id = 1), log_offset INTEGER NOT NULL,
        rolled_hour INTEGER NOT NULL, last_at INTEGER NOT NULL, commits INTEGER NOT NULL
      ) STRICT;
      INSERT INTO progress VALUES (1, 0, 0, 0, 0);
      PRAGMA application_id = %d;
      """
          .formatted(APPLICATION);

  /** What the second version has besides. */
  private static final String SECOND =
      """
      ALTER TABLE view_log ADD COLUMN quarantine INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX view_log_quarantine ON view_log (quarantine) WHERE quarantine > 0;
      CREATE TABLE quarantine (
        id INTEGER PRIMARY KEY, block INTEGER NOT NULL, article INTEGER NOT NULL,
        began INTEGER NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('HELD', 'RELEASED', 'REMOVED'))
      ) STRICT;
      CREATE TABLE source_cell (
        hour INTEGER NOT NULL, article INTEGER NOT NULL, host TEXT NOT NULL,
        views INTEGER NOT NULL, PRIMARY KEY (hour, article, host)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE depth_cell (
        hour INTEGER NOT NULL, article INTEGER NOT NULL, quarter INTEGER NOT NULL,
        readers INTEGER NOT NULL, PRIMARY KEY (hour, article, quarter)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE imported_view (
        article INTEGER NOT NULL, visitor INTEGER NOT NULL, at INTEGER NOT NULL,
        amount INTEGER NOT NULL, cleaned INTEGER NOT NULL, counted INTEGER NOT NULL,
        run INTEGER NOT NULL, seen INTEGER NOT NULL, PRIMARY KEY (article, visitor, at)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE import_key (key0 INTEGER NOT NULL, key1 INTEGER NOT NULL) STRICT;
      INSERT INTO import_key VALUES (random(), random());
      PRAGMA user_version = %d;
      """
          .formatted(VERSION);

  private final Path path;

  private AudienceFile(Path path) {
    this.path = path;
  }

  /**
   * Takes up the file of this folder, making it where it is missing.
   *
   * @throws DamagedAudience if it is damaged, foreign, or of a later version
   */
  static AudienceFile in(Path folder) throws IOException {
    AudienceFile file = new AudienceFile(folder.resolve(NAME));
    try {
      // Looked at before anything is set, since it may be somebody else's.
      long version = Files.exists(file.path) ? file.version() : 0;
      if (version == 0) {
        file.run(SCHEMA + SECOND);
      } else if (version < VERSION) {
        file.run(SECOND);
      }
    } catch (SQLException e) {
      throw file.damaged(String.valueOf(e.getMessage()), e);
    }
    return file;
  }

  /** Connects as the one writer, in a transaction that the first statement needs not begin. */
  Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(5_000);
    Connection connection = config.createConnection(url());
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /** Connects beside the writer, to read only. */
  Connection connectToRead() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(5_000);
    return config.createConnection(url());
  }

  /** Returns the file's path. */
  @Override
  public String toString() {
    return path.toString();
  }

  /** Returns the version of a file that is ours and whole; 0 of one that holds nothing yet. */
  private long version() throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      long application = number(statement, "PRAGMA application_id");
      if (application == 0 && number(statement, "SELECT count(*) FROM sqlite_schema") == 0) {
        return 0;
      }
      if (application != APPLICATION) {
        throw new DamagedAudience(
            "The file " + path + " is not Broadsheet's: move it out of the data folder.", null);
      }
      long version = number(statement, "PRAGMA user_version");
      if (version < 1 || version > VERSION) {
        throw new DamagedAudience(
            "The file "
                + path
                + " was written by another version of Broadsheet ("
                + version
                + "; this one reads "
                + VERSION
                + "): start that version.",
            null);
      }
      try (ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
        String verdict = found.next() ? found.getString(1) : "no verdict";
        if (!"ok".equals(verdict)) {
          throw damaged(verdict, null);
        }
      }
      return version;
    }
  }

  private void run(String script) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
      connection.commit();
    }
  }

  private DamagedAudience damaged(String what, @Nullable SQLException cause) {
    return new DamagedAudience(
        "The file "
            + path
            + " is damaged ("
            + what
            + "): restore it from a backup, or move it away to begin counting anew.",
        cause);
  }

  private String url() {
    return "jdbc:sqlite:" + path;
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
