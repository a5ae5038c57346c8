-- Pictures by the SHA-256 of their file; the files lie in the data folder under media.
CREATE TABLE picture (
  hash   TEXT    PRIMARY KEY,
  width  INTEGER NOT NULL,
  height INTEGER NOT NULL,
  color  TEXT    NOT NULL,
  at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
