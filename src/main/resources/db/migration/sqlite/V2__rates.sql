-- Who quotes a currency where; an empty text stands for no office or no city, since NULLs are never equal.
CREATE TABLE quote_series (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  currency TEXT    NOT NULL,
  office   TEXT    NOT NULL,
  city     TEXT    NOT NULL,
  official INTEGER NOT NULL CHECK (official IN (0, 1)),
  UNIQUE (currency, office, city, official)
) STRICT;

-- Prices are text, so that they keep their digits. A quote held at least until seen_at.
CREATE TABLE quote (
  series  INTEGER NOT NULL REFERENCES quote_series (id),
  at      INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  buy     TEXT    NOT NULL,
  sell    TEXT    NOT NULL,
  PRIMARY KEY (series, at)
) STRICT, WITHOUT ROWID;
