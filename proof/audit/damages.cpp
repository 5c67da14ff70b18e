// A row that nobody can read keeps its people from being dialled, and somebody is told of it.
#include "audit/books.h"

namespace pl::audit {

bool Auditor::Books::is_damaged(const std::string& id) const {
  const auto found = damages.find(id);
  return found != damages.end() && found->second.now;
}

void Auditor::Books::told_of_damage(const AttentionRow& item) {
  if (item.reason != "row-set-aside") return;
  const std::size_t space = item.subject.find(' ');
  if (space == std::string::npos) return;
  const auto found = damages.find(item.subject.substr(space + 1));
  if (found != damages.end()) found->second.told = true;
}

void Auditor::Books::past_damage(const Commit& commit, const CallBook& call) {
  const CallRow& row = call.row;
  for (const auto& [id, damage] : damages) {
    if (!damage.now) continue;
    if (row.outreach == id || row.caller == id) {
      broke("INV-35", "{} was committed while nobody could read {}", row.id, id);
    }
    const OutreachBook* const other = outreaches.find(id);
    const bool same_caller = other != nullptr && other->caller == call.caller;
    if (same_caller && other != call.outreach && !is_terminal(other->state)) {
      broke("INV-35", "{} was committed past {} of the same caller, which nobody could read",
            row.id, id);
    }
    const CallBook* const before = calls.find(id);
    const bool same_number = before != nullptr && before->number == call.number;
    if (same_number && damage.told && before->row.lapses_at > commit.at) {
      broke("INV-35", "{} was committed past {} with the same number, which nobody could read",
            row.id, id);
    }
  }
}

void Auditor::Books::all_told_of_damage() {
  for (const auto& [id, damage] : damages) {
    if (damage.met < 2 || damage.told) continue;
    broke("INV-35", "nobody was told that {} could not be read", id);
  }
}

}  // namespace pl::audit
