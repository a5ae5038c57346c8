-- Until when a story is breaking; asked for on every page, of few stories.
ALTER TABLE article ADD COLUMN breaking_until INTEGER;
CREATE INDEX article_breaking ON article (language, breaking_until) WHERE breaking_until IS NOT NULL;
