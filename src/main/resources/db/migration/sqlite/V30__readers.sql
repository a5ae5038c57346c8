-- Readers who sign in. Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to ../postgresql.

-- Names may be alike. The numbers stay far below those of readers who have not signed in.
CREATE TABLE reader_account (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- What proves that somebody is a reader: an address that gets mail, or who one is at a provider of
-- OpenID Connect. Neither is kept, only its digest.
CREATE TABLE reader_proof (
  sha256   TEXT PRIMARY KEY,
  reader   INTEGER NOT NULL REFERENCES reader_account (id) ON DELETE CASCADE,
  added_at INTEGER NOT NULL
) STRICT;

CREATE INDEX reader_proof_owner ON reader_proof (reader);

-- Where readers are signed in. Of the secret only its digest is kept.
CREATE TABLE reader_session (
  sha256     TEXT PRIMARY KEY,
  reader     INTEGER NOT NULL REFERENCES reader_account (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  used_at    INTEGER NOT NULL
) STRICT;

CREATE INDEX reader_session_owner ON reader_session (reader);
CREATE INDEX reader_session_use ON reader_session (used_at);

-- Links that sign in once: whose they are says the proof, whether or not there is an account yet.
CREATE TABLE reader_link (
  sha256     TEXT PRIMARY KEY,
  proof      TEXT NOT NULL,
  name       TEXT NOT NULL,
  back       TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX reader_link_end ON reader_link (expires_at);

-- By what random handle authenticators know a reader.
CREATE TABLE reader_passkey_handle (
  reader INTEGER PRIMARY KEY REFERENCES reader_account (id) ON DELETE CASCADE,
  handle TEXT NOT NULL UNIQUE
) STRICT;

-- As staff_passkey. Bytes are Base64 for addresses, without padding.
CREATE TABLE reader_passkey (
  credential      TEXT PRIMARY KEY,
  reader          INTEGER NOT NULL REFERENCES reader_account (id) ON DELETE CASCADE,
  label           TEXT NOT NULL,
  public_key      TEXT NOT NULL,
  attestation     TEXT NOT NULL,
  client_data     TEXT NOT NULL,
  transports      TEXT NOT NULL,
  signature_count INTEGER NOT NULL,
  verified        INTEGER NOT NULL,
  backup_eligible INTEGER NOT NULL,
  backed_up       INTEGER NOT NULL,
  created_at      INTEGER NOT NULL,
  used_at         INTEGER
) STRICT;

CREATE INDEX reader_passkey_owner ON reader_passkey (reader, created_at);
