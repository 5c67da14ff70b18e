// What people read: items for their attention, and the record of everything.
#include <algorithm>

#include "store/memory/copies.h"
#include "store/memory/memory_tx.h"

namespace pl::store {

Result<void> MemoryTx::allow(const core::Attention&, const AttentionSlot*) {
  return {};
}

Result<bool> MemoryTx::raise(const core::Attention& attention) {
  if (!attention.resolved_at &&
      tables_.open_subjects.contains({attention.reason, attention.subject})) {
    return false;
  }
  PL_DO(insert_row<AttentionSlot>(attention));
  return true;
}

Result<std::optional<core::Attention>> MemoryTx::attention(const core::AttentionId& id) {
  return copy_of(tables_.attention.find(id));
}

Result<std::vector<core::Attention>> MemoryTx::open_attention(
    const ports::AttentionFilter& filter) {
  return last_copies_of(tables_.open_attention, filter.before, filter.limit,
                        [&filter](const core::Attention& row) {
                          return (!filter.line || row.line == *filter.line) &&
                                 (!filter.reason || row.reason == *filter.reason);
                        });
}

Result<void> MemoryTx::resolve(const core::AttentionId& id, UtcTime now) {
  const AttentionSlot* slot = tables_.attention.find(id);
  if (slot == nullptr) return absent("attention item");
  if (slot->row->resolved_at) return {};  // it keeps its first time
  core::Attention resolved = *slot->row;
  resolved.resolved_at = now;
  return update_row<AttentionSlot>(resolved, "attention item");
}

Result<void> MemoryTx::append(const core::JournalEntry& entry) {
  tables_.journal.push_back(tables_.journal_spares.copy(entry));
  tables_.journal.back()->seq = ++tables_.last_seq;
  log_.appended();
  return {};
}

Result<std::vector<core::JournalEntry>> MemoryTx::journal(std::int64_t after, std::size_t limit) {
  // The entries that are kept have no gaps between them.
  const auto kept = static_cast<std::int64_t>(tables_.journal.size());
  const std::int64_t first = tables_.last_seq - kept + 1;
  auto next = static_cast<std::size_t>(std::clamp(after + 1 - first, std::int64_t{0}, kept));
  std::vector<core::JournalEntry> entries;
  for (; next < tables_.journal.size() && entries.size() < limit; ++next) {
    entries.push_back(*tables_.journal[next]);
  }
  return entries;
}

}  // namespace pl::store
