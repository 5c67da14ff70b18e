// What is left of people who were erased, and who must never be rung again.
#include "store/sqlite/codec.h"
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

constexpr const char* kForgettings =
    "SELECT conversation, erasure_id, tries, due, failure FROM forgetting";

Result<ports::Erasure> read_erasure(const Query& query) {
  Row row(query, "erasure");
  ports::Erasure erasure{
      .id = row.get<core::ErasureId>(),
      .caller = row.get<core::CallerId>(),
      .at = row.get<UtcTime>(),
      .by = row.get<std::string>(),
      .rows = row.json(counts_from),
      .conversations = row.get<std::int64_t>(),
  };
  return row.checked(std::move(erasure));
}

Result<ports::Forgetting> read_forgetting(const Query& query) {
  Row row(query, "forgetting");
  ports::Forgetting forgetting{
      .conversation = row.get<core::ConversationId>(),
      .erasure = row.get<core::ErasureId>(),
      .tries = row.get<int>(),
      .due = row.get<std::optional<UtcTime>>(),
      .failure = row.get<std::string>(),
  };
  return row.checked(std::move(forgetting));
}

Result<UtcTime> read_time(const Query& query) {
  Row row(query, "suppression");
  const auto time = row.get<UtcTime>();
  return row.checked(time);
}

}  // namespace

Result<std::optional<ports::Erasure>> SqliteTx::erasure(const core::ErasureId& id) {
  return one(
      "SELECT id, caller_id, at, asked_by, row_counts, conversations FROM erasure WHERE id = ?",
      {cell(id)}, read_erasure);
}

Result<void> SqliteTx::insert(const ports::Erasure& erasure) {
  const std::string rows = to_json(erasure.rows);
  PL_DO(
      change("INSERT INTO erasure (id, caller_id, at, asked_by, row_counts, conversations)"
             " VALUES (?, ?, ?, ?, ?, ?)",
             {cell(erasure.id), cell(erasure.caller), cell(erasure.at), cell(erasure.by),
              cell(rows), cell(erasure.conversations)}));
  return {};
}

Result<std::vector<core::ConversationId>> SqliteTx::due_forgettings(UtcTime now,
                                                                    std::size_t limit) {
  static const std::string kDue = "SELECT conversation FROM forgetting WHERE due <= ?" +
                                  not_set_aside("forgetting", "conversation") +
                                  " ORDER BY due, conversation LIMIT ?";
  return all(kDue, {cell(now), cell_of_limit(limit)}, read_key<core::ConversationId>);
}

Result<std::optional<ports::Forgetting>> SqliteTx::forgetting(const core::ConversationId& id) {
  static const std::string kById = std::string(kForgettings) + " WHERE conversation = ?";
  return one(kById, {cell(id)}, read_forgetting);
}

Result<std::vector<ports::Forgetting>> SqliteTx::forgettings(const core::ErasureId& erasure) {
  static const std::string kOfErasure =
      std::string(kForgettings) + " WHERE erasure_id = ? ORDER BY conversation";
  return all(kOfErasure, {cell(erasure)}, read_forgetting);
}

Result<void> SqliteTx::put(const ports::Forgetting& f) {
  PL_DO(
      change("INSERT INTO forgetting (conversation, erasure_id, tries, due, failure)"
             " VALUES (?, ?, ?, ?, ?) ON CONFLICT (conversation) DO UPDATE SET"
             " erasure_id = excluded.erasure_id, tries = excluded.tries, due = excluded.due,"
             " failure = excluded.failure",
             {cell(f.conversation), cell(f.erasure), cell(f.tries), cell(f.due), cell(f.failure)}));
  return {};
}

Result<void> SqliteTx::remove(const core::ConversationId& forgotten) {
  PL_TRY(const std::int64_t rows,
         change("DELETE FROM forgetting WHERE conversation = ?", {cell(forgotten)}));
  return must_be_there(rows, "forgetting");
}

Result<bool> SqliteTx::is_suppressed(const std::string& hash) {
  PL_TRY(const auto since,
         one("SELECT since FROM suppression WHERE hash = ?", {cell(hash)}, read_time));
  return since.has_value();
}

// Suppressed a second time, it keeps its first time.
Result<void> SqliteTx::suppress(const std::string& hash, UtcTime now) {
  PL_DO(change("INSERT INTO suppression (hash, since) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
               {cell(hash), cell(now)}));
  return {};
}

Result<void> SqliteTx::lift_suppression(const std::string& hash) {
  PL_DO(change("DELETE FROM suppression WHERE hash = ?", {cell(hash)}));
  return {};
}

}  // namespace pl::store
