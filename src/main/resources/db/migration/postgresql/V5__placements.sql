-- What editors put first on a list of what is read, or take off it.
CREATE TABLE placement (
  article bigint NOT NULL REFERENCES article (id),
  list    text   NOT NULL CHECK (list IN ('popular', 'read', 'discussed', 'rising')),
  kind    text   NOT NULL CHECK (kind IN ('pinned', 'hidden')),
  at      bigint NOT NULL,
  PRIMARY KEY (article, list)
);
