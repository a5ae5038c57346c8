-- Keys of programs that write through the API. Of a key itself only its digest is kept.
CREATE TABLE api_key (
  name       TEXT    PRIMARY KEY,
  prefix     TEXT    NOT NULL UNIQUE,
  sha256     TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT;
