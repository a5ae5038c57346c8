-- Pictures by the SHA-256 of their file; the files lie in the data folder under media.
CREATE TABLE picture (
  hash   text   PRIMARY KEY,
  width  bigint NOT NULL,
  height bigint NOT NULL,
  color  text   NOT NULL,
  at     bigint NOT NULL
);
