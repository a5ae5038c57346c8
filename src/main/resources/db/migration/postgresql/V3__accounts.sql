-- Keys of programs that write through the API. Of a key itself only its digest is kept.
CREATE TABLE api_key (
  name       text   PRIMARY KEY,
  prefix     text   NOT NULL UNIQUE,
  sha256     text   NOT NULL,
  created_at bigint NOT NULL,
  used_at    bigint
);
