-- What was put right in each article, to be listed; the version is the article's which brought it,
-- and 0 where that is not known.
CREATE TABLE correction (
  article  INTEGER NOT NULL REFERENCES article (id),
  n        INTEGER NOT NULL,
  language TEXT NOT NULL,
  at       INTEGER NOT NULL,
  note     TEXT NOT NULL,
  version  INTEGER NOT NULL,
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX correction_latest ON correction (language, at DESC, article DESC, n DESC);

INSERT INTO correction (article, n, language, at, note, version)
SELECT a.id, c.key, a.language, CAST(round(unixepoch(c.value ->> 'at', 'subsec') * 1000) AS INTEGER),
  c.value ->> 'note', 0
FROM article a, json_each(a.content, '$.corrections') c;
