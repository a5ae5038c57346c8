-- Readers who sign in. Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to ../sqlite.

-- Names may be alike. The numbers stay far below those of readers who have not signed in.
CREATE TABLE reader_account (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL,
  created_at bigint NOT NULL
);

-- What proves that somebody is a reader: an address that gets mail, or who one is at a provider of
-- OpenID Connect. Neither is kept, only its digest.
CREATE TABLE reader_proof (
  sha256   text PRIMARY KEY,
  reader   bigint NOT NULL REFERENCES reader_account (id) ON DELETE CASCADE,
  added_at bigint NOT NULL
);

CREATE INDEX reader_proof_owner ON reader_proof (reader);

-- Where readers are signed in. Of the secret only its digest is kept.
CREATE TABLE reader_session (
  sha256     text PRIMARY KEY,
  reader     bigint NOT NULL REFERENCES reader_account (id) ON DELETE CASCADE,
  created_at bigint NOT NULL,
  used_at    bigint NOT NULL
);

CREATE INDEX reader_session_owner ON reader_session (reader);
CREATE INDEX reader_session_use ON reader_session (used_at);

-- Links that sign in once: whose they are says the proof, whether or not there is an account yet.
CREATE TABLE reader_link (
  sha256     text PRIMARY KEY,
  proof      text NOT NULL,
  name       text NOT NULL,
  back       text NOT NULL,
  expires_at bigint NOT NULL
);

CREATE INDEX reader_link_end ON reader_link (expires_at);

-- By what random handle authenticators know a reader.
CREATE TABLE reader_passkey_handle (
  reader bigint PRIMARY KEY REFERENCES reader_account (id) ON DELETE CASCADE,
  handle text NOT NULL UNIQUE
);

-- As staff_passkey. Bytes are Base64 for addresses, without padding.
CREATE TABLE reader_passkey (
  credential      text PRIMARY KEY,
  reader          bigint NOT NULL REFERENCES reader_account (id) ON DELETE CASCADE,
  label           text NOT NULL,
  public_key      text NOT NULL,
  attestation     text NOT NULL,
  client_data     text NOT NULL,
  transports      text NOT NULL,
  signature_count bigint NOT NULL,
  verified        bigint NOT NULL,
  backup_eligible bigint NOT NULL,
  backed_up       bigint NOT NULL,
  created_at      bigint NOT NULL,
  used_at         bigint
);

CREATE INDEX reader_passkey_owner ON reader_passkey (reader, created_at);
