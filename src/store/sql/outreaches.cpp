#include <algorithm>

#include "store/sql/sql_tx.h"

namespace pl::store {
namespace {

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

std::vector<Cell> due_cells(int priority, UtcTime now, const std::vector<core::LineName>& paused) {
  std::vector<Cell> cells{cell(priority), cell(now)};
  for (const core::LineName& line : paused) cells.push_back(cell(line));
  return cells;
}

}  // namespace

using core::Outreach;

Result<std::optional<Outreach>> SqlTx::outreach(const core::OutreachId& id) {
  return one<Outreach, "WHERE id = ?">(id);
}

// Which states are open is said word for word as in the index outreach_open, or it would not be
// used; here and below.
Result<std::vector<core::OutreachId>> SqlTx::open_outreaches(const core::CallerId& caller) {
  return each<core::OutreachId>(
      "outreach",
      "SELECT id FROM outreach WHERE caller_id = ?"
      " AND state NOT IN ('connected', 'texted', 'failed', 'cancelled') ORDER BY id",
      caller);
}

Result<std::vector<Outreach>> SqlTx::outreaches(const ports::OutreachFilter& filter) {
  Conditions wanted;
  if (filter.caller) wanted.add("caller_id = ?", *filter.caller);
  // A caller has few outreaches, a state has many: no index has this expression.
  if (filter.state) wanted.add(filter.caller ? "state || '' = ?" : "state = ?", *filter.state);
  if (filter.before) wanted.add("id < ?", *filter.before);
  return newest<Outreach>(wanted, filter.limit);
}

Result<std::vector<Outreach>> SqlTx::outreaches_after(const core::CallId& call) {
  return all<Outreach,
             "WHERE (awaits = ?1 OR held_by = ?1)"
             " AND state NOT IN ('connected', 'texted', 'failed', 'cancelled') ORDER BY id">(call);
}

Result<std::vector<core::OutreachId>> SqlTx::due_of(int priority, UtcTime now,
                                                    const std::vector<core::LineName>& paused,
                                                    std::size_t limit) {
  std::vector<Cell> cells = due_cells(priority, now, paused);
  cells.push_back(cell(limit));
  return collect(
      "outreach",
      "SELECT id FROM outreach" + due_condition(paused.size()) + " ORDER BY ask_at, id LIMIT ?",
      cells, [](RowReader& reader) { return reader.column<core::OutreachId>(); });
}

// One question a priority: then the index gives the rows in order and stops at the limit, where one
// question for both would sort everything that is due.
Result<std::vector<core::OutreachId>> SqlTx::due_outreaches(
    UtcTime now, const std::vector<core::LineName>& paused, std::size_t limit) {
  PL_TRY(auto due, due_of(0, now, paused, limit));
  if (due.size() == limit) return due;
  PL_TRY(auto rest, due_of(1, now, paused, limit - due.size()));
  std::move(rest.begin(), rest.end(), std::back_inserter(due));
  return due;
}

Result<std::vector<Outreach>> SqlTx::blocked_outreaches(const core::LineName& line,
                                                        std::size_t limit) {
  static const std::string kOfLine =
      row_sql<Outreach>().select + " WHERE state = 'waiting' AND line = ? AND blocked = 1" +
      not_set_aside("outreach") + " ORDER BY priority, ask_at, id LIMIT ?";
  const std::array cells{cell(line), cell(limit)};
  return rows<Outreach>(kOfLine, cells);
}

Result<std::vector<Outreach>> SqlTx::blocked_outreaches(const core::PhoneNumber& number,
                                                        std::size_t limit) {
  static const std::string kOfNumber =
      row_sql<Outreach>().select +
      " WHERE caller_id IN (SELECT id FROM caller WHERE number = ?)"
      " AND state NOT IN ('connected', 'texted', 'failed', 'cancelled')"
      " AND state = 'waiting' AND blocked = 1" +
      not_set_aside("outreach") + " ORDER BY priority, ask_at, id LIMIT ?";
  const std::array cells{cell(number), cell(limit)};
  return rows<Outreach>(kOfNumber, cells);
}

Result<std::vector<Outreach>> SqlTx::waiting_outreaches(const core::LineName& line) {
  return all<Outreach, "WHERE state = 'waiting' AND line = ? ORDER BY id">(line);
}

Result<void> SqlTx::insert(const Outreach& outreach) {
  return insert_row(outreach);
}

Result<void> SqlTx::update(const Outreach& outreach) {
  return update_row(outreach);
}

Result<std::optional<UtcTime>> SqlTx::next_due(const std::vector<core::LineName>& paused) {
  // An outreach that waits for an event alone is to be looked at at the end of time: that is never.
  std::optional<UtcTime> next;
  const auto ask = [&](std::string_view table, std::string_view sql, Cells cells) -> Result<void> {
    PL_TRY(const auto times, (collect(table, sql, cells,
                                      [](RowReader& reader) { return reader.column<UtcTime>(); })));
    for (const UtcTime time : times) {
      if (time != UtcTime::max() && (!next || time < *next)) next = time;
    }
    return {};
  };
  for (const int priority : {0, 1}) {
    PL_DO(ask("outreach",
              "SELECT ask_at FROM outreach" + due_condition(paused.size()) +
                  " ORDER BY ask_at, id LIMIT 1",
              due_cells(priority, UtcTime::max(), paused)));
  }
  static const std::string kOthers[] = {
      "SELECT poll_at FROM call WHERE poll_at IS NOT NULL" + not_set_aside("call") +
          " ORDER BY poll_at LIMIT 1",
      "SELECT due FROM delivery WHERE state = 'pending' AND due IS NOT NULL" +
          not_set_aside("delivery") + " ORDER BY due, id LIMIT 1",
      "SELECT due FROM forgetting WHERE due IS NOT NULL" +
          not_set_aside("forgetting", "conversation") + " ORDER BY due, conversation LIMIT 1",
      "SELECT until FROM set_aside ORDER BY until LIMIT 1"};
  for (const std::string& other : kOthers) PL_DO(ask("what is due", other, {}));
  return next;
}

}  // namespace pl::store
