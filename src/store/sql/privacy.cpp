// What is left of people who were erased, and who must never be rung again.
#include "store/sql/sql_tx.h"

namespace pl::store {

using ports::Erasure;
using ports::Forgetting;

Result<std::optional<Erasure>> SqlTx::erasure(const core::ErasureId& id) {
  return one<Erasure, "WHERE id = ?">(id);
}

Result<void> SqlTx::insert(const Erasure& erasure) {
  return insert_row(erasure);
}

Result<std::vector<core::ConversationId>> SqlTx::due_forgettings(UtcTime now, std::size_t limit) {
  static const std::string kDue = "SELECT conversation FROM forgetting WHERE due <= ?" +
                                  not_set_aside("forgetting", "conversation") +
                                  " ORDER BY due, conversation LIMIT ?";
  return each<core::ConversationId>("forgetting", kDue, now, limit);
}

Result<std::optional<Forgetting>> SqlTx::forgetting(const core::ConversationId& id) {
  return one<Forgetting, "WHERE conversation = ?">(id);
}

Result<std::vector<Forgetting>> SqlTx::forgettings(const core::ErasureId& erasure) {
  return all<Forgetting, "WHERE erasure_id = ? ORDER BY conversation">(erasure);
}

Result<void> SqlTx::put(const Forgetting& forgetting) {
  return put_row(forgetting);
}

Result<void> SqlTx::remove(const core::ConversationId& forgotten) {
  PL_TRY(const std::int64_t rows,
         change("DELETE FROM forgetting WHERE conversation = ?", forgotten));
  return must_be_there(rows, "forgetting");
}

Result<bool> SqlTx::is_suppressed(const std::string& hash) {
  PL_TRY(const auto since,
         value<UtcTime>("suppression", "SELECT since FROM suppression WHERE hash = ?", hash));
  return since.has_value();
}

// Suppressed a second time, it keeps its first time.
Result<void> SqlTx::suppress(const std::string& hash, UtcTime now) {
  PL_DO(change("INSERT INTO suppression (hash, since) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
               hash, now));
  return {};
}

Result<void> SqlTx::lift_suppression(const std::string& hash) {
  PL_DO(change("DELETE FROM suppression WHERE hash = ?", hash));
  return {};
}

}  // namespace pl::store
