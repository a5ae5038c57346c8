-- When the desk wants to know that a price moved: by so many hundredths within so many hours.
CREATE TABLE rate_rule (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  currency text   NOT NULL,
  percent  text   NOT NULL,
  hours    bigint NOT NULL CHECK (hours > 0),
  made_by  text   NOT NULL
);

-- What the desk was told; seen_by is empty while nobody has said that it was read.
CREATE TABLE rate_note (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rule       bigint NOT NULL,
  at         bigint NOT NULL,
  series     bigint NOT NULL REFERENCES quote_series (id),
  side       text   NOT NULL,
  from_price text   NOT NULL,
  to_price   text   NOT NULL,
  hours      bigint NOT NULL,
  seen_by    text   NOT NULL
);

CREATE INDEX rate_note_rule ON rate_note (rule, at);
