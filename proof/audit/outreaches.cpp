// Every step of an outreach is journalled, has what it needs, and none follows the last one.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {
namespace {

constexpr std::string_view kPrefix = "outreach.";

bool is_journalled(const Commit& commit, const OutreachRow& row) {
  return std::any_of(commit.journal.begin(), commit.journal.end(), [&](const JournalRow& entry) {
    const std::string_view kind = entry.kind;
    return entry.outreach == row.id && kind.starts_with(kPrefix) &&
           kind.substr(kPrefix.size()) == row.state;
  });
}

// It stood back for an inbound call while its leg was open, if only for a moment.
bool stood_back(const Commit& commit, const std::string& id) {
  return std::any_of(commit.journal.begin(), commit.journal.end(), [&](const JournalRow& entry) {
    if (entry.kind != "outreach.held" || entry.outreach != id) return false;
    const auto from = entry.details.find("from");
    return from != entry.details.end() && from->second != "waiting";
  });
}

// A plan that somebody asked for by name.
bool by_api(const Commit& commit) {
  return commit.cause.starts_with("api") || commit.cause.starts_with("/v1/");
}

bool moved_to(const std::vector<const JournalRow*>& moves, const std::string& caller,
              std::string_view stage) {
  return std::any_of(moves.begin(), moves.end(), [&](const JournalRow* entry) {
    const auto to = entry->details.find("to");
    return entry->caller == caller && to != entry->details.end() && to->second == stage;
  });
}

}  // namespace

void Auditor::Books::outreach_committed(const Commit& commit, const OutreachRow& row) {
  const auto [book, is_new] = outreaches.open(row.id);
  if (!is_new && is_terminal(book.state)) {
    if (book.row != row) {
      broke("INV-24", "{} had ended {} and was changed ({})", row.id, book.row.state, commit.cause);
    }
    return;
  }
  const State before = book.state;
  const State after = state_from(row.state);
  if (after == State::kUnheardOf) broke("INV-24", "{} is {}", row.id, row.state);
  if (before != after && !is_journalled(commit, row)) {
    broke("INV-32", "{} became {} without a word in the journal ({})", row.id, row.state,
          commit.cause);
  }
  if (has_leg(before) && !has_leg(after) && stood_back(commit, row.id)) {
    if (CallBook* leg = calls.find(book.row.leg)) leg->pointless = true;
  }
  book.row = row;
  book.state = after;
  if (is_new) outreach_began(book);
  leg_in_order(book);
  if (after == State::kHeld) {
    book.held_by = calls.find(row.held_by);
    if (book.held_by == nullptr || !book.held_by->row.inbound) {
      broke("INV-17", "{} stands back for a call that nobody knows", row.id);
    }
  }
  if (row.awaits) book.after = calls.find(row.awaits);
  if (is_terminal(after)) ended.push_back(&book);
}

void Auditor::Books::outreach_began(OutreachBook& book) {
  book.born = serial;
  book.plan = plan_named(book.row.plan);
  book.caller = callers.find(book.row.caller);
  new_outreaches.push_back(&book);
  if (book.plan == nullptr) broke("INV-17", "{} follows a plan that the line has not", book.row.id);
  if (book.caller == nullptr) return broke("INV-17", "{} is for nobody", book.row.id);
  book.caller->outreaches.push_back(&book);
}

void Auditor::Books::leg_in_order(const OutreachBook& book) {
  const OutreachRow& row = book.row;
  if (book.plan != nullptr && row.retries > static_cast<int>(book.plan->retry.size())) {
    broke("INV-04", "{} has used {} retries", row.id, row.retries);
  }
  if (!has_leg(book.state)) return;
  const CallBook* leg = calls.find(row.leg);
  if (leg == nullptr) return broke("INV-17", "{} is {} without a call", row.id, row.state);
  if (leg->row.outreach != row.id || leg->row.inbound) {
    broke("INV-17", "{} is {} with {}, which is not its attempt", row.id, row.state, leg->row.id);
  }
}

void Auditor::Books::cannot_happen(const Commit& commit, const JournalRow& entry) {
  const auto detail = [&](const char* key) {
    const auto found = entry.details.find(key);
    return found == entry.details.end() ? std::string_view("?") : found->second;
  };
  broke("INV-34", "{} was {} and was told of {} ({})", entry.outreach.value_or("?"),
        detail("state"), detail("event"), commit.cause);
}

// One for each plan when an onboarding is complete; none that nobody asked for.
void Auditor::Books::handovers_in_order(const Commit& commit) {
  for (const JournalRow* entry : stage_moves) {
    const auto to = entry->details.find("to");
    const bool completed = entry->caller && to != entry->details.end() &&
                           to->second == "onboarded" && !entry->details.contains("by");
    if (!completed) continue;
    for (const PlanFacts& plan : line.plans) {
      if (!plan.handover) continue;
      const auto count =
          std::count_if(new_outreaches.begin(), new_outreaches.end(), [&](const OutreachBook* one) {
            return one->plan == &plan && !one->row.redo && one->row.caller == *entry->caller;
          });
      if (count == 1) continue;
      broke("INV-02", "the onboarding of {} was completed with {} outreaches of {}", *entry->caller,
            count, plan.name);
    }
  }
  for (OutreachBook* one : new_outreaches) {
    if (one->plan != nullptr && one->plan->handover && !one->row.redo) {
      handover_asked_for(commit, *one);
    }
  }
}

void Auditor::Books::handover_asked_for(const Commit& commit, OutreachBook& book) {
  const std::string& caller = book.row.caller;
  if (!moved_to(stage_moves, caller, "onboarded")) {
    const bool asked = by_api(commit) || moved_to(stage_moves, caller, "skipped");
    if (!asked) broke("INV-02", "{} was begun though no onboarding was completed", book.row.id);
    return;
  }
  if (book.after != nullptr) return;
  // The call that completed the onboarding had ended already: its row is in the same commit.
  for (const CallRow& row : commit.calls) {
    if (row.caller == caller) book.after = calls.find(row.id);
  }
}

}  // namespace pl::audit
