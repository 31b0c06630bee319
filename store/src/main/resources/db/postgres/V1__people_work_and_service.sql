-- The tables of SQLite's V2 and its lists of work. BYTEA for BLOB; ids in the order of their bytes,
-- whatever the server's language is.

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);

CREATE TABLE tenant (
  tenant TEXT COLLATE "C" NOT NULL PRIMARY KEY
);

-- data_key: the key of everything sealed below, itself sealed with the master key; without it the
-- rest is noise. secret: keys the hashes of their words. A run whose paid replies are journalled has
-- a row here too.
CREATE TABLE person (
  tenant TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  data_key BYTEA NOT NULL,
  secret BYTEA NOT NULL,
  next_place BIGINT NOT NULL,
  PRIMARY KEY (tenant, user_id)
);

CREATE TABLE page (
  tenant TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL,
  doc BYTEA NOT NULL,
  PRIMARY KEY (tenant, user_id),
  FOREIGN KEY (tenant, user_id) REFERENCES person (tenant, user_id) ON DELETE CASCADE
);

-- doc: what differs from the revision before, so that a long history stays small, and its cause.
CREATE TABLE revision (
  tenant TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  made_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  doc BYTEA NOT NULL,
  PRIMARY KEY (tenant, user_id, number),
  FOREIGN KEY (tenant, user_id) REFERENCES person (tenant, user_id) ON DELETE CASCADE
);

-- state: WAITING and BURIED turns have their words; of READ and FORGOTTEN ones only the id is left,
-- a hash under the person's secret. arrived_ms: when they came in, not when they were said.
CREATE TABLE turn (
  tenant TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  turn_id TEXT COLLATE "C" NOT NULL,
  place BIGINT NOT NULL,
  state TEXT NOT NULL,
  role TEXT NOT NULL,
  said_at TEXT NOT NULL,
  arrived_ms BIGINT NOT NULL,
  body BYTEA NOT NULL,
  why BYTEA NOT NULL,
  PRIMARY KEY (tenant, user_id, turn_id),
  FOREIGN KEY (tenant, user_id) REFERENCES person (tenant, user_id) ON DELETE CASCADE
);

CREATE INDEX turn_by_place ON turn (tenant, user_id, state, place);

-- The backlog: as long as it is, not as there are people.
CREATE INDEX turn_open ON turn (tenant, user_id, state, arrived_ms)
  WHERE state IN ('WAITING', 'BURIED');

CREATE TABLE tombstone (
  tenant TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  tombstone_id TEXT COLLATE "C" NOT NULL,
  doc BYTEA NOT NULL,
  PRIMARY KEY (tenant, user_id, tombstone_id),
  FOREIGN KEY (tenant, user_id) REFERENCES person (tenant, user_id) ON DELETE CASCADE
);

-- user_id: the scope of the call, which may be a run.
CREATE TABLE journal (
  tenant TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  step TEXT COLLATE "C" NOT NULL,
  request_hash TEXT COLLATE "C" NOT NULL,
  doc BYTEA NOT NULL,
  PRIMARY KEY (tenant, user_id, step, request_hash),
  FOREIGN KEY (tenant, user_id) REFERENCES person (tenant, user_id) ON DELETE CASCADE
);

-- usd: empty when no price is known.
CREATE TABLE ledger (
  tenant TEXT COLLATE "C" NOT NULL,
  at_ms BIGINT NOT NULL,
  scope TEXT COLLATE "C" NOT NULL,
  step TEXT COLLATE "C" NOT NULL,
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

CREATE INDEX ledger_by_scope ON ledger (tenant, scope, at_ms);
CREATE INDEX ledger_by_time ON ledger (tenant, at_ms);

-- user_id: empty but for a key to one person. The times to come are far away, not empty.
CREATE TABLE api_key (
  key_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  tenant TEXT COLLATE "C" NOT NULL,
  scope TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  secret_hash BYTEA NOT NULL,
  created_ms BIGINT NOT NULL,
  expires_ms BIGINT NOT NULL,
  revoked_ms BIGINT NOT NULL
);

CREATE INDEX api_key_by_tenant ON api_key (tenant, created_ms, key_id);

-- user_id: empty when it is about nobody; of somebody erased a keyed hash.
CREATE TABLE audit (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at_ms BIGINT NOT NULL,
  tenant TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT NOT NULL
);

CREATE INDEX audit_by_person ON audit (tenant, user_id, number);
CREATE INDEX audit_by_tenant ON audit (tenant, number);

-- status: 0 while the request is under way.
CREATE TABLE replay (
  tenant TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  api_key TEXT COLLATE "C" NOT NULL,
  replay_key TEXT COLLATE "C" NOT NULL,
  request_hash TEXT COLLATE "C" NOT NULL,
  begun_ms BIGINT NOT NULL,
  status INTEGER NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (tenant, api_key, replay_key),
  FOREIGN KEY (tenant, user_id) REFERENCES person (tenant, user_id) ON DELETE CASCADE
);

CREATE INDEX replay_by_person ON replay (tenant, user_id);
CREATE INDEX replay_by_age ON replay (begun_ms);

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
