#include "store/memory/copies.h"
#include "store/memory/memory_tx.h"

namespace pl::store {

Result<std::vector<core::TextMessage>> MemoryTx::texts_of(const core::OutreachId& outreach) {
  const OutreachSlot* slot = tables_.outreaches.find(outreach);
  if (slot == nullptr) return std::vector<core::TextMessage>();
  return copies_of(slot->texts);
}

Result<std::vector<core::TextMessage>> MemoryTx::unanswered_texts() {
  return copies_of(tables_.unanswered_texts);
}

Result<std::optional<core::TextMessage>> MemoryTx::text(const core::TextId& id) {
  return copy_of(tables_.texts.find(id));
}

Result<void> MemoryTx::allow(const core::TextMessage& row, const TextSlot*) {
  if (!tables_.outreaches.find(row.outreach)) return belongs_to_nothing("outreach");
  if (!tables_.callers.find(row.caller)) return belongs_to_nothing("caller");
  return {};
}

Result<void> MemoryTx::insert(const core::TextMessage& text) {
  return insert_row<TextSlot>(text);
}

Result<void> MemoryTx::update(const core::TextMessage& text) {
  return update_row<TextSlot>(text, "text");
}

Result<void> MemoryTx::remove(const core::TextId& text) {
  TextSlot* slot = tables_.texts.find(text);
  if (slot == nullptr) return absent("text");
  tables_.reindex(*slot, slot->row.get(), nullptr);
  tables_.texts.unlink(*slot);
  log_.removed(*slot);
  return {};
}

}  // namespace pl::store
