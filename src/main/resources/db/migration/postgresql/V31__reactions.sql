-- One reaction a reader an article. The counts follow from it, changed in the same transaction.
CREATE TABLE reaction (
  article BIGINT NOT NULL REFERENCES article (id),
  reader  BIGINT NOT NULL,
  emoji   TEXT NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (article, reader)
);

CREATE INDEX reaction_of_reader ON reaction (reader);

CREATE TABLE reaction_count (
  article BIGINT NOT NULL,
  emoji   TEXT NOT NULL,
  count   BIGINT NOT NULL CHECK (count >= 0),
  PRIMARY KEY (article, emoji)
);

-- When those of the last days were given: what is popular now is made of it.
CREATE TABLE reaction_minute (
  article BIGINT NOT NULL,
  minute  BIGINT NOT NULL,
  count   BIGINT NOT NULL CHECK (count >= 0),
  PRIMARY KEY (article, minute)
);

CREATE INDEX reaction_minute_old ON reaction_minute (minute);
