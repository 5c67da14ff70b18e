// What is kept for a time only, and is older. It is done rarely: it may look at every inbox item.
#include <algorithm>

#include "store/memory/memory_tx.h"

namespace pl::store {

Result<std::size_t> MemoryTx::drop(ports::Kept kept, UtcTime before, std::size_t limit) {
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

Result<std::size_t> MemoryTx::drop_speech(UtcTime before, std::size_t limit) {
  const auto bound = core::CallId::make(before, {});
  std::vector<CallSlot*> calls;
  for (CallSlot* call : tables_.calls_by_id) {
    if (call->row->id >= bound || calls.size() == limit) break;
    if (call->initiation || call->effect || !call->row->transcript.empty()) {
      calls.push_back(call);
    }
  }
  for (CallSlot* call : calls) {
    log_.did([call, effect = std::exchange(call->effect, {}),
              initiation = std::exchange(call->initiation, nullptr)] {
      call->effect = effect;
      call->initiation = initiation;
    });
    core::Call silent = *call->row;
    silent.transcript.clear();
    PL_DO(update(silent));
  }
  return calls.size();
}

Result<void> MemoryTx::drop_outreach(OutreachSlot& outreach) {
  ports::Erased gone;
  const std::vector<CallSlot*> calls = outreach.calls;
  for (CallSlot* call : calls) erase_call(*call, gone);
  const std::vector<TextSlot*> texts = outreach.texts;
  for (TextSlot* text : texts) remove_row(*text);
  const std::vector<OutreachSlot*> all = tables_.outreaches_by_id;
  for (const OutreachSlot* other : all) {
    if (other->row->redo != outreach.row->id) continue;
    core::Outreach first = *other->row;
    first.redo.reset();
    PL_DO(update(first));
  }
  remove_row(outreach);
  return {};
}

Result<std::size_t> MemoryTx::drop_history(UtcTime before, std::size_t limit) {
  std::vector<OutreachSlot*> outreaches;
  for (OutreachSlot* outreach : tables_.outreaches_by_id) {
    const core::Outreach& row = *outreach->row;
    if (row.id >= core::OutreachId::make(before, {}) || outreaches.size() == limit) break;
    if (row.ended_at && *row.ended_at < before) outreaches.push_back(outreach);
  }
  for (OutreachSlot* outreach : outreaches) PL_DO(drop_outreach(*outreach));

  std::vector<CallSlot*> calls;
  for (CallSlot* call : tables_.calls_by_id) {
    const core::Call& row = *call->row;
    if (row.id >= core::CallId::make(before, {}) || calls.size() == limit) break;
    if (!row.outreach && row.lapses_at < before) calls.push_back(call);
  }
  ports::Erased gone;
  for (CallSlot* call : calls) erase_call(*call, gone);

  std::vector<std::pair<UtcTime, InboxKey>> items;
  for (const auto& [key, item] : tables_.inbox) {
    if (item.received_at < before) items.emplace_back(item.received_at, key);
  }
  std::sort(items.begin(), items.end());
  if (items.size() > limit) items.resize(limit);
  for (const auto& [at, key] : items) erase_item(key);
  return outreaches.size() + calls.size() + items.size();
}

Result<std::size_t> MemoryTx::drop_journal(UtcTime before, std::size_t limit) {
  std::size_t dropped = 0;
  while (dropped < limit && !tables_.journal.empty() && tables_.journal.front()->at < before) {
    auto entry =
        std::make_shared<std::unique_ptr<core::JournalEntry>>(std::move(tables_.journal.front()));
    tables_.journal.pop_front();
    log_.did([&journal = tables_.journal, entry] { journal.push_front(std::move(*entry)); });
    ++dropped;
  }
  return dropped;
}

}  // namespace pl::store
