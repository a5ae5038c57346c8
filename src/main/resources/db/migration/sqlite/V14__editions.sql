-- The marks of all editions, read without their contents.
CREATE INDEX article_mark ON article (id, version);
