// What is asked of many calls at once: who is on the phone, and how often was rung.
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

Result<UtcTime> read_time(const Query& query) {
  Row row(query, "call");
  const auto time = row.get<UtcTime>();
  return row.checked(time);
}

Result<std::optional<UtcTime>> read_maybe_time(const Query& query) {
  Row row(query, "call");
  const auto time = row.get<std::optional<UtcTime>>();
  return row.checked(time);
}

Result<int> read_count(const Query& query) {
  Row row(query, "call");
  const int count = row.get<int>();
  return row.checked(count);
}

}  // namespace

Result<bool> SqliteTx::has_live_call(const core::PhoneNumber& number, UtcTime now) {
  PL_TRY(const auto found, one("SELECT 1 FROM call WHERE number = ? AND ended_at IS NULL AND "
                               "verdict IS NULL AND lapses_at > ? LIMIT 1",
                               {cell(number), cell(now)}, read_count));
  if (found) return true;
  // Whether one that makes no sense has ended, nobody can say.
  PL_TRY(const auto aside, one("SELECT 1 FROM set_aside JOIN call ON call.id = set_aside.id"
                               " WHERE table_name = 'call' AND number = ? AND lapses_at > ?"
                               " LIMIT 1",
                               {cell(number), cell(now)}, read_count));
  return aside.has_value();
}

Result<int> SqliteTx::live_calls(const core::LineName& line, UtcTime now) {
  PL_TRY(const auto count, one("SELECT count(*) FROM call WHERE line = ? AND ended_at IS NULL AND "
                               "verdict IS NULL AND lapses_at > ?",
                               {cell(line), cell(now)}, read_count));
  return count.value_or(0);
}

// A dial that the platform refused to place for us rang nowhere: it does not count.
Result<std::vector<UtcTime>> SqliteTx::dials_to(const core::PhoneNumber& number, UtcTime since) {
  return all(
      "SELECT started_at FROM call WHERE direction = 'outbound' AND number = ? AND started_at > ?"
      " AND (verdict IS NULL OR verdict <> 'refused') ORDER BY started_at",
      {cell(number), cell(since)}, read_time);
}

Result<std::vector<UtcTime>> SqliteTx::dials_of(const core::LineName& line, UtcTime since) {
  return all(
      "SELECT started_at FROM call WHERE direction = 'outbound' AND line = ? AND started_at > ?"
      " AND (verdict IS NULL OR verdict <> 'refused') ORDER BY started_at",
      {cell(line), cell(since)}, read_time);
}

Result<std::optional<UtcTime>> SqliteTx::last_conversation_end(const core::CallerId& caller) {
  PL_TRY(const auto latest, one("SELECT max(ended_at) FROM call WHERE caller_id = ? AND person = 1",
                                {cell(caller)}, read_maybe_time));
  return latest.value_or(std::nullopt);
}

}  // namespace pl::store
