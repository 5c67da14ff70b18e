// What is kept for a time only, and is older. Ids begin with their time, so age is a range of them.
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

struct OldEntry {
  std::int64_t seq;
  UtcTime at;
};

Result<OldEntry> read_entry(const Query& query) {
  Row row(query, "journal");
  const OldEntry entry{.seq = row.get<std::int64_t>(), .at = row.get<UtcTime>()};
  return row.checked(entry);
}

}  // namespace

Result<std::size_t> SqliteTx::drop(ports::Kept kept, UtcTime before, std::size_t limit) {
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

Result<std::size_t> SqliteTx::drop_speech(UtcTime before, std::size_t limit) {
  PL_TRY(const auto calls,
         all("SELECT call_id FROM call_content WHERE transcript <> '[]' AND call_id < ?1"
             " UNION SELECT call_id FROM call_initiation WHERE call_id < ?1"
             " UNION SELECT call_id FROM tool_effect WHERE call_id < ?1 ORDER BY call_id LIMIT ?2",
             {cell(core::CallId::make(before, {})), cell_of_limit(limit)}, read_key<core::CallId>));
  for (const core::CallId& call : calls) {
    PL_DO(change("UPDATE call_content SET transcript = '[]' WHERE call_id = ?", {cell(call)}));
    PL_DO(change("DELETE FROM call_initiation WHERE call_id = ?", {cell(call)}));
    PL_DO(change("DELETE FROM tool_effect WHERE call_id = ?", {cell(call)}));
  }
  return calls.size();
}

Result<void> SqliteTx::drop_outreach(const core::OutreachId& id) {
  ports::Erased gone;
  PL_TRY(const auto calls, all("SELECT id, number, conversation FROM call WHERE outreach_id = ?",
                               {cell(id)}, read_going));
  for (const GoingCall& call : calls) PL_DO(erase_call(gone, call));
  PL_DO(change("DELETE FROM text_message WHERE outreach_id = ?", {cell(id)}));
  PL_DO(change("UPDATE outreach SET redo = NULL WHERE redo = ?", {cell(id)}));
  PL_DO(change("DELETE FROM outreach WHERE id = ?", {cell(id)}));
  return {};
}

Result<std::size_t> SqliteTx::drop_history(UtcTime before, std::size_t limit) {
  PL_TRY(const auto outreaches,
         all("SELECT id FROM outreach WHERE id < ? AND ended_at < ? ORDER BY id LIMIT ?",
             {cell(core::OutreachId::make(before, {})), cell(before), cell_of_limit(limit)},
             read_key<core::OutreachId>));
  for (const core::OutreachId& id : outreaches) PL_DO(drop_outreach(id));
  PL_TRY(
      const auto calls,
      all("SELECT id, number, conversation FROM call"
          " WHERE outreach_id IS NULL AND id < ? AND lapses_at < ? ORDER BY id LIMIT ?",
          {cell(core::CallId::make(before, {})), cell(before), cell_of_limit(limit)}, read_going));
  ports::Erased gone;
  for (const GoingCall& call : calls) PL_DO(erase_call(gone, call));
  PL_TRY(const std::int64_t items,
         change("DELETE FROM inbox WHERE rowid IN (SELECT rowid FROM inbox"
                " WHERE received_at < ? ORDER BY received_at, key, sha256 LIMIT ?)",
                {cell(before), cell_of_limit(limit)}));
  return outreaches.size() + calls.size() + static_cast<std::size_t>(items);
}

Result<std::size_t> SqliteTx::drop_journal(UtcTime before, std::size_t limit) {
  PL_TRY(const auto oldest, all("SELECT seq, at FROM journal WHERE seq > 0 ORDER BY seq LIMIT ?",
                                {cell_of_limit(limit)}, read_entry));
  std::int64_t last = 0;
  for (const OldEntry& entry : oldest) {
    if (entry.at >= before) break;
    last = entry.seq;
  }
  PL_TRY(const std::int64_t rows, change("DELETE FROM journal WHERE seq <= ?", {cell(last)}));
  return static_cast<std::size_t>(rows);
}

}  // namespace pl::store
