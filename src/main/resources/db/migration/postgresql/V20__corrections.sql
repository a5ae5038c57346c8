-- What was put right in each article, to be listed; the version is the article's which brought it,
-- and 0 where that is not known.
CREATE TABLE correction (
  article  BIGINT NOT NULL REFERENCES article (id),
  n        BIGINT NOT NULL,
  language TEXT NOT NULL,
  at       BIGINT NOT NULL,
  note     TEXT NOT NULL,
  version  BIGINT NOT NULL,
  PRIMARY KEY (article, n)
);

CREATE INDEX correction_latest ON correction (language, at DESC, article DESC, n DESC);

INSERT INTO correction (article, n, language, at, note, version)
SELECT a.id, c.n - 1, a.language,
  CAST(round(extract(epoch FROM CAST(c.value ->> 'at' AS timestamptz)) * 1000) AS BIGINT),
  c.value ->> 'note', 0
FROM article a
CROSS JOIN LATERAL jsonb_array_elements(CAST(a.content AS jsonb) -> 'corrections')
  WITH ORDINALITY AS c (value, n);
