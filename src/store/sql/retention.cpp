// What is kept for a time only, and is older. Ids begin with their time, so age is a range of them.
#include "store/sql/sql_tx.h"

namespace pl::store {

struct JournalAge {
  std::int64_t seq;
  UtcTime at;
};
template <>
struct Description<JournalAge> {
  static constexpr std::string_view table = "journal";
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("seq", &JournalAge::seq),
                                      member("at", &JournalAge::at)};
};
Result<std::size_t> SqlTx::drop(ports::Kept kept, UtcTime before, std::size_t limit) {
  switch (kept) {
    case ports::Kept::kSpeech:
      return drop_speech(before, limit);
    case ports::Kept::kHistory:
      return drop_history(before, limit);
    case ports::Kept::kJournal:
      return drop_journal(before, limit);
  }
  return std::size_t{0};
}

Result<std::size_t> SqlTx::drop_speech(UtcTime before, std::size_t limit) {
  PL_TRY(const auto calls,
         each<core::CallId>(
             "call",
             "SELECT call_id FROM call_content WHERE transcript <> '[]' AND call_id < ?1"
             " UNION SELECT call_id FROM call_initiation WHERE call_id < ?1"
             " UNION SELECT call_id FROM tool_effect WHERE call_id < ?1 ORDER BY call_id LIMIT ?2",
             core::CallId::make(before, {}), limit));
  for (const core::CallId& call : calls) {
    PL_DO(change("UPDATE call_content SET transcript = '[]' WHERE call_id = ?", call));
    PL_DO(change("DELETE FROM call_initiation WHERE call_id = ?", call));
    PL_DO(change("DELETE FROM tool_effect WHERE call_id = ?", call));
  }
  return calls.size();
}

Result<void> SqlTx::drop_outreach(const core::OutreachId& id) {
  ports::Erased gone;
  PL_TRY(const auto calls, (all<GoingCall, "WHERE outreach_id = ?">(id)));
  for (const GoingCall& call : calls) PL_DO(erase_call(gone, call));
  PL_DO(change("DELETE FROM text_message WHERE outreach_id = ?", id));
  PL_DO(change("UPDATE outreach SET redo = NULL WHERE redo = ?", id));
  PL_DO(change("DELETE FROM outreach WHERE id = ?", id));
  return {};
}

Result<std::size_t> SqlTx::drop_history(UtcTime before, std::size_t limit) {
  PL_TRY(
      const auto outreaches,
      each<core::OutreachId>(
          "outreach", "SELECT id FROM outreach WHERE id < ? AND ended_at < ? ORDER BY id LIMIT ?",
          core::OutreachId::make(before, {}), before, limit));
  for (const core::OutreachId& id : outreaches) PL_DO(drop_outreach(id));
  PL_TRY(
      const auto calls,
      (all<GoingCall, "WHERE outreach_id IS NULL AND id < ? AND lapses_at < ? ORDER BY id LIMIT ?">(
          core::CallId::make(before, {}), before, limit)));
  ports::Erased gone;
  for (const GoingCall& call : calls) PL_DO(erase_call(gone, call));
  PL_TRY(const std::int64_t items,
         change("DELETE FROM inbox WHERE (key, sha256) IN (SELECT key, sha256 FROM inbox"
                " WHERE received_at < ? ORDER BY received_at, key, sha256 LIMIT ?)",
                before, limit));
  return outreaches.size() + calls.size() + static_cast<std::size_t>(items);
}

Result<std::size_t> SqlTx::drop_journal(UtcTime before, std::size_t limit) {
  PL_TRY(const auto oldest, (all<JournalAge, "WHERE seq > 0 ORDER BY seq LIMIT ?">(limit)));
  std::int64_t last = 0;
  for (const JournalAge& entry : oldest) {
    if (entry.at >= before) break;
    last = entry.seq;
  }
  PL_TRY(const std::int64_t rows, change("DELETE FROM journal WHERE seq <= ?", last));
  return static_cast<std::size_t>(rows);
}

}  // namespace pl::store
