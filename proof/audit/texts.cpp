// A text takes the place of a call; it does not follow one, and it goes out once.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {

void Auditor::Books::text_committed(const Commit& commit, const TextRow& row) {
  const auto [book, is_new] = texts.open(row.id);
  if (!is_new) {
    if (book.row.state != row.state && (book.row.state != "sending" || book.removed)) {
      broke("INV-24", "{} was {} and became {}", row.id, book.removed ? "removed" : book.row.state,
            row.state);
    }
    book.row = row;
    return;
  }
  book.row = row;
  if (row.state != "sending") {
    broke("INV-16", "{} was {} before it was recorded", row.id, row.state);
  }
  OutreachBook* outreach = outreaches.find(row.outreach);
  if (outreach == nullptr) return broke("INV-16", "{} is of no outreach", row.id);
  text_began(commit, *outreach, row);
  outreach->texts.push_back(row.id);
}

void Auditor::Books::text_began(const Commit& commit, OutreachBook& outreach, const TextRow& row) {
  const std::string& id = outreach.row.id;
  CallerBook* caller = callers.find(row.caller);
  if (caller == nullptr || row.caller != outreach.row.caller) {
    return broke("INV-09", "{} is not for the caller of {}", row.id, id);
  }
  if (caller->row.opted_out)
    broke("INV-08", "{} texts after the opt-out of {}", row.id, row.caller);
  if (caller->row.stage == "closed") {
    broke("INV-08", "{} texts the closed account {}", row.id, row.caller);
  }
  if (!caller->row.text) broke("INV-09", "{} texts {} without consent", row.id, row.caller);
  if (!window_open(caller->row, commit.at) && !warm(commit, *caller)) {
    broke("INV-07", "{} texts outside the calling window of {} ({})", row.id, row.caller,
          format_utc(commit.at));
  }
  if (outreach.state != State::kTexting) {
    broke("INV-25", "{} is sent for {}, which is {}", row.id, id, outreach.row.state);
  }
  if (reached_in_truth(outreach)) {
    broke("INV-25", "{} is sent for {} after a conversation with the person", row.id, id);
  }
  for (const std::string& earlier : outreach.texts) {
    const TextBook* text = texts.find(earlier);
    if (text == nullptr || text->removed || text->row.state == "refused") continue;
    broke("INV-25", "{} is sent for {} though {} was", row.id, id, earlier);
  }
}

void Auditor::Books::text_removed(const std::string& id) {
  TextBook* book = texts.find(id);
  if (book == nullptr) return;
  if (book->row.state != "sending") broke("INV-24", "{} was {} and is gone", id, book->row.state);
  book->removed = true;
}

// An onboarding wants more than a conversation. A call of which nobody could learn anything is no
// reason for silence.
bool Auditor::Books::reached_in_truth(const OutreachBook& outreach) const {
  if (outreach.plan == nullptr || outreach.plan->onboarding) return false;
  const auto person = [](const CallBook* call) {
    return call->leg != nullptr && call->leg->over && call->leg->over->end == LegEnd::kPerson;
  };
  const bool called =
      std::any_of(outreach.attempts.begin(), outreach.attempts.end(), [&](const CallBook* call) {
        const bool missed =
            call->row.verdict == "not-placed" && (excuses.beyond_bounds || excuses.clock_steps);
        return person(call) && call->row.verdict != "unresolved" && !missed;
      });
  return called ||
         std::any_of(outreach.inbound.begin(), outreach.inbound.end(), [&](const CallBook* call) {
           return person(call) && call->row.verdict == "answered" && outreach.held_by == call;
         });
}

void Auditor::Books::text_arrived(const TextArrived& text) {
  OutreachBook* outreach = outreaches.find(text.outreach);
  if (outreach == nullptr || outreach->texts.empty()) {
    return broke("INV-16", "a text of {} arrived that was not recorded before", text.outreach);
  }
  if (++outreach->arrived > 1) broke("INV-25", "{} was texted twice", text.outreach);
  if (outreach->state == State::kConnected) {
    broke("INV-25", "{} was texted after it was connected", text.outreach);
  }
}

}  // namespace pl::audit
