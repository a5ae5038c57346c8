-- When the desk wants to know that a price moved: by so many hundredths within so many hours.
CREATE TABLE rate_rule (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  currency TEXT    NOT NULL,
  percent  TEXT    NOT NULL,
  hours    INTEGER NOT NULL CHECK (hours > 0),
  made_by  TEXT    NOT NULL
) STRICT;

-- What the desk was told; seen_by is empty while nobody has said that it was read.
CREATE TABLE rate_note (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  rule       INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  series     INTEGER NOT NULL REFERENCES quote_series (id),
  side       TEXT    NOT NULL,
  from_price TEXT    NOT NULL,
  to_price   TEXT    NOT NULL,
  hours      INTEGER NOT NULL,
  seen_by    TEXT    NOT NULL
) STRICT;

CREATE INDEX rate_note_rule ON rate_note (rule, at);
