-- What editors say of a story to whoever writes it; the passage is how a block began, or empty for
-- the whole story.
CREATE TABLE review_note (
  id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  article    BIGINT NOT NULL REFERENCES article (id),
  passage    TEXT NOT NULL,
  text       TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  made_at    BIGINT NOT NULL,
  settled_by TEXT,
  settled_at BIGINT
);

CREATE INDEX review_note_article ON review_note (article, id);

ALTER TABLE draft DROP CONSTRAINT draft_stage_check;
ALTER TABLE draft ADD CONSTRAINT draft_stage_check
  CHECK (stage IN ('none', 'writing', 'review', 'approved'));
