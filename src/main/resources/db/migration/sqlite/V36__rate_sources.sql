-- How each source of rates fares. A fetch takes the source by moving next_at on, so that of several
-- servers one fetches it. An empty text stands for nothing, 0 for never.
CREATE TABLE rate_source (
  name      TEXT    NOT NULL PRIMARY KEY,
  next_at   INTEGER NOT NULL,
  tried_at  INTEGER NOT NULL,
  good_at   INTEGER NOT NULL,
  failures  INTEGER NOT NULL CHECK (failures >= 0),
  problem   TEXT    NOT NULL,
  paused_by TEXT    NOT NULL,
  paused_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Prices that are too far from the last to be believed at once, since when they are said.
CREATE TABLE rate_doubt (
  source TEXT    NOT NULL,
  series INTEGER NOT NULL REFERENCES quote_series (id),
  price  TEXT    NOT NULL,
  since  INTEGER NOT NULL,
  times  INTEGER NOT NULL CHECK (times > 0),
  PRIMARY KEY (source, series)
) STRICT, WITHOUT ROWID;
