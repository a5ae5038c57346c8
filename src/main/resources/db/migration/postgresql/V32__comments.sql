-- What readers write under stories: threads of two levels, a root and its replies.
CREATE TABLE comment (
  id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  article     BIGINT NOT NULL REFERENCES article (id),
  root        BIGINT REFERENCES comment (id),
  parent      BIGINT REFERENCES comment (id),
  reader      BIGINT NOT NULL,
  origin      BIGINT NOT NULL,
  name        TEXT NOT NULL,
  text        TEXT NOT NULL,
  fingerprint BIGINT NOT NULL,
  state       TEXT NOT NULL,
  rule        TEXT NOT NULL,
  reason      TEXT NOT NULL,
  at          BIGINT NOT NULL,
  edited_at   BIGINT,
  replies     BIGINT NOT NULL CHECK (replies >= 0),
  ups         BIGINT NOT NULL CHECK (ups >= 0),
  downs       BIGINT NOT NULL CHECK (downs >= 0),
  rating      BIGINT NOT NULL,
  reports     BIGINT NOT NULL CHECK (reports >= 0),
  listed      BIGINT NOT NULL
);

CREATE INDEX comment_newest ON comment (article, id) WHERE root IS NULL AND listed = 1;
CREATE INDEX comment_best ON comment (article, rating, id) WHERE root IS NULL AND listed = 1;
CREATE INDEX comment_replies ON comment (root, id) WHERE listed = 1;
CREATE INDEX comment_held ON comment (id) WHERE state = 'held';
CREATE INDEX comment_reported ON comment (id) WHERE state = 'shown' AND reports > 0;
CREATE INDEX comment_of_reader ON comment (reader, id);
CREATE INDEX comment_same ON comment (article, fingerprint);

-- Counts follow from changes of state, in the same transaction.
CREATE TABLE discussion (
  article    BIGINT NOT NULL PRIMARY KEY REFERENCES article (id),
  comments   BIGINT NOT NULL CHECK (comments >= 0),
  commenters BIGINT NOT NULL CHECK (commenters >= 0),
  mode       TEXT NOT NULL,
  slow       BIGINT NOT NULL
);

CREATE TABLE commenter (
  article BIGINT NOT NULL,
  reader  BIGINT NOT NULL,
  shown   BIGINT NOT NULL CHECK (shown >= 0),
  PRIMARY KEY (article, reader)
);

-- When the shown ones of the last days came: what is popular now is made of it.
CREATE TABLE comment_minute (
  article BIGINT NOT NULL,
  minute  BIGINT NOT NULL,
  count   BIGINT NOT NULL CHECK (count >= 0),
  PRIMARY KEY (article, minute)
);

CREATE INDEX comment_minute_old ON comment_minute (minute);

CREATE TABLE comment_vote (
  comment BIGINT NOT NULL REFERENCES comment (id),
  reader  BIGINT NOT NULL,
  up      BIGINT NOT NULL,
  PRIMARY KEY (comment, reader)
);

CREATE TABLE comment_report (
  comment BIGINT NOT NULL REFERENCES comment (id),
  reader  BIGINT NOT NULL,
  reason  TEXT NOT NULL,
  at      BIGINT NOT NULL,
  open    BIGINT NOT NULL,
  PRIMARY KEY (comment, reader)
);

-- What moderators decided, with what it was before, so that it can be taken back.
CREATE TABLE comment_decision (
  id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  comment    BIGINT NOT NULL REFERENCES comment (id),
  was        TEXT NOT NULL,
  was_reason TEXT NOT NULL,
  reports    BIGINT NOT NULL,
  became     TEXT NOT NULL,
  reason     TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  at         BIGINT NOT NULL,
  undone     BIGINT NOT NULL
);

CREATE INDEX comment_decision_of ON comment_decision (comment, id);

CREATE TABLE comment_appeal (
  comment BIGINT NOT NULL PRIMARY KEY REFERENCES comment (id),
  text    TEXT NOT NULL,
  at      BIGINT NOT NULL,
  open    BIGINT NOT NULL
);

CREATE INDEX comment_appeal_open ON comment_appeal (comment) WHERE open = 1;

CREATE TABLE reader_ban (
  reader  BIGINT NOT NULL PRIMARY KEY,
  until   BIGINT NOT NULL,
  reason  TEXT NOT NULL,
  made_by TEXT NOT NULL,
  at      BIGINT NOT NULL
);
