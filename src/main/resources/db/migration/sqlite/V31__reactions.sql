-- One reaction a reader an article. The counts follow from it, changed in the same transaction.
CREATE TABLE reaction (
  article INTEGER NOT NULL REFERENCES article (id),
  reader  INTEGER NOT NULL,
  emoji   TEXT NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (article, reader)
) STRICT, WITHOUT ROWID;

CREATE INDEX reaction_of_reader ON reaction (reader);

CREATE TABLE reaction_count (
  article INTEGER NOT NULL,
  emoji   TEXT NOT NULL,
  count   INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (article, emoji)
) STRICT, WITHOUT ROWID;

-- When those of the last days were given: what is popular now is made of it.
CREATE TABLE reaction_minute (
  article INTEGER NOT NULL,
  minute  INTEGER NOT NULL,
  count   INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (article, minute)
) STRICT, WITHOUT ROWID;

CREATE INDEX reaction_minute_old ON reaction_minute (minute);
