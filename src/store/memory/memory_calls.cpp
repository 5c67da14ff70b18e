#include "store/memory/copies.h"
#include "store/memory/memory_tx.h"

namespace pl::store {
namespace {

bool rings(const core::Call& call) {
  return call.direction == core::Direction::kOutbound && lives(call) && call.number;
}

}  // namespace

Result<std::optional<core::Call>> MemoryTx::call(const core::CallId& id) {
  return copy_of(tables_.calls.find(id));
}

Result<std::optional<core::Call>> MemoryTx::call_by_conversation(const core::ConversationId& id) {
  const auto found = tables_.conversations.find(id);
  const CallSlot* slot = found == tables_.conversations.end() ? nullptr : found->second;
  return copy_of(slot);
}

Result<std::optional<core::Call>> MemoryTx::call_by_sid(const core::CallSid& sid) {
  const auto found = tables_.sids.find(sid);
  const CallSlot* newest = found == tables_.sids.end() ? nullptr : found->second.back();
  return copy_of(newest);
}

Result<std::vector<core::Call>> MemoryTx::calls(const ports::CallFilter& filter) {
  const std::vector<CallSlot*>* slots = &tables_.calls_by_id;
  if (filter.live == true) slots = &tables_.live_calls;
  if (filter.caller) {
    const CallerSlot* caller = tables_.callers.find(*filter.caller);
    if (caller == nullptr) return std::vector<core::Call>();
    slots = &caller->calls;
  }
  return last_copies_of(*slots, filter.before, filter.limit, [&filter](const core::Call& row) {
    const bool of_line = !filter.line || row.line == *filter.line;
    return of_line && (!filter.live || lives(row) == *filter.live);
  });
}

Result<std::vector<core::Call>> MemoryTx::calls_of(const core::OutreachId& outreach) {
  const OutreachSlot* slot = tables_.outreaches.find(outreach);
  if (slot == nullptr) return std::vector<core::Call>();
  return copies_of(slot->calls);
}

Result<std::vector<core::CallId>> MemoryTx::due_polls(UtcTime now, std::size_t limit) {
  std::vector<core::CallId> due;
  for (const Poll& poll : tables_.polls) {
    if (poll.at > now || due.size() == limit) break;
    const core::CallId& id = poll.slot->row->id;
    if (!is_set_aside(ports::Table::kCall, id.view())) due.push_back(id);
  }
  return due;
}

Result<std::vector<core::Call>> MemoryTx::unanswered_dials() {
  return copies_of(tables_.unanswered_dials);
}

Result<void> MemoryTx::allow(const core::Call& row, const CallSlot* slot) {
  if (rings(row) && !(slot && rings(*slot->row) && slot->row->number == row.number)) {
    const auto found = tables_.numbers.find(*row.number);
    if (found != tables_.numbers.end() && found->second.ringing) {
      return taken("a call to that number is live");
    }
  }
  if (row.conversation && !(slot && slot->row->conversation == row.conversation)) {
    if (tables_.conversations.contains(*row.conversation)) {
      return taken("the conversation belongs to another call");
    }
  }
  if (row.caller && !(slot && slot->row->caller == row.caller)) {
    if (!tables_.callers.find(*row.caller)) return belongs_to_nothing("caller");
  }
  if (row.outreach && !(slot && slot->row->outreach == row.outreach)) {
    if (!tables_.outreaches.find(*row.outreach)) return belongs_to_nothing("outreach");
  }
  return {};
}

Result<void> MemoryTx::insert(const core::Call& call) {
  return insert_row<CallSlot>(call);
}

Result<void> MemoryTx::update(const core::Call& call) {
  return update_row<CallSlot>(call, "call");
}

Result<std::optional<core::Initiation>> MemoryTx::initiation(const core::CallId& call) {
  const CallSlot* slot = tables_.calls.find(call);
  if (slot == nullptr || slot->initiation == nullptr) return std::optional<core::Initiation>();
  return std::optional(*slot->initiation);
}

Result<void> MemoryTx::put(const core::CallId& call, const core::Initiation& initiation) {
  CallSlot* slot = tables_.calls.find(call);
  if (slot == nullptr) return belongs_to_nothing("call");
  auto before =
      std::exchange(slot->initiation, std::make_shared<const core::Initiation>(initiation));
  log_.did([slot, before = std::move(before)] { slot->initiation = before; });
  return {};
}

}  // namespace pl::store
