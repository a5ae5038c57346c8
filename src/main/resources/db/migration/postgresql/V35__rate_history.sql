-- A price is in a currency too: the tenge's offices, the roubles of the Bank of Russia, the euro's many.
ALTER TABLE quote_series ADD COLUMN price_currency text NOT NULL DEFAULT 'KZT';
ALTER TABLE quote_series ALTER COLUMN price_currency DROP DEFAULT;
ALTER TABLE quote_series DROP CONSTRAINT quote_series_currency_office_city_official_key;
ALTER TABLE quote_series ADD UNIQUE (currency, price_currency, office, city, official);

-- What remains of quotes that are old: of each day (counted from 1970) the first, the highest, the
-- lowest and the last price.
CREATE TABLE quote_day (
  series    bigint NOT NULL REFERENCES quote_series (id),
  day       bigint NOT NULL,
  opened_at bigint NOT NULL,
  closed_at bigint NOT NULL,
  buy_open   text NOT NULL,
  buy_high   text NOT NULL,
  buy_low    text NOT NULL,
  buy_close  text NOT NULL,
  sell_open  text NOT NULL,
  sell_high  text NOT NULL,
  sell_low   text NOT NULL,
  sell_close text NOT NULL,
  PRIMARY KEY (series, day)
);
