#include "store/memory/copies.h"
#include "store/memory/memory_tx.h"

namespace pl::store {

Result<std::optional<core::Caller>> MemoryTx::caller(const core::CallerId& id) {
  return copy_of(tables_.callers.find(id));
}

Result<std::optional<core::Caller>> MemoryTx::caller_by_number(const core::LineName& line,
                                                               const core::PhoneNumber& number) {
  const auto of_number = tables_.numbers.find(number);
  const CallerSlot* found = nullptr;
  if (of_number != tables_.numbers.end()) {
    for (const CallerSlot* slot : of_number->second.callers) {
      if (slot->row->line == line) found = slot;
    }
  }
  return copy_of(found);
}

Result<std::vector<core::Caller>> MemoryTx::callers_with(const core::PhoneNumber& number) {
  const auto found = tables_.numbers.find(number);
  if (found == tables_.numbers.end()) return std::vector<core::Caller>();
  return copies_of(found->second.callers);
}

Result<std::vector<core::Caller>> MemoryTx::callers_in_chat(const std::string& telegram_chat_id) {
  const auto found = tables_.chats.find(telegram_chat_id);
  if (found == tables_.chats.end()) return std::vector<core::Caller>();
  return copies_of(found->second);
}

Result<std::vector<core::Caller>> MemoryTx::callers(const ports::CallerFilter& filter) {
  return last_copies_of(tables_.callers_by_id, filter.before, filter.limit,
                        [&filter](const core::Caller& row) {
                          return (!filter.line || row.line == *filter.line) &&
                                 (!filter.stage || row.stage == *filter.stage);
                        });
}

Result<void> MemoryTx::allow(const core::Caller& row, const CallerSlot* slot) {
  if (slot && slot->row->line == row.line && slot->row->number.number == row.number.number) {
    return {};
  }
  const auto of_number = tables_.numbers.find(row.number.number);
  if (of_number == tables_.numbers.end()) return {};
  for (const CallerSlot* other : of_number->second.callers) {
    if (other->row->line == row.line) return taken("the line has a caller with that number");
  }
  return {};
}

Result<void> MemoryTx::insert(const core::Caller& caller) {
  return insert_row<CallerSlot>(caller);
}

Result<void> MemoryTx::update(const core::Caller& caller) {
  return update_row<CallerSlot>(caller, "caller");
}

}  // namespace pl::store
