// Where callers stand, and who may not be reached any more.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {
namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Nobody moves without a reason: what happens in a call leads forward; the rest is an operator's.
bool edge(std::string_view from, std::string_view to, bool by_operator) {
  if (!by_operator) {
    if (to == "onboarding") return from == "new";
    return to == "onboarded" && is_one_of(from, {"onboarding", "skipped"});
  }
  if (from == "closed") return to != "closed";
  if (to == "onboarding") return from == "new";
  if (to == "onboarded") return is_one_of(from, {"new", "onboarding", "skipped"});
  if (to == "skipped") return is_one_of(from, {"new", "onboarding"});
  return to == "closed";
}

std::string_view detail(const JournalRow& entry, const char* key) {
  const auto found = entry.details.find(key);
  return found == entry.details.end() ? std::string_view() : found->second;
}

bool may_not_be_reached(const CallerRow& before, const CallerRow& row) {
  return (row.opted_out && !before.opted_out) ||
         (row.stage == "closed" && before.stage != "closed") ||
         (row.stage == "skipped" && before.stage != "skipped") || row.number != before.number;
}

}  // namespace

void Auditor::Books::caller_committed(const CallerRow& row) {
  const auto [book, is_new] = callers.open(row.id);
  if (is_new) {
    if (row.stage == "onboarding") broke("INV-21", "{} began in onboarding", row.id);
  } else {
    stage_moved(book, row.stage);
    if (may_not_be_reached(book.row, row)) withdrawn.push_back(&book);
  }
  if (is_new || book.row.number != row.number) {
    if (!is_new) {
      NumberBook& old = numbers[book.row.number];
      if (old.caller == &book) old.caller = nullptr;
    }
    numbers[row.number].caller = &book;
  }
  book.row = row;
}

// Follows the caller through the moves of this commit.
void Auditor::Books::stage_moved(const CallerBook& book, const std::string& to) {
  std::string_view at = book.row.stage;
  for (const JournalRow* entry : stage_moves) {
    if (entry->caller != book.row.id) continue;
    const std::string_view from = detail(*entry, "from");
    const std::string_view next = detail(*entry, "to");
    const bool by_operator = !detail(*entry, "by").empty();
    if (from != at || !edge(from, next, by_operator)) {
      broke("INV-21", "{} moved from {} (journal: {}) to {}{}", book.row.id, at, from, next,
            by_operator ? ", by an operator" : "");
    }
    at = next;
  }
  if (at != to) broke("INV-21", "{} is {} and the journal led to {}", book.row.id, to, at);
}

void Auditor::Books::all_withdrawn() {
  for (const CallerBook* caller : withdrawn) {
    for (const OutreachBook* outreach : caller->outreaches) {
      if (is_terminal(outreach->state) || outreach->born == serial) continue;
      if (is_damaged(outreach->row.id)) continue;
      broke("INV-08", "{} stays {} though {} may not be reached for it any more", outreach->row.id,
            outreach->row.state, caller->row.id);
    }
  }
}

}  // namespace pl::audit
