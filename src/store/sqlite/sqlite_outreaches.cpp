#include <algorithm>

#include "store/sqlite/codec.h"
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

const RowSql& sql() {
  static const RowSql made =
      row_sql("outreach",
              "id, line, caller_id, plan, variables, opening, redo, created_at, state, due, "
              "ask_at, deadline, "
              "awaits, leg, held_by, fulfilling, retries, blocked, waits_for, error, via, brief, "
              "text_confirmed, conversation, cancelled_by, ended_at",
              "priority");
  return made;
}

// Word for word the condition of the index outreach_open, or it would not be used.
constexpr const char* kOpen = "state NOT IN ('connected', 'texted', 'failed', 'cancelled')";

// What was promised, or has begun, goes before what is new.
int priority_of(const core::Outreach& outreach) {
  return outreach.plan.is_handover() || outreach.retries > 0 ? 0 : 1;
}

Result<core::Outreach> read_outreach(const Query& query) {
  Row row(query, "outreach");
  core::Outreach outreach{
      .id = row.get<core::OutreachId>(),
      .line = row.get<core::LineName>(),
      .caller = row.get<core::CallerId>(),
      .plan = row.json(plan_from),
      .variables = row.json(texts_from),
      .opening = row.get<std::optional<core::Template>>(),
      .redo = row.get<std::optional<core::OutreachId>>(),
      .created_at = row.get<UtcTime>(),
      .state = row.get<core::OutreachState>(),
      .due = row.get<UtcTime>(),
      .ask_at = row.get<UtcTime>(),
      .deadline = row.get<std::optional<UtcTime>>(),
      .awaits = row.get<std::optional<core::CallId>>(),
      .leg = row.get<std::optional<core::CallId>>(),
      .held_by = row.get<std::optional<core::CallId>>(),
      .fulfilling = row.get<bool>(),
      .retries = row.get<int>(),
      .blocked = row.get<bool>(),
      .waits_for = row.get<std::string>(),
      .error = row.get<std::string>(),
      .via = row.get<core::Via>(),
      .brief = row.get<bool>(),
      .text_confirmed = row.get<bool>(),
      .conversation = row.get<std::optional<core::ConversationId>>(),
      .cancelled_by = row.get<std::string>(),
      .ended_at = row.get<std::optional<UtcTime>>(),
  };
  return row.checked(std::move(outreach));
}

// Outreaches of a priority to look at by ?2, but for the waiting ones of paused lines.
std::string due_condition(std::size_t paused_lines) {
  static const std::string kAsked =
      " WHERE state IN ('waiting', 'texting') AND priority = ? AND ask_at <= ?" +
      not_set_aside("outreach");
  std::string condition = kAsked;
  if (paused_lines == 0) return condition;
  std::string lines = "?";
  for (std::size_t i = 1; i < paused_lines; ++i) lines += ", ?";
  return condition + " AND (state = 'texting' OR line NOT IN (" + lines + "))";
}

Cells due_cells(int priority, UtcTime now, const std::vector<core::LineName>& paused) {
  Cells cells{cell(priority), cell(now)};
  for (const core::LineName& line : paused) cells.push_back(cell(line));
  return cells;
}

Result<UtcTime> read_time(const Query& query) {
  Row row(query, "outreach");
  const auto time = row.get<UtcTime>();
  return row.checked(time);
}

// The texts that the cells of an outreach refer to.
struct Json {
  explicit Json(const core::Outreach& outreach)
      : plan(to_json(outreach.plan)), variables(to_json(outreach.variables)) {}
  std::string plan;
  std::string variables;
};

Cells cells_of(const core::Outreach& o, const Json& json) {
  return {cell(o.id),           cell(o.line),     cell(o.caller),         cell(json.plan),
          cell(json.variables), cell(o.opening),  cell(o.redo),           cell(o.created_at),
          cell(o.state),        cell(o.due),      cell(o.ask_at),         cell(o.deadline),
          cell(o.awaits),       cell(o.leg),      cell(o.held_by),        cell(o.fulfilling),
          cell(o.retries),      cell(o.blocked),  cell(o.waits_for),      cell(o.error),
          cell(o.via),          cell(o.brief),    cell(o.text_confirmed), cell(o.conversation),
          cell(o.cancelled_by), cell(o.ended_at), cell(priority_of(o))};
}

}  // namespace

Result<std::optional<core::Outreach>> SqliteTx::outreach(const core::OutreachId& id) {
  static const std::string kById = sql().select + " WHERE id = ?";
  return one(kById, {cell(id)}, read_outreach);
}

Result<std::vector<core::OutreachId>> SqliteTx::open_outreaches(const core::CallerId& caller) {
  static const std::string kOpenOfCaller =
      std::string("SELECT id FROM outreach WHERE caller_id = ? AND ") + kOpen + " ORDER BY id";
  return all(kOpenOfCaller, {cell(caller)}, read_key<core::OutreachId>);
}

Result<std::vector<core::Outreach>> SqliteTx::outreaches(const ports::OutreachFilter& filter) {
  Conditions wanted;
  if (filter.caller) wanted.add("caller_id = ?", cell(*filter.caller));
  // A caller has few outreaches, a state has many: no index has this expression.
  if (filter.state) {
    wanted.add(filter.caller ? "state || '' = ?" : "state = ?", cell(*filter.state));
  }
  if (filter.before) wanted.add("id < ?", cell(*filter.before));
  return all(sql().select + wanted.newest_first(filter.limit), wanted.cells(), read_outreach);
}

Result<std::vector<core::Outreach>> SqliteTx::outreaches_after(const core::CallId& call) {
  static const std::string kAfter =
      sql().select + " WHERE (awaits = ?1 OR held_by = ?1) AND " + kOpen + " ORDER BY id";
  return all(kAfter, {cell(call)}, read_outreach);
}

Result<std::vector<core::OutreachId>> SqliteTx::due_of(int priority, UtcTime now,
                                                       const std::vector<core::LineName>& paused,
                                                       std::size_t limit) {
  Cells cells = due_cells(priority, now, paused);
  cells.push_back(cell_of_limit(limit));
  return all(
      "SELECT id FROM outreach" + due_condition(paused.size()) + " ORDER BY ask_at, id LIMIT ?",
      cells, read_key<core::OutreachId>);
}

// One question a priority: then the index gives the rows in order and stops at the limit, where one
// question for both would sort everything that is due.
Result<std::vector<core::OutreachId>> SqliteTx::due_outreaches(
    UtcTime now, const std::vector<core::LineName>& paused, std::size_t limit) {
  PL_TRY(auto due, due_of(0, now, paused, limit));
  if (due.size() == limit) return due;
  PL_TRY(auto rest, due_of(1, now, paused, limit - due.size()));
  std::move(rest.begin(), rest.end(), std::back_inserter(due));
  return due;
}

Result<std::vector<core::Outreach>> SqliteTx::blocked_outreaches(const core::LineName& line,
                                                                 std::size_t limit) {
  static const std::string kBlockedOfLine =
      sql().select + " WHERE state = 'waiting' AND line = ? AND blocked = 1" +
      not_set_aside("outreach") + " ORDER BY priority, ask_at, id LIMIT ?";
  return all(kBlockedOfLine, {cell(line), cell_of_limit(limit)}, read_outreach);
}

Result<std::vector<core::Outreach>> SqliteTx::blocked_outreaches(const core::PhoneNumber& number,
                                                                 std::size_t limit) {
  static const std::string kBlockedOfNumber =
      sql().select + " WHERE caller_id IN (SELECT id FROM caller WHERE number = ?) AND " + kOpen +
      " AND state = 'waiting' AND blocked = 1" + not_set_aside("outreach") +
      " ORDER BY priority, ask_at, id LIMIT ?";
  return all(kBlockedOfNumber, {cell(number), cell_of_limit(limit)}, read_outreach);
}

Result<std::vector<core::Outreach>> SqliteTx::waiting_outreaches(const core::LineName& line) {
  static const std::string kWaiting =
      sql().select + " WHERE state = 'waiting' AND line = ? ORDER BY id";
  return all(kWaiting, {cell(line)}, read_outreach);
}

Result<void> SqliteTx::insert(const core::Outreach& outreach) {
  PL_DO(change(sql().insert, cells_of(outreach, Json(outreach))));
  return {};
}

Result<void> SqliteTx::update(const core::Outreach& outreach) {
  return update_row(sql(), cells_of(outreach, Json(outreach)));
}

Result<std::optional<UtcTime>> SqliteTx::next_due(const std::vector<core::LineName>& paused) {
  // An outreach that waits for an event alone is to be looked at at the end of time: that is never.
  std::optional<UtcTime> next;
  const auto take = [&next](std::optional<UtcTime> time) {
    if (time && *time != UtcTime::max() && (!next || *time < *next)) next = time;
  };
  for (const int priority : {0, 1}) {
    PL_TRY(const auto time, one("SELECT ask_at FROM outreach" + due_condition(paused.size()) +
                                    " ORDER BY ask_at, id LIMIT 1",
                                due_cells(priority, UtcTime::max(), paused), read_time));
    take(time);
  }
  static const std::string kOthers[] = {
      "SELECT poll_at FROM call WHERE poll_at IS NOT NULL" + not_set_aside("call") +
          " ORDER BY poll_at LIMIT 1",
      "SELECT due FROM delivery WHERE state = 'pending' AND due IS NOT NULL" +
          not_set_aside("delivery") + " ORDER BY due, id LIMIT 1",
      "SELECT due FROM forgetting WHERE due IS NOT NULL" +
          not_set_aside("forgetting", "conversation") + " ORDER BY due, conversation LIMIT 1",
      "SELECT until FROM set_aside ORDER BY until LIMIT 1"};
  for (const std::string& other : kOthers) {
    PL_TRY(const auto time, one(other, {}, read_time));
    take(time);
  }
  return next;
}

}  // namespace pl::store
