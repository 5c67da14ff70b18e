#include <fmt/format.h>

#include "store/sqlite/codec.h"
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

const RowSql& sql() {
  static const RowSql made = row_sql(
      "call",
      "id, line, direction, number, caller_id, outreach_id, ordinal, scene, persona, stage, "
      "user_id, safe_scene, started_at, lapses_at, conversation, call_sid, unclear_at, placed_at, "
      "answered_at, person, tool_called, completed, ended_at, verdict, judged_at, reported, "
      "failure, drift, duration_s, first_negative_at, poll_at");
  return made;
}

// A call and its content. An outer join: a call that lost its content must be noticed, not missed.
std::string with_content() {
  std::string select = sql().select;
  select.replace(select.rfind(" FROM call"), std::string::npos, ", transcript");
  return select + " FROM call LEFT JOIN call_content ON call_id = id";
}
std::string where(std::string_view condition) {
  return fmt::format("{} WHERE {}", with_content(), condition);
}

Result<core::Call> read_call(const Query& query) {
  Row row(query, "call");
  core::Call call{
      .id = row.get<core::CallId>(),
      .line = row.get<core::LineName>(),
      .direction = row.get<core::Direction>(),
      .number = row.get<std::optional<core::PhoneNumber>>(),
      .caller = row.get<std::optional<core::CallerId>>(),
      .outreach = row.get<std::optional<core::OutreachId>>(),
      .ordinal = row.get<int>(),
      .scene = row.get<core::SceneName>(),
      .persona = row.get<core::PersonaName>(),
      .stage = row.get<std::optional<core::Stage>>(),
      .user_id = row.get<std::string>(),
      .safe_scene = row.get<bool>(),
      .started_at = row.get<UtcTime>(),
      .lapses_at = row.get<UtcTime>(),
      .conversation = row.get<std::optional<core::ConversationId>>(),
      .call_sid = row.get<std::optional<core::CallSid>>(),
      .unclear_at = row.get<std::optional<UtcTime>>(),
      .placed_at = row.get<std::optional<UtcTime>>(),
      .answered_at = row.get<std::optional<UtcTime>>(),
      .person = row.get<bool>(),
      .tool_called = row.get<bool>(),
      .completed = row.get<bool>(),
      .ended_at = row.get<std::optional<UtcTime>>(),
      .verdict = row.get<std::optional<core::Verdict>>(),
      .judged_at = row.get<std::optional<UtcTime>>(),
      .reported = row.get<bool>(),
      .failure = row.get<std::string>(),
      .drift = row.json(aspects_from),
      .duration = row.get<std::chrono::seconds>(),
      .first_negative_at = row.get<std::optional<UtcTime>>(),
      .poll_at = row.get<std::optional<UtcTime>>(),
  };
  call.transcript = row.json(transcript_from);
  return row.checked(std::move(call));
}

Result<core::Initiation> read_initiation(const Query& query) {
  Row row(query, "call_initiation");
  core::Initiation initiation = row.json(initiation_from);
  return row.checked(std::move(initiation));
}

// `drift` is that of the call, as the cells refer to it.
Cells cells_of(const core::Call& c, const std::string& drift) {
  return {cell(c.id),          cell(c.line),       cell(c.direction),
          cell(c.number),      cell(c.caller),     cell(c.outreach),
          cell(c.ordinal),     cell(c.scene),      cell(c.persona),
          cell(c.stage),       cell(c.user_id),    cell(c.safe_scene),
          cell(c.started_at),  cell(c.lapses_at),  cell(c.conversation),
          cell(c.call_sid),    cell(c.unclear_at), cell(c.placed_at),
          cell(c.answered_at), cell(c.person),     cell(c.tool_called),
          cell(c.completed),   cell(c.ended_at),   cell(c.verdict),
          cell(c.judged_at),   cell(c.reported),   cell(c.failure),
          cell(drift),         cell(c.duration),   cell(c.first_negative_at),
          cell(c.poll_at)};
}

}  // namespace

Result<std::optional<core::Call>> SqliteTx::call(const core::CallId& id) {
  static const std::string kById = where("id = ?");
  return one(kById, {cell(id)}, read_call);
}

Result<std::optional<core::Call>> SqliteTx::call_by_conversation(const core::ConversationId& id) {
  static const std::string kByConversation = where("conversation = ?");
  return one(kByConversation, {cell(id)}, read_call);
}

Result<std::optional<core::Call>> SqliteTx::call_by_sid(const core::CallSid& sid) {
  static const std::string kBySid = where("call_sid = ? ORDER BY id DESC LIMIT 1");
  return one(kBySid, {cell(sid)}, read_call);
}

Result<std::vector<core::Call>> SqliteTx::calls(const ports::CallFilter& filter) {
  Conditions wanted;
  if (filter.caller) wanted.add("caller_id = ?", cell(*filter.caller));
  if (filter.live) {
    wanted.add(*filter.live ? "ended_at IS NULL AND verdict IS NULL"
                            : "(ended_at IS NOT NULL OR verdict IS NOT NULL)");
  }
  if (filter.before) wanted.add("id < ?", cell(*filter.before));
  return all(with_content() + wanted.newest_first(filter.limit), wanted.cells(), read_call);
}

Result<std::vector<core::Call>> SqliteTx::calls_of(const core::OutreachId& outreach) {
  static const std::string kOfOutreach = where("outreach_id = ? ORDER BY id");
  return all(kOfOutreach, {cell(outreach)}, read_call);
}

Result<std::vector<core::CallId>> SqliteTx::due_polls(UtcTime now, std::size_t limit) {
  static const std::string kDue = "SELECT id FROM call WHERE poll_at <= ?" + not_set_aside("call") +
                                  " ORDER BY poll_at, id LIMIT ?";
  return all(kDue, {cell(now), cell_of_limit(limit)}, read_key<core::CallId>);
}

Result<std::vector<core::Call>> SqliteTx::unanswered_dials() {
  static const std::string kUnanswered = where(
      "direction = 'outbound' AND ended_at IS NULL AND verdict IS NULL AND placed_at IS NULL"
      " AND unclear_at IS NULL ORDER BY id");
  return all(kUnanswered, {}, read_call);
}

Result<void> SqliteTx::insert(const core::Call& call) {
  const std::string transcript = to_json(call.transcript);
  PL_DO(change(sql().insert, cells_of(call, to_json(call.drift))));
  PL_DO(change("INSERT INTO call_content (call_id, transcript) VALUES (?, ?)",
               {cell(call.id), cell(transcript)}));
  return {};
}

Result<void> SqliteTx::update(const core::Call& call) {
  const std::string transcript = to_json(call.transcript);
  PL_DO(update_row(sql(), cells_of(call, to_json(call.drift))));
  PL_DO(change("UPDATE call_content SET transcript = ?2 WHERE call_id = ?1 AND transcript <> ?2",
               {cell(call.id), cell(transcript)}));
  return {};
}

Result<std::optional<core::Initiation>> SqliteTx::initiation(const core::CallId& call) {
  return one("SELECT initiation FROM call_initiation WHERE call_id = ?", {cell(call)},
             read_initiation);
}

Result<void> SqliteTx::put(const core::CallId& call, const core::Initiation& initiation) {
  const std::string text = to_json(initiation);
  PL_DO(
      change("INSERT INTO call_initiation (call_id, initiation) VALUES (?, ?)"
             " ON CONFLICT (call_id) DO UPDATE SET initiation = excluded.initiation",
             {cell(call), cell(text)}));
  return {};
}

}  // namespace pl::store
