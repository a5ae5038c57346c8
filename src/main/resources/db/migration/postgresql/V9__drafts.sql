-- Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to ../sqlite.

-- What is being written of an article. Its version counts for good; stage 'none' says that the
-- article itself is all there is.
CREATE TABLE draft (
  article  bigint PRIMARY KEY REFERENCES article (id),
  version  bigint NOT NULL,
  based_on bigint NOT NULL,
  stage    text    NOT NULL CHECK (stage IN ('none', 'writing', 'review')),
  headline text    NOT NULL,
  saved_by text    NOT NULL,
  saved_at bigint NOT NULL
);

CREATE INDEX draft_stage ON draft (stage, saved_at DESC, article DESC) WHERE stage <> 'none';

-- The latest savings of each draft, the last being what it says now.
CREATE TABLE draft_version (
  article  bigint NOT NULL REFERENCES article (id),
  version  bigint NOT NULL,
  content  text    NOT NULL,
  saved_by text    NOT NULL,
  saved_at bigint NOT NULL,
  PRIMARY KEY (article, version)
);

CREATE INDEX article_state ON article (state, updated_at DESC, id DESC);
