-- A price is in a currency too: the tenge's offices, the roubles of the Bank of Russia, the euro's many.
CREATE TABLE quote_series_new (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  currency       TEXT    NOT NULL,
  price_currency TEXT    NOT NULL,
  office         TEXT    NOT NULL,
  city           TEXT    NOT NULL,
  official       INTEGER NOT NULL CHECK (official IN (0, 1)),
  UNIQUE (currency, price_currency, office, city, official)
) STRICT;

CREATE TABLE quote_new (
  series  INTEGER NOT NULL REFERENCES quote_series_new (id),
  at      INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  buy     TEXT    NOT NULL,
  sell    TEXT    NOT NULL,
  PRIMARY KEY (series, at)
) STRICT, WITHOUT ROWID;

INSERT INTO quote_series_new (id, currency, price_currency, office, city, official)
SELECT id, currency, 'KZT', office, city, official FROM quote_series;
INSERT INTO quote_new (series, at, seen_at, buy, sell) SELECT series, at, seen_at, buy, sell FROM quote;

DROP TABLE quote;
DROP TABLE quote_series;
ALTER TABLE quote_series_new RENAME TO quote_series;
ALTER TABLE quote_new RENAME TO quote;

-- What remains of quotes that are old: of each day (counted from 1970) the first, the highest, the
-- lowest and the last price.
CREATE TABLE quote_day (
  series    INTEGER NOT NULL REFERENCES quote_series (id),
  day       INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER NOT NULL,
  buy_open  TEXT    NOT NULL,
  buy_high  TEXT    NOT NULL,
  buy_low   TEXT    NOT NULL,
  buy_close TEXT    NOT NULL,
  sell_open  TEXT   NOT NULL,
  sell_high  TEXT   NOT NULL,
  sell_low   TEXT   NOT NULL,
  sell_close TEXT   NOT NULL,
  PRIMARY KEY (series, day)
) STRICT, WITHOUT ROWID;
