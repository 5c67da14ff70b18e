#include "store/memory/reindex.h"
#include "store/memory/tables.h"

namespace pl::store {
namespace {

using core::Outreach;
using core::OutreachState;
using OfCaller = Key<const core::CallerId&>;
using AfterCall = Key<const core::CallId&>;
using OfLineUrgent = Key<const core::LineName&, Urgency>;

AfterCall if_open(const Outreach& row, const std::optional<core::CallId>& call) {
  if (!call || core::is_terminal(row.state)) return {};
  return std::tie(*call);
}

}  // namespace

void Tables::reindex(OutreachSlot& slot, const Outreach* before, const Outreach* after) {
  if (!before) insert_sorted(outreaches_by_id, &slot, ById());
  if (!after) erase_sorted(outreaches_by_id, &slot, ById());
  follow(
      before, after, [](const Outreach& row) { return OfCaller(row.caller); },
      [&](const auto& caller) { erase_sorted(callers.find(caller)->outreaches, &slot, ById()); },
      [&](const auto& caller) { insert_sorted(callers.find(caller)->outreaches, &slot, ById()); });
  follow(
      before, after,
      [](const Outreach& row) {
        return core::is_terminal(row.state) ? OfCaller() : OfCaller(row.caller);
      },
      [&](const auto& caller) { erase_sorted(callers.find(caller)->open, &slot, ById()); },
      [&](const auto& caller) { insert_sorted(callers.find(caller)->open, &slot, ById()); });
  follow(
      before, after, [](const Outreach& row) { return if_open(row, row.awaits); },
      [&](const auto& call) { drop_from(awaiting, call, &slot); },
      [&](const auto& call) { insert_sorted(awaiting[call], &slot, ById()); });
  follow(
      before, after, [](const Outreach& row) { return if_open(row, row.held_by); },
      [&](const auto& call) { drop_from(held, call, &slot); },
      [&](const auto& call) { insert_sorted(held[call], &slot, ById()); });

  const auto urgent_if = [&slot](bool counts, const Outreach& row) {
    return counts ? OfLineUrgent({row.line, Urgency::of(row, slot)}) : OfLineUrgent();
  };
  const auto waits = [](const Outreach& row) { return row.state == OutreachState::kWaiting; };
  follow(
      before, after, [&](const Outreach& row) { return urgent_if(waits(row), row); },
      [&](const auto& line, const Urgency& urgency) {
        lines[line].waiting[urgency.priority].drop(urgency);
      },
      [&](const auto& line, const Urgency& urgency) {
        lines[line].waiting[urgency.priority].add(urgency);
      });
  follow(
      before, after, [&](const Outreach& row) { return urgent_if(waits(row) && row.blocked, row); },
      [&](const auto& line, const Urgency& urgency) { lines[line].blocked.drop(urgency); },
      [&](const auto& line, const Urgency& urgency) { lines[line].blocked.add(urgency); });
  follow(
      before, after,
      [&](const Outreach& row) { return urgent_if(row.state == OutreachState::kTexting, row); },
      [&](const auto&, const Urgency& urgency) { texting[urgency.priority].drop(urgency); },
      [&](const auto&, const Urgency& urgency) { texting[urgency.priority].add(urgency); });
}

}  // namespace pl::store
