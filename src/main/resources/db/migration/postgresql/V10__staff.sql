-- Times are milliseconds since 1970-01-01T00:00Z. Kept parallel to ../sqlite.

-- Who works here. Names differ by more than case and width: name_key is the name folded.
CREATE TABLE staff (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name         text   NOT NULL,
  name_key     text   NOT NULL UNIQUE,
  role         text   NOT NULL,
  added_at     bigint NOT NULL,
  suspended_at bigint
);

-- The topics that a member is bound to, by their slugs; none for all.
CREATE TABLE staff_topic (
  staff bigint NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  topic text   NOT NULL,
  PRIMARY KEY (staff, topic)
);

-- A link that signs a member in once. Of the secret only its digest is kept.
CREATE TABLE staff_link (
  staff      bigint PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  sha256     text   NOT NULL UNIQUE,
  expires_at bigint NOT NULL
);

CREATE TABLE staff_session (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff      bigint NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  sha256     text   NOT NULL UNIQUE,
  way        text   NOT NULL,
  agent      text   NOT NULL,
  address    text   NOT NULL,
  began_at   bigint NOT NULL,
  seen_at    bigint NOT NULL
);

CREATE INDEX staff_session_owner ON staff_session (staff, seen_at DESC);

-- Who did what to what. Nothing here is ever changed or taken away.
CREATE TABLE audit (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      bigint NOT NULL,
  actor   text   NOT NULL,
  action  text   NOT NULL,
  subject text   NOT NULL,
  before  text   NOT NULL,
  after   text   NOT NULL
);

CREATE INDEX audit_subject ON audit (subject, id);

CREATE FUNCTION audit_is_not_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is not changed';
END;
$$;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit
  FOR EACH ROW EXECUTE FUNCTION audit_is_not_changed();

CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_not_changed();
