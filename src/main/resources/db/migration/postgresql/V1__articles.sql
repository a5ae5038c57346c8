-- Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to ../sqlite.

CREATE TABLE outbox (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type     text    NOT NULL,
  payload  text    NOT NULL,
  at       bigint NOT NULL
);

-- One row an edition: what tells it from others, what happens to it when, and its content as JSON.
CREATE TABLE article (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uri          text    NOT NULL UNIQUE,
  story        text    NOT NULL,
  language     text    NOT NULL,
  slug         text    NOT NULL,
  state        text    NOT NULL CHECK (state IN ('draft', 'review', 'scheduled', 'published', 'withdrawn')),
  listed       smallint NOT NULL CHECK (listed IN (0, 1)),
  published_at bigint NOT NULL,
  updated_at   bigint NOT NULL,
  embargo_at   bigint,
  expires_at   bigint,
  due_at       bigint,
  version      bigint NOT NULL,
  teaser       text    NOT NULL,
  content      text    NOT NULL,
  UNIQUE (story, language)
);

CREATE INDEX article_latest ON article (language, published_at DESC, id DESC) WHERE listed = 1;
CREATE INDEX article_due ON article (due_at) WHERE due_at IS NOT NULL;

-- Earlier contents; the present one is in article.
CREATE TABLE revision (
  article bigint NOT NULL REFERENCES article (id),
  version bigint NOT NULL,
  at      bigint NOT NULL,
  content text    NOT NULL,
  PRIMARY KEY (article, version)
);

CREATE TABLE topic (
  language text NOT NULL,
  slug     text NOT NULL,
  name     text NOT NULL,
  PRIMARY KEY (language, slug)
);

-- The listed articles of a topic, newest first, without touching the articles themselves.
CREATE TABLE article_topic (
  article      bigint NOT NULL REFERENCES article (id),
  language     text    NOT NULL,
  topic        text    NOT NULL,
  published_at bigint NOT NULL,
  PRIMARY KEY (article, topic),
  FOREIGN KEY (language, topic) REFERENCES topic (language, slug)
);

CREATE INDEX article_topic_latest ON article_topic (language, topic, published_at DESC, article DESC);
