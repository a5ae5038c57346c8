-- Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to ../postgresql.

-- What editors put first on the front page of a language: how often that was saved, and when its
-- next story begins or ends by itself.
CREATE TABLE front_page (
  language TEXT    PRIMARY KEY,
  version  INTEGER NOT NULL,
  due_at   INTEGER,
  saved_by TEXT    NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The stories of the last version, in their order, and of the one before, to go back to.
CREATE TABLE front_slot (
  language TEXT    NOT NULL,
  version  INTEGER NOT NULL,
  place    INTEGER NOT NULL,
  article  INTEGER NOT NULL REFERENCES article (id),
  from_at  INTEGER,
  until_at INTEGER,
  PRIMARY KEY (language, version, place)
) STRICT, WITHOUT ROWID;
