// How outreaches end, and that they do.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {
namespace {

// The person said something, and our agent was there.
bool conversation_in_truth(const CallBook& call) {
  const bool over = call.leg != nullptr && call.leg->over;
  return over && call.leg->over->answered && call.leg->over->end == LegEnd::kPerson;
}

}  // namespace

void Auditor::Books::outcome_true(const OutreachBook& book) {
  const OutreachRow& row = book.row;
  switch (book.state) {
    case State::kConnected:
      if (row.via == "call") return connected_by_call(book);
      if (row.via == "inbound") return connected_by_inbound(book);
      return broke("INV-02", "{} is connected via \"{}\"", row.id, row.via);
    case State::kTexted:
      return texted_truly(book);
    case State::kFailed:
      if (!looked_at.contains(row.id)) broke("INV-02", "{} failed, and nobody was told", row.id);
      if (row.error.empty()) broke("INV-02", "{} failed of nothing", row.id);
      return;
    case State::kCancelled:
      if (row.cancelled_by.empty() || row.error.empty()) {
        broke("INV-02", "{} was cancelled without who and why", row.id);
      }
      return;
    case State::kWaiting:
    case State::kDialing:
    case State::kRinging:
    case State::kTalking:
    case State::kVerifying:
    case State::kHeld:
    case State::kTexting:
    case State::kUnheardOf:
      return;
  }
}

void Auditor::Books::texted_truly(const OutreachBook& book) {
  const OutreachRow& row = book.row;
  if (row.via != "text") broke("INV-02", "{} is texted via \"{}\"", row.id, row.via);
  const std::string_view state = row.text_confirmed ? "sent" : "unconfirmed";
  for (const std::string& id : book.texts) {
    const TextBook* text = texts.find(id);
    if (text == nullptr || text->removed || text->row.state != state) continue;
    if (!row.text_confirmed && !looked_at.contains(id) && !looked_at.contains(row.id)) {
      broke("INV-02", "nobody was told that {} may not have arrived", id);
    }
    return;
  }
  broke("INV-02", "{} is texted, and no text of it was {}", row.id, state);
}

void Auditor::Books::connected_by_call(const OutreachBook& book) {
  const bool spoken =
      std::any_of(book.attempts.begin(), book.attempts.end(), [this](const CallBook* call) {
        // A clock that jumps ahead makes a call lapse that goes on.
        const bool lapsed = excuses.clock_steps && call->leg != nullptr && !call->leg->over;
        return conversation_in_truth(*call) || lapsed;
      });
  if (!spoken) broke("INV-02", "{} is connected, and nobody has spoken with us", book.row.id);
}

void Auditor::Books::connected_by_inbound(const OutreachBook& book) {
  if (book.plan != nullptr && !book.plan->fulfils) {
    broke("INV-02", "{} is connected by a call that cannot fulfil it", book.row.id);
  }
  const bool spoken =
      std::any_of(book.inbound.begin(), book.inbound.end(), [this](const CallBook* call) {
        // A clock that jumps ahead makes a call lapse that goes on.
        const bool lapsed = excuses.clock_steps && call->leg != nullptr && !call->leg->over;
        return conversation_in_truth(*call) || lapsed;
      });
  if (!spoken) broke("INV-02", "{} is connected, and nobody has phoned in for it", book.row.id);
}

void Auditor::Books::quiet() {
  for (const OutreachBook& outreach : outreaches) {
    const OutreachRow& row = outreach.row;
    if (outreach.gone) continue;
    if (!is_terminal(outreach.state)) broke("INV-03", "{} is still {}", row.id, row.state);
    if (outreach.state == State::kTexted && row.text_confirmed && outreach.arrived == 0) {
      broke("INV-02", "{} is texted, and nothing has arrived", row.id);
    }
  }
  for (const CallBook& call : calls) {
    if (call.gone) continue;
    if (call.unfinished()) broke("INV-03", "{} has neither ended nor been judged", call.row.id);
  }
  all_told_of_damage();
  for (const std::string& conversation : unforgotten) {
    broke("INV-28", "the platform still remembers {}, whose caller was erased", conversation);
  }
}

}  // namespace pl::audit
