-- How staff prove who they are. Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to
-- ../postgresql.

-- The hash with the name of its function before it. Nobody signs in by it without staff_totp.
CREATE TABLE staff_password (
  staff      INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  hash       TEXT    NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- The secret of the device that makes codes, sealed by the key beside the database, and the last
-- step (30 seconds since 1970) whose code was taken.
CREATE TABLE staff_totp (
  staff     INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  secret    TEXT    NOT NULL,
  last_step INTEGER NOT NULL
) STRICT;

-- The codes on paper that were not used yet.
CREATE TABLE staff_backup_code (
  staff  INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  sha256 TEXT    NOT NULL,
  PRIMARY KEY (staff, sha256)
) STRICT, WITHOUT ROWID;

-- By what random handle authenticators know a member; nobody's name is in it.
CREATE TABLE staff_passkey_handle (
  staff  INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  handle TEXT    NOT NULL UNIQUE
) STRICT;

-- Bytes are Base64 for addresses, without padding.
CREATE TABLE staff_passkey (
  credential      TEXT    PRIMARY KEY,
  staff           INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  label           TEXT    NOT NULL,
  public_key      TEXT    NOT NULL,
  attestation     TEXT    NOT NULL,
  client_data     TEXT    NOT NULL,
  transports      TEXT    NOT NULL,
  signature_count INTEGER NOT NULL,
  verified        INTEGER NOT NULL,
  backup_eligible INTEGER NOT NULL,
  backed_up       INTEGER NOT NULL,
  created_at      INTEGER NOT NULL,
  used_at         INTEGER
) STRICT;

CREATE INDEX staff_passkey_owner ON staff_passkey (staff, created_at);
