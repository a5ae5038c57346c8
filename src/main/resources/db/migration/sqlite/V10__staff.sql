-- Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to ../postgresql.

-- Who works here. Names differ by more than case and width: name_key is the name folded.
CREATE TABLE staff (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  name         TEXT    NOT NULL,
  name_key     TEXT    NOT NULL UNIQUE,
  role         TEXT    NOT NULL,
  added_at     INTEGER NOT NULL,
  suspended_at INTEGER
) STRICT;

-- The topics that a member is bound to, by their slugs; none for all.
CREATE TABLE staff_topic (
  staff INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  topic TEXT    NOT NULL,
  PRIMARY KEY (staff, topic)
) STRICT, WITHOUT ROWID;

-- A link that signs a member in once. Of the secret only its digest is kept.
CREATE TABLE staff_link (
  staff      INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  sha256     TEXT    NOT NULL UNIQUE,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE staff_session (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  staff      INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  sha256     TEXT    NOT NULL UNIQUE,
  way        TEXT    NOT NULL,
  agent      TEXT    NOT NULL,
  address    TEXT    NOT NULL,
  began_at   INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL
) STRICT;

CREATE INDEX staff_session_owner ON staff_session (staff, seen_at DESC);

-- Who did what to what. Nothing here is ever changed or taken away.
CREATE TABLE audit (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  at      INTEGER NOT NULL,
  actor   TEXT    NOT NULL,
  action  TEXT    NOT NULL,
  subject TEXT    NOT NULL,
  before  TEXT    NOT NULL,
  after   TEXT    NOT NULL
) STRICT;

CREATE INDEX audit_subject ON audit (subject, id);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is not changed');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is not changed');
END;
