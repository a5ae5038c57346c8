package io.broadsheet.database;

/** What really differs between the two engines; everything else is written once. */
public enum Dialect {
  /** SQLite in the data folder: one writer at a time by nature. */
  SQLITE,
  /** PostgreSQL, or a database that speaks its protocol. */
  POSTGRESQL;

  /**
   * Returns a statement that makes transactions which take this lock commit one after another,
   * until their end.
   *
   * <p>SQLite's writers queue anyway, so there it does nothing.
   *
   * @param lock any number; equal numbers are the same lock
   */
  public String serialize(long lock) {
    return switch (this) {
      case SQLITE -> "SELECT " + lock;
      case POSTGRESQL -> "SELECT pg_advisory_xact_lock(" + lock + ")";
    };
  }
}
