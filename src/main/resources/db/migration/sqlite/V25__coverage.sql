-- Stories that are told as they happen; the version counts all that was done to their entries.
CREATE TABLE coverage (
  article  INTEGER NOT NULL PRIMARY KEY REFERENCES article (id),
  begun_at INTEGER NOT NULL,
  ended_at INTEGER,
  version  INTEGER NOT NULL
) STRICT;

CREATE TABLE coverage_entry (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  article    INTEGER NOT NULL REFERENCES coverage (article),
  at         INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  made_by    TEXT NOT NULL,
  title      TEXT NOT NULL,
  body       TEXT NOT NULL,
  removed    INTEGER NOT NULL
) STRICT;

CREATE INDEX coverage_entry_newest ON coverage_entry (article, id DESC);
