// What the platform was asked for, and what rang.
#include "audit/books.h"

namespace pl::audit {
namespace {

// Time alone ended it, as far as Party Line knew when the attempt was committed.
bool concluded_by_time(const CallBook& other, const CallBook& attempt) {
  return other.row.verdict == "not-placed" || other.row.verdict == "unresolved" ||
         other.row.lapses_at <= attempt.born_at;
}

}  // namespace

void Auditor::Books::posted(const Posted& posted) {
  CallBook* call = calls.find(posted.call);
  if (call == nullptr || call->row.inbound) {
    return broke("INV-16", "a POST for {}, which was not committed before",
                 posted.call.empty() ? "no call" : posted.call);
  }
  if (call->gone) broke("INV-28", "{} was posted after its caller was erased", posted.call);
  if (call->posted) broke("INV-20", "{} was posted twice", posted.call);
  call->posted = true;
  if (call->row.number != posted.to)
    broke("INV-12", "{} was posted to another number", posted.call);
  same_words(*call, posted.told, "posted");
  if (posted.told.call != posted.call) broke("INV-12", "{} was posted as another", posted.call);
}

void Auditor::Books::rings(const Leg& leg) {
  const auto [book, is_new] = legs.open(leg.conversation);
  if (!is_new) return broke("INV-20", "{} began twice", leg.conversation);
  book.leg = leg;
  book.call = leg.call.empty() ? nullptr : calls.find(leg.call);
  if (book.call == nullptr) {
    const auto known = by_conversation.find(leg.conversation);
    if (known != by_conversation.end()) book.call = known->second;
    if (book.call == nullptr && !leg.call.empty()) unclaimed.emplace(leg.call, &book);
  }
  NumberBook* number = leg.number ? &numbers[*leg.number] : nullptr;
  if (!leg.inbound) {
    if (book.call == nullptr) {
      broke("INV-16", "{} rings, and no call was committed for it", leg.conversation);
    } else {
      const CallBook& call = *book.call;
      if (call.leg != nullptr) broke("INV-20", "{} rings twice", call.row.id);
      if (call.gone && !excuses.beyond_bounds && !excuses.clock_steps) {
        broke("INV-28", "{} rings after its caller was erased", call.row.id);
      }
      if (call.row.verdict == "not-placed" && !excuses.beyond_bounds && !excuses.clock_steps) {
        broke("INV-19", "{} rings after it was judged never placed", call.row.id);
      }
      if (number != nullptr) {
        for (const LegBook* other : number->open) overlap(call, *other);
      }
    }
  }
  if (book.call != nullptr && book.call->leg == nullptr) book.call->leg = &book;
  if (number != nullptr) number->open.push_back(&book);
}

// `other` goes on while `mine` begins to ring. What came in after the attempt was committed, or was
// never recorded, nobody could have known.
void Auditor::Books::overlap(const CallBook& mine, const LegBook& other) {
  if (excuses.beyond_bounds) return;
  if (other.leg.inbound) {
    if (other.call == nullptr || other.call->born >= mine.born) return;
    if (other.call->row.lapses_at <= mine.born_at) return;
    // A clock that jumped ahead made it lapse, and one that jumped back hides that.
    if (excuses.clock_steps && !other.call->row.verdict.empty()) return;
  }
  if (excuses.clock_steps && other.call != nullptr && concluded_by_time(*other.call, mine)) return;
  broke("INV-01", "{} rings while {} goes on with its number", mine.row.id,
        other.call != nullptr ? other.call->row.id : other.leg.conversation);
}

void Auditor::Books::over(const LegOver& over) {
  LegBook* book = legs.find(over.conversation);
  if (book == nullptr || book->over) return;
  book->over = over;
  CallerBook* caller = book->call != nullptr ? book->call->caller : nullptr;
  if (book->leg.number) {
    NumberBook& number = numbers[*book->leg.number];
    std::erase(number.open, book);
    if (caller == nullptr) caller = number.caller;
  }
  if (over.end == LegEnd::kPerson && caller != nullptr) caller->person.push_back(book);
}

}  // namespace pl::audit
