// Everything that says who a caller is or what they said goes, in the order that references allow.
// It is done rarely: it may look at every call, outreach and inbox item.
#include <set>

#include "store/memory/memory_tx.h"
#include "store/memory/sorted.h"

namespace pl::store {
namespace {

void count(ports::Erased& erased, const char* table, std::size_t rows) {
  if (rows > 0) erased.rows[table] += static_cast<std::int64_t>(rows);
}

}  // namespace

// By id. Besides the caller's own calls, those of an outreach to them, and those of a stranger from
// a number that is, or was, theirs and nobody else's.
std::vector<CallSlot*> MemoryTx::calls_to_erase(const CallerSlot& caller) {
  const core::Caller& who = *caller.row;
  std::set<core::PhoneNumber> numbers{who.number.number};
  for (const CallSlot* call : caller.calls) {
    if (call->row->number) numbers.insert(*call->row->number);
  }
  std::erase_if(numbers, [&](const core::PhoneNumber& number) {
    const auto& owners = tables_.numbers[number].callers;
    return std::any_of(owners.begin(), owners.end(), [&](const CallerSlot* owner) {
      return owner != &caller && owner->row->line == who.line;
    });
  });
  std::vector<CallSlot*> calls;
  for (CallSlot* slot : tables_.calls_by_id) {
    const core::Call& call = *slot->row;
    const OutreachSlot* outreach =
        call.outreach ? tables_.outreaches.find(*call.outreach) : nullptr;
    const bool of_stranger =
        !call.caller && call.line == who.line && call.number && numbers.contains(*call.number);
    const bool to_them = outreach && outreach->row->caller == who.id;
    if (call.caller == who.id || to_them || of_stranger) calls.push_back(slot);
  }
  return calls;
}

void MemoryTx::erase_call(CallSlot& call, ports::Erased& erased) {
  count(erased, "tool_effect", call.effect ? 1 : 0);
  count(erased, "call_initiation", call.initiation ? 1 : 0);
  count(erased, "call_content", 1);
  count(erased, "call", 1);
  if (call.row->conversation) {
    erase_inbox(*call.row->conversation, erased);
    erased.conversations.push_back(*call.row->conversation);
  }
  remove_row(call);
}

void MemoryTx::erase_inbox(const core::ConversationId& conversation, ports::Erased& erased) {
  std::vector<InboxKey> keys;
  for (const auto& [key, item] : tables_.inbox) {
    if (item.conversation == conversation) keys.push_back(key);
  }
  for (const InboxKey& key : keys) erase_item(key);
  count(erased, "inbox", keys.size());
}

// The item keeps its address, for steps of the undo log that were taken before know it.
void MemoryTx::erase_item(const InboxKey& key) {
  using Inbox = decltype(tables_.inbox);
  auto item = std::make_shared<Inbox::node_type>(tables_.inbox.extract(key));
  ports::InboxItem* gone = &item->mapped();
  std::vector<ports::InboxItem*> before;
  if (gone->parked && gone->conversation) {
    std::vector<ports::InboxItem*>& parked = tables_.parked[*gone->conversation];
    before = parked;
    std::erase(parked, gone);
  }
  log_.did([&tables = tables_, item, before] {
    const auto back = tables.inbox.insert(std::move(*item)).position;
    if (!before.empty()) tables.parked[*back->second.conversation] = before;
  });
}

Result<ports::Erased> MemoryTx::erase(const core::CallerId& id) {
  CallerSlot* caller = tables_.callers.find(id);
  if (caller == nullptr) return absent("caller");
  ports::Erased erased;
  for (CallSlot* call : calls_to_erase(*caller)) erase_call(*call, erased);

  const std::vector<OutreachSlot*> outreaches = tables_.outreaches_by_id;
  for (OutreachSlot* outreach : outreaches) {
    const std::vector<TextSlot*> texts = outreach->texts;
    for (TextSlot* text : texts) {
      if (text->row->caller != id && outreach->row->caller != id) continue;
      count(erased, "text_message", 1);
      remove_row(*text);
    }
  }
  for (OutreachSlot* outreach : outreaches) {
    if (outreach->row->caller == id || !outreach->row->redo) continue;
    if (tables_.outreaches.find(*outreach->row->redo)->row->caller != id) continue;
    core::Outreach first = *outreach->row;
    first.redo.reset();
    PL_DO(update(first));
  }
  const std::vector<OutreachSlot*> theirs = caller->outreaches;
  for (OutreachSlot* outreach : theirs) remove_row(*outreach);
  count(erased, "outreach", theirs.size());

  const auto of_caller = [&id](const auto& row) { return row.caller == id; };
  count(erased, "kept_answer", remove_if(tables_.kept_answers, of_caller));
  count(erased, "delivery", remove_if(tables_.deliveries, of_caller));
  remove_row(*caller);
  count(erased, "caller", 1);
  return erased;
}

}  // namespace pl::store
