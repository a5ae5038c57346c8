-- How staff prove who they are. Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to
-- ../sqlite.

-- The hash with the name of its function before it. Nobody signs in by it without staff_totp.
CREATE TABLE staff_password (
  staff      bigint  PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  hash       text    NOT NULL,
  changed_at bigint  NOT NULL
);

-- The secret of the device that makes codes, sealed by the key beside the database, and the last
-- step (30 seconds since 1970) whose code was taken.
CREATE TABLE staff_totp (
  staff     bigint  PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  secret    text    NOT NULL,
  last_step bigint  NOT NULL
);

-- The codes on paper that were not used yet.
CREATE TABLE staff_backup_code (
  staff  bigint  NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  sha256 text    NOT NULL,
  PRIMARY KEY (staff, sha256)
);

-- By what random handle authenticators know a member; nobody's name is in it.
CREATE TABLE staff_passkey_handle (
  staff  bigint  PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  handle text    NOT NULL UNIQUE
);

-- Bytes are Base64 for addresses, without padding.
CREATE TABLE staff_passkey (
  credential      text    PRIMARY KEY,
  staff           bigint  NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  label           text    NOT NULL,
  public_key      text    NOT NULL,
  attestation     text    NOT NULL,
  client_data     text    NOT NULL,
  transports      text    NOT NULL,
  signature_count bigint  NOT NULL,
  verified        integer NOT NULL,
  backup_eligible integer NOT NULL,
  backed_up       integer NOT NULL,
  created_at      bigint  NOT NULL,
  used_at         bigint 
);

CREATE INDEX staff_passkey_owner ON staff_passkey (staff, created_at);
