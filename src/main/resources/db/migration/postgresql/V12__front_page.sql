-- Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to ../sqlite.

-- What editors put first on the front page of a language: how often that was saved, and when its
-- next story begins or ends by itself.
CREATE TABLE front_page (
  language text   PRIMARY KEY,
  version  bigint NOT NULL,
  due_at   bigint,
  saved_by text   NOT NULL,
  saved_at bigint NOT NULL
);

-- The stories of the last version, in their order, and of the one before, to go back to.
CREATE TABLE front_slot (
  language text    NOT NULL,
  version  bigint  NOT NULL,
  place    integer NOT NULL,
  article  bigint  NOT NULL REFERENCES article (id),
  from_at  bigint,
  until_at bigint,
  PRIMARY KEY (language, version, place)
);
