-- Who quotes a currency where; an empty text stands for no office or no city, since NULLs are never equal.
CREATE TABLE quote_series (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  currency text    NOT NULL,
  office   text    NOT NULL,
  city     text    NOT NULL,
  official smallint NOT NULL CHECK (official IN (0, 1)),
  UNIQUE (currency, office, city, official)
);

-- Prices are text, so that they keep their digits. A quote held at least until seen_at.
CREATE TABLE quote (
  series  bigint NOT NULL REFERENCES quote_series (id),
  at      bigint NOT NULL,
  seen_at bigint NOT NULL,
  buy     text   NOT NULL,
  sell    text   NOT NULL,
  PRIMARY KEY (series, at)
);
