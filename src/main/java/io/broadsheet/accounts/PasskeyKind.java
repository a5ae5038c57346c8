package io.broadsheet.accounts;

/**
 * Whose passkeys these are. Each kind has tables of its own, so that what signs in a reader is not
 * even found where a member signs in.
 */
enum PasskeyKind {
  /** Members of the newsroom. */
  STAFF("staff", "staff"),
  /** Readers who take part. */
  READER("reader", "reader_account");

  private final String owner;
  private final String people;

  PasskeyKind(String owner, String people) {
    this.owner = owner;
    this.people = people;
  }

  /** Returns a statement about the tables of this kind. */
  String in(String statement) {
    return statement.replace("$owner", owner).replace("$people", people);
  }
}
