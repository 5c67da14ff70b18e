#include <algorithm>

#include "store/memory/copies.h"
#include "store/memory/memory_tx.h"

namespace pl::store {
namespace {

// Calls `use` with each index of outreaches to look at, of a priority.
template <class Use>
void each_asked(const Tables& tables, std::size_t priority,
                const std::vector<core::LineName>& paused, Use use) {
  use(tables.texting[priority]);
  for (const auto& [line, of_line] : tables.lines) {
    if (std::find(paused.begin(), paused.end(), line) != paused.end()) continue;
    use(of_line.waiting[priority]);
  }
}

}  // namespace

Result<std::optional<core::Outreach>> MemoryTx::outreach(const core::OutreachId& id) {
  return copy_of(tables_.outreaches.find(id));
}

Result<std::vector<core::Outreach>> MemoryTx::open_outreaches(const core::CallerId& caller) {
  const CallerSlot* slot = tables_.callers.find(caller);
  if (slot == nullptr) return std::vector<core::Outreach>();
  return copies_of(slot->open);
}

Result<std::vector<core::Outreach>> MemoryTx::outreaches(const ports::OutreachFilter& filter) {
  const std::vector<OutreachSlot*>* slots = &tables_.outreaches_by_id;
  if (filter.caller) {
    const CallerSlot* caller = tables_.callers.find(*filter.caller);
    if (caller == nullptr) return std::vector<core::Outreach>();
    slots = &caller->outreaches;
  }
  return last_copies_of(*slots, filter.before, filter.limit, [&filter](const core::Outreach& row) {
    return !filter.state || row.state == *filter.state;
  });
}

Result<std::vector<core::Outreach>> MemoryTx::outreaches_after(const core::CallId& call) {
  std::vector<OutreachSlot*> slots;
  for (const auto* index : {&tables_.awaiting, &tables_.held}) {
    const auto found = index->find(call);
    if (found == index->end()) continue;
    slots.insert(slots.end(), found->second.begin(), found->second.end());
  }
  std::sort(slots.begin(), slots.end(), ById());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return copies_of(slots);
}

// The most urgent of what is left of every line, again and again.
Result<std::vector<core::Outreach>> MemoryTx::due_outreaches(
    UtcTime now, const std::vector<core::LineName>& paused, std::size_t limit) {
  using Place = Ordered<Urgency>::Place;
  std::vector<core::Outreach> due;
  for (const std::size_t priority : {0U, 1U}) {
    std::vector<std::pair<Place, Place>> left;
    each_asked(tables_, priority, paused, [&](const Ordered<Urgency>& index) {
      if (!index.empty() && index.begin()->ask_at <= now) {
        left.emplace_back(index.begin(), index.end());
      }
    });
    while (!left.empty() && due.size() < limit) {
      const auto first =
          std::min_element(left.begin(), left.end(),
                           [](const auto& a, const auto& b) { return *a.first < *b.first; });
      due.push_back(*first->first->slot->row);
      ++first->first;
      if (first->first == first->second || first->first->ask_at > now) left.erase(first);
    }
  }
  return due;
}

Result<std::vector<core::Outreach>> MemoryTx::blocked_outreaches(const core::LineName& line,
                                                                 std::size_t limit) {
  std::vector<core::Outreach> rows;
  const auto found = tables_.lines.find(line);
  if (found == tables_.lines.end()) return rows;
  for (const Urgency& urgency : found->second.blocked) {
    if (rows.size() == limit) break;
    rows.push_back(*urgency.slot->row);
  }
  return rows;
}

Result<std::vector<core::Outreach>> MemoryTx::blocked_outreaches(const core::PhoneNumber& number,
                                                                 std::size_t limit) {
  const auto found = tables_.numbers.find(number);
  if (found == tables_.numbers.end()) return std::vector<core::Outreach>();
  std::vector<Urgency> blocked;
  for (const CallerSlot* caller : found->second.callers) {
    for (OutreachSlot* slot : caller->open) {
      const bool waits = slot->row->state == core::OutreachState::kWaiting;
      if (waits && slot->row->blocked) blocked.push_back(Urgency::of(*slot->row, *slot));
    }
  }
  std::sort(blocked.begin(), blocked.end());
  std::vector<OutreachSlot*> slots;
  for (const Urgency& urgency : blocked) slots.push_back(urgency.slot);
  return copies_of(slots, limit);
}

Result<std::vector<core::Outreach>> MemoryTx::waiting_outreaches(const core::LineName& line) {
  std::vector<OutreachSlot*> slots;
  const auto found = tables_.lines.find(line);
  if (found != tables_.lines.end()) {
    for (const Ordered<Urgency>& index : found->second.waiting) {
      for (const Urgency& urgency : index) slots.push_back(urgency.slot);
    }
  }
  std::sort(slots.begin(), slots.end(), ById());
  return copies_of(slots);
}

Result<void> MemoryTx::allow(const core::Outreach& row, const OutreachSlot* slot) {
  const bool same_caller = slot && slot->row->caller == row.caller;
  if (!same_caller && !tables_.callers.find(row.caller)) return belongs_to_nothing("caller");
  if (row.redo && row.redo != row.id && !tables_.outreaches.find(*row.redo)) {
    return belongs_to_nothing("outreach");
  }
  return {};
}

Result<void> MemoryTx::insert(const core::Outreach& outreach) {
  return insert_row<OutreachSlot>(outreach);
}

Result<void> MemoryTx::update(const core::Outreach& outreach) {
  return update_row<OutreachSlot>(outreach, "outreach");
}

Result<std::optional<UtcTime>> MemoryTx::next_due(const std::vector<core::LineName>& paused) {
  // An outreach that waits for an event alone is to be looked at at the end of time: that is never.
  UtcTime next = UtcTime::max();
  for (const std::size_t priority : {0U, 1U}) {
    each_asked(tables_, priority, paused, [&next](const Ordered<Urgency>& index) {
      if (!index.empty()) next = std::min(next, index.begin()->ask_at);
    });
  }
  if (!tables_.polls.empty()) {
    next = std::min(next, tables_.polls.begin()->at);
  }
  next = std::min(next, tables_.deliveries.next_due().value_or(next));
  next = std::min(next, tables_.forgettings.next_due().value_or(next));
  if (next == UtcTime::max()) return std::optional<UtcTime>();
  return std::optional(next);
}

}  // namespace pl::store
