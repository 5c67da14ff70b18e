// What follows when a call is found to be other than it was asked for.
#include "audit/books.h"

namespace pl::audit {

// A closed item is told by its id alone. There is one line in a world: what is known of any of its
// calls stops all of its dials.
void Auditor::Books::drift_noted(const Commit& commit) {
  for (const AttentionRow& item : commit.attention) {
    if (!item.open) drift_items.erase(item.id);
    if (item.open && item.reason == "persona-drift") drift_items.insert(item.id);
  }
  for (const JournalRow& entry : commit.journal) {
    if (entry.kind == "dialer.resumed") drifted.clear();
    if (entry.kind != "call.drifted") continue;
    drifted = entry.call.value_or("a call");
    if (drift_items.empty())
      broke("INV-33", "{} was not as asked for, and nobody was told", drifted);
  }
}

void Auditor::Books::dials_in_spite(const CallBook& call) {
  if (drifted.empty()) return;
  broke("INV-33", "{} dials, though {} was not as asked for and nobody has looked", call.row.id,
        drifted);
}

}  // namespace pl::audit
