-- From which version of its article each saving began; those that were kept without it began from
-- the one that their draft names.
ALTER TABLE draft_version ADD COLUMN based_on BIGINT NOT NULL DEFAULT 0;
UPDATE draft_version SET based_on =
  (SELECT based_on FROM draft WHERE draft.article = draft_version.article);
