// What is asked of many calls at once: who is on the phone, and how often was rung.
#include <algorithm>

#include "store/memory/memory_tx.h"

namespace pl::store {
namespace {

std::vector<UtcTime> after(const std::vector<UtcTime>& times, UtcTime since) {
  return {std::upper_bound(times.begin(), times.end(), since), times.end()};
}

}  // namespace

Result<bool> MemoryTx::has_live_call(const core::PhoneNumber& number, UtcTime now) {
  const auto found = tables_.numbers.find(number);
  if (found == tables_.numbers.end()) return false;
  if (!found->second.live.empty() && found->second.live.back() > now) return true;
  // Whether one that is set aside has ended, nobody can say.
  for (const auto& [key, aside] : tables_.set_aside.rows()) {
    if (aside.row.table != ports::Table::kCall) continue;
    const auto id = core::CallId::parse(aside.row.id);
    const CallSlot* call = id ? tables_.calls.find(*id) : nullptr;
    if (call && call->row->number == number && call->row->lapses_at > now) return true;
  }
  return false;
}

Result<int> MemoryTx::live_calls(const core::LineName& line, UtcTime now) {
  const auto found = tables_.lines.find(line);
  if (found == tables_.lines.end()) return 0;
  const std::vector<UtcTime>& live = found->second.live;
  return static_cast<int>(live.end() - std::upper_bound(live.begin(), live.end(), now));
}

Result<std::vector<UtcTime>> MemoryTx::dials_to(const core::PhoneNumber& number, UtcTime since) {
  const auto found = tables_.numbers.find(number);
  if (found == tables_.numbers.end()) return std::vector<UtcTime>();
  return after(found->second.dials, since);
}

Result<std::vector<UtcTime>> MemoryTx::dials_of(const core::LineName& line, UtcTime since) {
  const auto found = tables_.lines.find(line);
  if (found == tables_.lines.end()) return std::vector<UtcTime>();
  return after(found->second.dials, since);
}

Result<std::optional<UtcTime>> MemoryTx::last_conversation_end(const core::CallerId& caller) {
  const CallerSlot* slot = tables_.callers.find(caller);
  if (slot == nullptr || slot->heard.empty()) return std::optional<UtcTime>();
  return std::optional(slot->heard.back());
}

}  // namespace pl::store
