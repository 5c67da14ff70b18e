// What is left of people who were erased, and who must never be rung again.
#include "store/memory/copies.h"
#include "store/memory/memory_tx.h"

namespace pl::store {

Result<std::optional<ports::Erasure>> MemoryTx::erasure(const core::ErasureId& id) {
  return value_of(tables_.erasures.find(id));
}

Result<void> MemoryTx::insert(const ports::Erasure& erasure) {
  if (tables_.erasures.find(erasure.id)) return taken("the id is taken");
  set(tables_.erasures, erasure.id, std::optional(erasure));
  return {};
}

Result<std::vector<core::ConversationId>> MemoryTx::due_forgettings(UtcTime now,
                                                                    std::size_t limit) {
  std::vector<core::ConversationId> due;
  tables_.forgettings.each_due([&](UtcTime at, const core::ConversationId& id) {
    if (at > now || due.size() == limit) return false;
    if (!is_set_aside(ports::Table::kForgetting, id.text)) due.push_back(id);
    return true;
  });
  return due;
}

Result<std::optional<ports::Forgetting>> MemoryTx::forgetting(const core::ConversationId& id) {
  return value_of(tables_.forgettings.find(id));
}

Result<std::vector<ports::Forgetting>> MemoryTx::forgettings(const core::ErasureId& erasure) {
  std::vector<ports::Forgetting> rows;
  for (const auto& [conversation, row] : tables_.forgettings.rows()) {
    if (row.erasure == erasure) rows.push_back(row);
  }
  return rows;
}

Result<void> MemoryTx::put(const ports::Forgetting& forgetting) {
  if (!tables_.erasures.find(forgetting.erasure)) return belongs_to_nothing("erasure");
  set(tables_.forgettings, forgetting.conversation, std::optional(forgetting));
  return {};
}

Result<void> MemoryTx::remove(const core::ConversationId& forgotten) {
  if (!tables_.forgettings.find(forgotten)) return absent("forgetting");
  set(tables_.forgettings, forgotten, std::optional<ports::Forgetting>());
  return {};
}

Result<bool> MemoryTx::is_suppressed(const std::string& hash) {
  return tables_.suppressions.find(hash) != nullptr;
}

// Suppressed a second time, it keeps its first time.
Result<void> MemoryTx::suppress(const std::string& hash, UtcTime now) {
  if (!tables_.suppressions.find(hash)) set(tables_.suppressions, hash, std::optional(now));
  return {};
}

Result<void> MemoryTx::lift_suppression(const std::string& hash) {
  set(tables_.suppressions, hash, std::optional<UtcTime>());
  return {};
}

}  // namespace pl::store
