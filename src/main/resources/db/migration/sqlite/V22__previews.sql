-- Links under which outsiders read what is not published yet; of the secret only its SHA-256 is kept.
CREATE TABLE preview_link (
  sha256     TEXT   NOT NULL PRIMARY KEY,
  article    INTEGER NOT NULL REFERENCES article (id),
  made_by    TEXT   NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX preview_link_article ON preview_link (article, expires_at);
