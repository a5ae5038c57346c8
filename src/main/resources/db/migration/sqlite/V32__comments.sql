-- What readers write under stories: threads of two levels, a root and its replies.
CREATE TABLE comment (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  article     INTEGER NOT NULL REFERENCES article (id),
  root        INTEGER REFERENCES comment (id),
  parent      INTEGER REFERENCES comment (id),
  reader      INTEGER NOT NULL,
  origin      INTEGER NOT NULL,
  name        TEXT NOT NULL,
  text        TEXT NOT NULL,
  fingerprint INTEGER NOT NULL,
  state       TEXT NOT NULL,
  rule        TEXT NOT NULL,
  reason      TEXT NOT NULL,
  at          INTEGER NOT NULL,
  edited_at   INTEGER,
  replies     INTEGER NOT NULL CHECK (replies >= 0),
  ups         INTEGER NOT NULL CHECK (ups >= 0),
  downs       INTEGER NOT NULL CHECK (downs >= 0),
  rating      INTEGER NOT NULL,
  reports     INTEGER NOT NULL CHECK (reports >= 0),
  listed      INTEGER NOT NULL
) STRICT;

CREATE INDEX comment_newest ON comment (article, id) WHERE root IS NULL AND listed = 1;
CREATE INDEX comment_best ON comment (article, rating, id) WHERE root IS NULL AND listed = 1;
CREATE INDEX comment_replies ON comment (root, id) WHERE listed = 1;
CREATE INDEX comment_held ON comment (id) WHERE state = 'held';
CREATE INDEX comment_reported ON comment (id) WHERE state = 'shown' AND reports > 0;
CREATE INDEX comment_of_reader ON comment (reader, id);
CREATE INDEX comment_same ON comment (article, fingerprint);

-- Counts follow from changes of state, in the same transaction.
CREATE TABLE discussion (
  article    INTEGER NOT NULL PRIMARY KEY REFERENCES article (id),
  comments   INTEGER NOT NULL CHECK (comments >= 0),
  commenters INTEGER NOT NULL CHECK (commenters >= 0),
  mode       TEXT NOT NULL,
  slow       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE commenter (
  article INTEGER NOT NULL,
  reader  INTEGER NOT NULL,
  shown   INTEGER NOT NULL CHECK (shown >= 0),
  PRIMARY KEY (article, reader)
) STRICT, WITHOUT ROWID;

-- When the shown ones of the last days came: what is popular now is made of it.
CREATE TABLE comment_minute (
  article INTEGER NOT NULL,
  minute  INTEGER NOT NULL,
  count   INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (article, minute)
) STRICT, WITHOUT ROWID;

CREATE INDEX comment_minute_old ON comment_minute (minute);

CREATE TABLE comment_vote (
  comment INTEGER NOT NULL REFERENCES comment (id),
  reader  INTEGER NOT NULL,
  up      INTEGER NOT NULL,
  PRIMARY KEY (comment, reader)
) STRICT, WITHOUT ROWID;

CREATE TABLE comment_report (
  comment INTEGER NOT NULL REFERENCES comment (id),
  reader  INTEGER NOT NULL,
  reason  TEXT NOT NULL,
  at      INTEGER NOT NULL,
  open    INTEGER NOT NULL,
  PRIMARY KEY (comment, reader)
) STRICT, WITHOUT ROWID;

-- What moderators decided, with what it was before, so that it can be taken back.
CREATE TABLE comment_decision (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  comment    INTEGER NOT NULL REFERENCES comment (id),
  was        TEXT NOT NULL,
  was_reason TEXT NOT NULL,
  reports    INTEGER NOT NULL,
  became     TEXT NOT NULL,
  reason     TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  at         INTEGER NOT NULL,
  undone     INTEGER NOT NULL
) STRICT;

CREATE INDEX comment_decision_of ON comment_decision (comment, id);

CREATE TABLE comment_appeal (
  comment INTEGER NOT NULL PRIMARY KEY REFERENCES comment (id),
  text    TEXT NOT NULL,
  at      INTEGER NOT NULL,
  open    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX comment_appeal_open ON comment_appeal (comment) WHERE open = 1;

CREATE TABLE reader_ban (
  reader  INTEGER NOT NULL PRIMARY KEY,
  until   INTEGER NOT NULL,
  reason  TEXT NOT NULL,
  made_by TEXT NOT NULL,
  at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
