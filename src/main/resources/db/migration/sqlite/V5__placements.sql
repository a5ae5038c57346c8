-- What editors put first on a list of what is read, or take off it.
CREATE TABLE placement (
  article INTEGER NOT NULL REFERENCES article (id),
  list    TEXT    NOT NULL CHECK (list IN ('popular', 'read', 'discussed', 'rising')),
  kind    TEXT    NOT NULL CHECK (kind IN ('pinned', 'hidden')),
  at      INTEGER NOT NULL,
  PRIMARY KEY (article, list)
) STRICT, WITHOUT ROWID;
