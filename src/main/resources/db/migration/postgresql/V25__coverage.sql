-- Stories that are told as they happen; the version counts all that was done to their entries.
CREATE TABLE coverage (
  article  BIGINT NOT NULL PRIMARY KEY REFERENCES article (id),
  begun_at BIGINT NOT NULL,
  ended_at BIGINT,
  version  BIGINT NOT NULL
);

CREATE TABLE coverage_entry (
  id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  article    BIGINT NOT NULL REFERENCES coverage (article),
  at         BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  made_by    TEXT NOT NULL,
  title      TEXT NOT NULL,
  body       TEXT NOT NULL,
  removed    BIGINT NOT NULL
);

CREATE INDEX coverage_entry_newest ON coverage_entry (article, id DESC);
