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

Result<std::vector<core::OutreachId>> MemoryTx::open_outreaches(const core::CallerId& caller) {
  std::vector<core::OutreachId> ids;
  const CallerSlot* slot = tables_.callers.find(caller);
  if (slot == nullptr) return ids;
  for (const OutreachSlot* open : slot->open) ids.push_back(open->row->id);
  return ids;
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
Result<std::vector<core::OutreachId>> MemoryTx::due_outreaches(
    UtcTime now, const std::vector<core::LineName>& paused, std::size_t limit) {
  using Place = Ordered<Urgency>::Place;
  std::vector<core::OutreachId> due;
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
      const core::OutreachId& id = first->first->slot->row->id;
      if (!is_set_aside(ports::Table::kOutreach, id.view())) due.push_back(id);
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
    if (is_set_aside(ports::Table::kOutreach, urgency.slot->row->id.view())) continue;
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
      const bool aside = is_set_aside(ports::Table::kOutreach, slot->row->id.view());
      if (waits && slot->row->blocked && !aside) blocked.push_back(Urgency::of(*slot->row, *slot));
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
    each_asked(tables_, priority, paused, [&](const Ordered<Urgency>& index) {
      for (const Urgency& urgency : index) {
        if (is_set_aside(ports::Table::kOutreach, urgency.slot->row->id.view())) continue;
        next = std::min(next, urgency.ask_at);
        break;
      }
    });
  }
  for (const Poll& poll : tables_.polls) {
    if (is_set_aside(ports::Table::kCall, poll.slot->row->id.view())) continue;
    next = std::min(next, poll.at);
    break;
  }
  tables_.deliveries.each_due([&](UtcTime at, const core::DeliveryId& id) {
    if (is_set_aside(ports::Table::kDelivery, id.view())) return true;
    next = std::min(next, at);
    return false;
  });
  tables_.forgettings.each_due([&](UtcTime at, const core::ConversationId& id) {
    if (is_set_aside(ports::Table::kForgetting, id.text)) return true;
    next = std::min(next, at);
    return false;
  });
  tables_.set_aside.each_due([&](UtcTime at, const SetAsideKey&) {
    next = std::min(next, at);
    return false;
  });
  if (next == UtcTime::max()) return std::optional<UtcTime>();
  return std::optional(next);
}

}  // namespace pl::store
