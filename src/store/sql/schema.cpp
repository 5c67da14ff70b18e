#include "store/sql/schema.h"

#include <array>

namespace pl::store {
namespace {

// A step that was released is never edited: write another one. Times are milliseconds since 1970 in
// UTC; an absent time or id is NULL; enumerators are the words beside them in core and ports;
// columns with JSON are those that codec.h knows.
constexpr const char* kFirst = R"sql(
CREATE TABLE caller (
  id TEXT NOT NULL PRIMARY KEY,
  line TEXT NOT NULL,
  number TEXT NOT NULL,
  number_class TEXT NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  stage TEXT NOT NULL,
  profile TEXT NOT NULL,  -- JSON
  timezone TEXT,
  context TEXT NOT NULL,  -- JSON
  consent_voice INTEGER NOT NULL,
  consent_text INTEGER NOT NULL,
  consent_source TEXT NOT NULL,
  consent_wording TEXT NOT NULL,
  consent_at INTEGER,
  opted_out_at INTEGER,
  telegram_chat_id TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
-- The number first: outreaches are also asked for by the number alone.
CREATE UNIQUE INDEX caller_number ON caller (number, line);

CREATE TABLE outreach (
  id TEXT NOT NULL PRIMARY KEY,
  line TEXT NOT NULL,
  caller_id TEXT NOT NULL REFERENCES caller (id),
  plan TEXT NOT NULL,       -- JSON
  variables TEXT NOT NULL,  -- JSON
  redo TEXT REFERENCES outreach (id),
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  due INTEGER NOT NULL,
  ask_at INTEGER NOT NULL,
  deadline INTEGER,
  awaits TEXT,
  leg TEXT,
  held_by TEXT,
  fulfilling INTEGER NOT NULL,
  retries INTEGER NOT NULL,
  blocked INTEGER NOT NULL,
  waits_for TEXT NOT NULL,
  error TEXT NOT NULL,
  via TEXT NOT NULL,
  brief INTEGER NOT NULL,
  text_confirmed INTEGER NOT NULL,
  conversation TEXT,
  cancelled_by TEXT NOT NULL,
  ended_at INTEGER,
  priority INTEGER NOT NULL  -- 0: a hand-over or a retry; 1: anything else
) STRICT;
CREATE INDEX outreach_due ON outreach (priority, ask_at, id, state, line)
  WHERE state IN ('waiting', 'texting');
CREATE INDEX outreach_waiting ON outreach (line, blocked, priority, ask_at, id)
  WHERE state = 'waiting';
CREATE INDEX outreach_caller ON outreach (caller_id, id);
CREATE INDEX outreach_open ON outreach (caller_id, id)
  WHERE state NOT IN ('connected', 'texted', 'failed', 'cancelled');
CREATE INDEX outreach_awaits ON outreach (awaits) WHERE awaits IS NOT NULL;
CREATE INDEX outreach_held_by ON outreach (held_by) WHERE held_by IS NOT NULL;

CREATE TABLE call (
  id TEXT NOT NULL PRIMARY KEY,
  line TEXT NOT NULL,
  direction TEXT NOT NULL,
  number TEXT,
  caller_id TEXT REFERENCES caller (id),
  outreach_id TEXT REFERENCES outreach (id),
  ordinal INTEGER NOT NULL,
  scene TEXT NOT NULL,
  persona TEXT NOT NULL,
  stage TEXT,
  safe_scene INTEGER NOT NULL,
  user_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  lapses_at INTEGER NOT NULL,
  conversation TEXT,
  call_sid TEXT,
  unclear_at INTEGER,
  placed_at INTEGER,
  answered_at INTEGER,
  person INTEGER NOT NULL,
  tool_called INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  ended_at INTEGER,
  verdict TEXT,
  judged_at INTEGER,
  reported INTEGER NOT NULL,
  failure TEXT NOT NULL,
  duration_s INTEGER NOT NULL,
  first_negative_at INTEGER,
  poll_at INTEGER
) STRICT;
-- The last guard of "no number is rung twice at once".
CREATE UNIQUE INDEX call_ringing_once ON call (number)
  WHERE direction = 'outbound' AND ended_at IS NULL AND verdict IS NULL;
CREATE UNIQUE INDEX call_conversation ON call (conversation) WHERE conversation IS NOT NULL;
CREATE INDEX call_sid ON call (call_sid, id) WHERE call_sid IS NOT NULL;
CREATE INDEX call_live_number ON call (number, lapses_at)
  WHERE ended_at IS NULL AND verdict IS NULL;
CREATE INDEX call_live_line ON call (line, lapses_at)
  WHERE ended_at IS NULL AND verdict IS NULL;
CREATE INDEX call_live ON call (id) WHERE ended_at IS NULL AND verdict IS NULL;
CREATE INDEX call_dialled_number ON call (number, started_at) WHERE direction = 'outbound';
CREATE INDEX call_dialled_line ON call (line, started_at) WHERE direction = 'outbound';
CREATE INDEX call_caller ON call (caller_id, id);
CREATE INDEX call_heard ON call (caller_id, ended_at) WHERE person = 1;
CREATE INDEX call_outreach ON call (outreach_id, id) WHERE outreach_id IS NOT NULL;
CREATE INDEX call_poll ON call (poll_at, id) WHERE poll_at IS NOT NULL;

-- Long, and seldom changed: apart from `call`, so that noting a fact does not rewrite a prompt.
CREATE TABLE call_content (
  call_id TEXT NOT NULL PRIMARY KEY REFERENCES call (id),
  transcript TEXT NOT NULL  -- JSON
) STRICT;
CREATE TABLE call_initiation (
  call_id TEXT NOT NULL PRIMARY KEY REFERENCES call (id),
  initiation TEXT NOT NULL  -- JSON
) STRICT;

CREATE TABLE text_message (
  id TEXT NOT NULL PRIMARY KEY,
  outreach_id TEXT NOT NULL REFERENCES outreach (id),
  caller_id TEXT NOT NULL REFERENCES caller (id),
  channel TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  failure TEXT NOT NULL
) STRICT;
CREATE INDEX text_message_outreach ON text_message (outreach_id, id);
CREATE INDEX text_message_sending ON text_message (id) WHERE state = 'sending';

CREATE TABLE inbox (
  key TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  type TEXT NOT NULL,
  conversation TEXT,
  parked INTEGER NOT NULL,
  failure TEXT,
  PRIMARY KEY (key, sha256)
) STRICT;
CREATE INDEX inbox_parked ON inbox (conversation, received_at) WHERE parked = 1;

CREATE TABLE tool_effect (
  call_id TEXT NOT NULL REFERENCES call (id),
  tool TEXT NOT NULL,
  arguments TEXT NOT NULL,
  at INTEGER NOT NULL,
  saved INTEGER NOT NULL,
  say TEXT NOT NULL,
  PRIMARY KEY (call_id, tool, arguments)
) STRICT;

CREATE TABLE dialer_pause (
  line TEXT NOT NULL PRIMARY KEY,
  since INTEGER NOT NULL,
  until INTEGER,
  why TEXT NOT NULL,
  look_at INTEGER NOT NULL
) STRICT;

CREATE TABLE tool_id (
  tool TEXT NOT NULL PRIMARY KEY,
  platform_id TEXT NOT NULL
) STRICT;

CREATE TABLE attention (
  id TEXT NOT NULL PRIMARY KEY,
  line TEXT NOT NULL,
  reason TEXT NOT NULL,
  subject TEXT NOT NULL,
  what TEXT NOT NULL,
  todo TEXT NOT NULL,
  raised_at INTEGER NOT NULL,
  resolved_at INTEGER
) STRICT;
CREATE UNIQUE INDEX attention_once ON attention (reason, subject) WHERE resolved_at IS NULL;
CREATE INDEX attention_open ON attention (id) WHERE resolved_at IS NULL;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  line TEXT NOT NULL,
  kind TEXT NOT NULL,
  caller_id TEXT,
  outreach_id TEXT,
  call_id TEXT,
  details TEXT NOT NULL  -- JSON
) STRICT;
)sql";

// Who may ask, what the owning product is told, and how people are forgotten. What speaks of a
// caller outlives them here, or is erased by its caller_id: it does not refer to the table.
constexpr const char* kSecond = R"sql(
CREATE TABLE api_key (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,  -- JSON
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

CREATE TABLE kept_answer (
  asked_with TEXT NOT NULL,
  key TEXT NOT NULL,
  request_sha256 TEXT NOT NULL,
  caller_id TEXT,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (asked_with, key)
) STRICT;
CREATE INDEX kept_answer_at ON kept_answer (at);
CREATE INDEX kept_answer_caller ON kept_answer (caller_id) WHERE caller_id IS NOT NULL;

CREATE TABLE endpoint (
  id TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL,
  events TEXT NOT NULL,   -- JSON
  secrets TEXT NOT NULL,  -- JSON
  created_at INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT;

CREATE TABLE delivery (
  id TEXT NOT NULL PRIMARY KEY,
  endpoint_id TEXT NOT NULL REFERENCES endpoint (id),
  event TEXT NOT NULL,
  caller_id TEXT,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  tries INTEGER NOT NULL,
  due INTEGER,
  failure TEXT NOT NULL,
  settled_at INTEGER
) STRICT;
-- The state first, though it is the same in all: or delivery_state would be taken for them.
CREATE INDEX delivery_due ON delivery (state, due, id) WHERE state = 'pending';
CREATE INDEX delivery_endpoint ON delivery (endpoint_id, id);
CREATE INDEX delivery_state ON delivery (state, id);
CREATE INDEX delivery_settled ON delivery (settled_at) WHERE state <> 'pending';
CREATE INDEX delivery_caller ON delivery (caller_id) WHERE caller_id IS NOT NULL;

CREATE TABLE erasure (
  id TEXT NOT NULL PRIMARY KEY,
  caller_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  asked_by TEXT NOT NULL,
  row_counts TEXT NOT NULL,  -- JSON
  conversations INTEGER NOT NULL
) STRICT;

CREATE TABLE forgetting (
  conversation TEXT NOT NULL PRIMARY KEY,
  erasure_id TEXT NOT NULL REFERENCES erasure (id),
  tries INTEGER NOT NULL,
  due INTEGER,
  failure TEXT NOT NULL
) STRICT;
CREATE INDEX forgetting_due ON forgetting (due, conversation) WHERE due IS NOT NULL;
CREATE INDEX forgetting_erasure ON forgetting (erasure_id, conversation);

CREATE TABLE suppression (
  hash TEXT NOT NULL PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT;

-- One row, while the file may still hold bytes of somebody who was erased.
CREATE TABLE scrub_owed (
  one INTEGER NOT NULL PRIMARY KEY
) STRICT;

ALTER TABLE text_message ADD COLUMN channel_id TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX text_message_channel_id ON text_message (channel, channel_id)
  WHERE channel_id <> '';

-- For lists, newest first.
CREATE INDEX caller_line ON caller (line, id);
CREATE INDEX caller_stage ON caller (stage, id);
CREATE INDEX caller_chat ON caller (telegram_chat_id, id) WHERE telegram_chat_id IS NOT NULL;
CREATE INDEX outreach_state ON outreach (state, id);

-- For erasing a caller: what is theirs, and what refers to it.
CREATE INDEX text_message_caller ON text_message (caller_id);
CREATE INDEX outreach_redo ON outreach (redo) WHERE redo IS NOT NULL;
CREATE INDEX call_stranger ON call (number, line) WHERE caller_id IS NULL;
CREATE INDEX inbox_conversation ON inbox (conversation) WHERE conversation IS NOT NULL;
)sql";

// For letting go of what is old: where there is something left to let go of.
constexpr const char* kThird = R"sql(
CREATE INDEX call_content_said ON call_content (call_id) WHERE transcript <> '[]';
CREATE INDEX call_alone ON call (id) WHERE outreach_id IS NULL;
CREATE INDEX inbox_received ON inbox (received_at, key, sha256);
)sql";

// What was found to be other than it was asked for, and which pauses outlive a restart.
constexpr const char* kFourth = R"sql(
ALTER TABLE call ADD COLUMN drift TEXT NOT NULL DEFAULT '[]';  -- JSON
ALTER TABLE dialer_pause ADD COLUMN cause TEXT NOT NULL DEFAULT 'refused';
)sql";

// An outreach may say something else first than its scene does.
constexpr const char* kFifth = R"sql(
ALTER TABLE outreach ADD COLUMN opening TEXT;
)sql";

// Rows that nobody can work with, and when they are tried again. One row that is written to see
// whether it can be.
constexpr const char* kSixth = R"sql(
CREATE TABLE set_aside (
  table_name TEXT NOT NULL,
  id TEXT NOT NULL,
  until INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (table_name, id)
) STRICT;
CREATE INDEX set_aside_until ON set_aside (until, table_name, id);

CREATE TABLE heartbeat (
  one INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;
)sql";

// Who was reached by a call, and what of it an outreach counts.
constexpr const char* kSeventh = R"sql(
ALTER TABLE call ADD COLUMN answerer TEXT;
ALTER TABLE call ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE call ADD COLUMN shown_by TEXT NOT NULL DEFAULT '';
UPDATE call SET answerer = 'person', evidence = 'words' WHERE person = 1;
ALTER TABLE outreach ADD COLUMN machines INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outreach ADD COLUMN failed_on_us INTEGER NOT NULL DEFAULT 0;
)sql";

constexpr std::array kSteps{kFirst, kSecond, kThird, kFourth, kFifth, kSixth, kSeventh};

}  // namespace

std::span<const char* const> schema_steps() {
  return kSteps;
}

}  // namespace pl::store
