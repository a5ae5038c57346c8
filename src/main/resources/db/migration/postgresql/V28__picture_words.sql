-- What was last said of each picture, and the same in small letters, by which it is found again.
ALTER TABLE picture ADD COLUMN alt TEXT NOT NULL DEFAULT '';
ALTER TABLE picture ADD COLUMN caption TEXT NOT NULL DEFAULT '';
ALTER TABLE picture ADD COLUMN credit TEXT NOT NULL DEFAULT '';
ALTER TABLE picture ADD COLUMN sought TEXT NOT NULL DEFAULT '';
ALTER TABLE picture ADD COLUMN used_at BIGINT NOT NULL DEFAULT 0;
UPDATE picture SET used_at = at;
CREATE INDEX picture_used ON picture (used_at DESC, hash);
