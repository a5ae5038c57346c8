-- From which edition of its story another was made, and what that said when it was last carried
-- across.
CREATE TABLE original (
  article  BIGINT NOT NULL PRIMARY KEY REFERENCES article (id),
  original BIGINT NOT NULL REFERENCES article (id),
  seen     TEXT NOT NULL
);
