-- The word that readers find in place of an article which was withdrawn.
CREATE TABLE withdrawal (
  article BIGINT NOT NULL PRIMARY KEY REFERENCES article (id),
  word    TEXT NOT NULL
);
