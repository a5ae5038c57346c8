-- Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to ../postgresql.

CREATE TABLE outbox (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  type     TEXT    NOT NULL,
  payload  TEXT    NOT NULL,
  at       INTEGER NOT NULL
) STRICT;

-- One row an edition: what tells it from others, what happens to it when, and its content as JSON.
CREATE TABLE article (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  uri          TEXT    NOT NULL UNIQUE,
  story        TEXT    NOT NULL,
  language     TEXT    NOT NULL,
  slug         TEXT    NOT NULL,
  state        TEXT    NOT NULL CHECK (state IN ('draft', 'review', 'scheduled', 'published', 'withdrawn')),
  listed       INTEGER NOT NULL CHECK (listed IN (0, 1)),
  published_at INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  embargo_at   INTEGER,
  expires_at   INTEGER,
  due_at       INTEGER,
  version      INTEGER NOT NULL,
  teaser       TEXT    NOT NULL,
  content      TEXT    NOT NULL,
  UNIQUE (story, language)
) STRICT;

CREATE INDEX article_latest ON article (language, published_at DESC, id DESC) WHERE listed = 1;
CREATE INDEX article_due ON article (due_at) WHERE due_at IS NOT NULL;

-- Earlier contents; the present one is in article.
CREATE TABLE revision (
  article INTEGER NOT NULL REFERENCES article (id),
  version INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  content TEXT    NOT NULL,
  PRIMARY KEY (article, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
  language TEXT NOT NULL,
  slug     TEXT NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (language, slug)
) STRICT, WITHOUT ROWID;

-- The listed articles of a topic, newest first, without touching the articles themselves.
CREATE TABLE article_topic (
  article      INTEGER NOT NULL REFERENCES article (id),
  language     TEXT    NOT NULL,
  topic        TEXT    NOT NULL,
  published_at INTEGER NOT NULL,
  PRIMARY KEY (article, topic),
  FOREIGN KEY (language, topic) REFERENCES topic (language, slug)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_topic_latest ON article_topic (language, topic, published_at DESC, article DESC);
