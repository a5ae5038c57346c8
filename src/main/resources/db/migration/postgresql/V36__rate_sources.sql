-- How each source of rates fares. A fetch takes the source by moving next_at on, so that of several
-- servers one fetches it. An empty text stands for nothing, 0 for never.
CREATE TABLE rate_source (
  name      text   NOT NULL PRIMARY KEY,
  next_at   bigint NOT NULL,
  tried_at  bigint NOT NULL,
  good_at   bigint NOT NULL,
  failures  bigint NOT NULL CHECK (failures >= 0),
  problem   text   NOT NULL,
  paused_by text   NOT NULL,
  paused_at bigint NOT NULL
);

-- Prices that are too far from the last to be believed at once, since when they are said.
CREATE TABLE rate_doubt (
  source text   NOT NULL,
  series bigint NOT NULL REFERENCES quote_series (id),
  price  text   NOT NULL,
  since  bigint NOT NULL,
  times  bigint NOT NULL CHECK (times > 0),
  PRIMARY KEY (source, series)
);
