-- Common subset of SQLite and PostgreSQL: TEXT, BIGINT, INTEGER; keys given by the program; INSERT ...
-- ON CONFLICT. Times are ISO-8601 text, but for the ledger, which is searched by time: milliseconds
-- since 1970 (UTC). One statement ends with a semicolon at a line's end.

CREATE TABLE person (
  user_id TEXT NOT NULL PRIMARY KEY,
  secret TEXT NOT NULL,
  next_place BIGINT NOT NULL
);

CREATE TABLE page (
  user_id TEXT NOT NULL PRIMARY KEY REFERENCES person (user_id) ON DELETE CASCADE,
  revision BIGINT NOT NULL,
  doc TEXT NOT NULL
);

-- doc: what differs from the revision before, so that a long history stays small.
CREATE TABLE revision (
  user_id TEXT NOT NULL REFERENCES person (user_id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  made_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  doc TEXT NOT NULL,
  PRIMARY KEY (user_id, number)
);

-- state: WAITING and BURIED turns have their words; of READ and FORGOTTEN ones only the id is left,
-- a hash under the person's secret.
CREATE TABLE turn (
  user_id TEXT NOT NULL REFERENCES person (user_id) ON DELETE CASCADE,
  turn_id TEXT NOT NULL,
  place BIGINT NOT NULL,
  state TEXT NOT NULL,
  role TEXT NOT NULL,
  said_at TEXT NOT NULL,
  body TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (user_id, turn_id)
);

CREATE INDEX turn_by_place ON turn (user_id, state, place);

CREATE TABLE tombstone (
  user_id TEXT NOT NULL REFERENCES person (user_id) ON DELETE CASCADE,
  tombstone_id TEXT NOT NULL,
  doc TEXT NOT NULL,
  PRIMARY KEY (user_id, tombstone_id)
);

CREATE TABLE journal (
  scope TEXT NOT NULL,
  step TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  doc TEXT NOT NULL,
  PRIMARY KEY (scope, step, request_hash)
);

-- usd: empty when no price is known.
CREATE TABLE ledger (
  at_ms BIGINT NOT NULL,
  scope TEXT NOT NULL,
  step TEXT NOT NULL,
  role TEXT NOT NULL,
  model TEXT NOT NULL,
  outcome TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  input_tokens BIGINT NOT NULL,
  output_tokens BIGINT NOT NULL,
  cached_tokens BIGINT NOT NULL,
  reported INTEGER NOT NULL,
  usd TEXT NOT NULL,
  took_ns BIGINT NOT NULL
);

CREATE INDEX ledger_by_scope ON ledger (scope, at_ms);

-- first_stamp orders the list; last_stamp tells whether the key was woken again.
CREATE TABLE wake (
  kind TEXT NOT NULL,
  wake_key TEXT NOT NULL,
  first_stamp BIGINT NOT NULL,
  last_stamp BIGINT NOT NULL,
  PRIMARY KEY (kind, wake_key)
);

CREATE TABLE stamp (
  name TEXT NOT NULL PRIMARY KEY,
  last_value BIGINT NOT NULL
);

INSERT INTO stamp (name, last_value) VALUES ('wake', 0);
