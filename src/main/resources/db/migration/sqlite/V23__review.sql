-- What editors say of a story to whoever writes it; the passage is how a block began, or empty for
-- the whole story.
CREATE TABLE review_note (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  article    INTEGER NOT NULL REFERENCES article (id),
  passage    TEXT NOT NULL,
  text       TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  made_at    INTEGER NOT NULL,
  settled_by TEXT,
  settled_at INTEGER
) STRICT;

CREATE INDEX review_note_article ON review_note (article, id);

-- SQLite changes no condition of a table: it is made anew.
CREATE TABLE draft_new (
  article  INTEGER PRIMARY KEY REFERENCES article (id),
  version  INTEGER NOT NULL,
  based_on INTEGER NOT NULL,
  stage    TEXT    NOT NULL CHECK (stage IN ('none', 'writing', 'review', 'approved')),
  headline TEXT    NOT NULL,
  saved_by TEXT    NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
INSERT INTO draft_new (article, version, based_on, stage, headline, saved_by, saved_at)
SELECT article, version, based_on, stage, headline, saved_by, saved_at FROM draft;
DROP TABLE draft;
ALTER TABLE draft_new RENAME TO draft;
CREATE INDEX draft_stage ON draft (stage, saved_at DESC, article DESC) WHERE stage <> 'none';
