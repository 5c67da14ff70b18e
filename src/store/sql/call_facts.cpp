// What is asked of many calls at once: who is on the phone, and how often was rung.
#include "store/sql/sql_tx.h"

namespace pl::store {

Result<bool> SqlTx::has_live_call(const core::PhoneNumber& number, UtcTime now) {
  PL_TRY(const auto found,
         value<int>("call",
                    "SELECT 1 FROM call WHERE number = ? AND ended_at IS NULL AND verdict IS NULL"
                    " AND lapses_at > ? LIMIT 1",
                    number, now));
  if (found) return true;
  // Whether one that makes no sense has ended, nobody can say.
  PL_TRY(const auto aside,
         value<int>("call",
                    "SELECT 1 FROM set_aside JOIN call ON call.id = set_aside.id"
                    " WHERE table_name = 'call' AND number = ? AND lapses_at > ? LIMIT 1",
                    number, now));
  return aside.has_value();
}

Result<int> SqlTx::live_calls(const core::LineName& line, UtcTime now) {
  PL_TRY(const auto count,
         value<int>("call",
                    "SELECT count(*) FROM call WHERE line = ? AND ended_at IS NULL AND verdict IS"
                    " NULL AND lapses_at > ?",
                    line, now));
  return count.value_or(0);
}

// A dial that the platform refused to place for us rang nowhere: it does not count.
Result<std::vector<UtcTime>> SqlTx::dials_to(const core::PhoneNumber& number, UtcTime since) {
  return each<UtcTime>(
      "call",
      "SELECT started_at FROM call WHERE direction = 'outbound' AND number = ? AND started_at > ?"
      " AND (verdict IS NULL OR verdict <> 'refused') ORDER BY started_at",
      number, since);
}

Result<std::vector<UtcTime>> SqlTx::dials_of(const core::LineName& line, UtcTime since) {
  return each<UtcTime>(
      "call",
      "SELECT started_at FROM call WHERE direction = 'outbound' AND line = ? AND started_at > ?"
      " AND (verdict IS NULL OR verdict <> 'refused') ORDER BY started_at",
      line, since);
}

Result<std::optional<UtcTime>> SqlTx::last_conversation_end(const core::CallerId& caller) {
  PL_TRY(const auto latest,
         value<std::optional<UtcTime>>(
             "call", "SELECT max(ended_at) FROM call WHERE caller_id = ? AND person = 1", caller));
  return latest.value_or(std::nullopt);
}

}  // namespace pl::store
