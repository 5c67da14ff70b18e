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

Result<std::optional<core::TextMessage>> MemoryTx::text_by_channel_id(
    core::Channel channel, const std::string& channel_id) {
  const auto found = tables_.channel_ids.find({channel, channel_id});
  const TextSlot* slot = found == tables_.channel_ids.end() ? nullptr : found->second;
  return copy_of(slot);
}

Result<void> MemoryTx::allow(const core::TextMessage& row, const TextSlot* slot) {
  const auto found = tables_.channel_ids.find({row.channel, row.channel_id});
  if (found != tables_.channel_ids.end() && found->second != slot) {
    return taken("the channel has another text with that id");
  }
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
  remove_row(*slot);
  return {};
}

}  // namespace pl::store
