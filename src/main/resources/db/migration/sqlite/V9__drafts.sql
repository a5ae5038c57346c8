-- Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to ../postgresql.

-- What is being written of an article. Its version counts for good; stage 'none' says that the
-- article itself is all there is.
CREATE TABLE draft (
  article  INTEGER PRIMARY KEY REFERENCES article (id),
  version  INTEGER NOT NULL,
  based_on INTEGER NOT NULL,
  stage    TEXT    NOT NULL CHECK (stage IN ('none', 'writing', 'review')),
  headline TEXT    NOT NULL,
  saved_by TEXT    NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_stage ON draft (stage, saved_at DESC, article DESC) WHERE stage <> 'none';

-- The latest savings of each draft, the last being what it says now.
CREATE TABLE draft_version (
  article  INTEGER NOT NULL REFERENCES article (id),
  version  INTEGER NOT NULL,
  content  TEXT    NOT NULL,
  saved_by TEXT    NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (article, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_state ON article (state, updated_at DESC, id DESC);
