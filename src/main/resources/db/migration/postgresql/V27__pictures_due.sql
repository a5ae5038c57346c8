-- Pictures whose renditions are still to be drawn.
CREATE TABLE picture_due (
  hash TEXT PRIMARY KEY,
  at   BIGINT NOT NULL
);
