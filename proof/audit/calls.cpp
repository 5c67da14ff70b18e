// Facts about a call only grow.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

constexpr Millis kNegativesApart = 30s;
constexpr Millis kNegativeSettles = 180s;  // after the POST

template <class Fact>
bool kept(const std::optional<Fact>& before, const std::optional<Fact>& now) {
  return !before || before == now;
}

// The first fact that was taken back or changed; empty when none was.
const char* lost_fact(const CallRow& before, const CallRow& now) {
  if (!kept(before.conversation, now.conversation)) return "conversation";
  if (!kept(before.unclear_at, now.unclear_at)) return "unclear_at";
  if (!kept(before.placed_at, now.placed_at)) return "placed_at";
  if (!kept(before.ended_at, now.ended_at)) return "ended_at";
  if (!kept(before.first_negative_at, now.first_negative_at)) return "first_negative_at";
  if (!before.verdict.empty() && before.verdict != now.verdict) return "verdict";
  return "";
}

// What a call is, it is from its first commit on.
const char* changed_nature(const CallRow& before, const CallRow& now) {
  if (before.inbound != now.inbound) return "direction";
  if (before.number != now.number) return "number";
  if (before.caller != now.caller) return "caller";
  if (before.outreach != now.outreach) return "outreach";
  if (before.scene != now.scene || before.persona != now.persona) return "scene";
  if (before.stage != now.stage) return "stage";
  if (before.safe_scene != now.safe_scene) return "safe scene";
  if (before.started_at != now.started_at) return "start";
  return "";
}

}  // namespace

void Auditor::Books::call_committed(const Commit& commit, const CallRow& row) {
  const auto [book, is_new] = calls.open(row.id);
  if (!is_new) return call_changed(commit, book, row);
  book.row = row;
  call_began(commit, book);
}

void Auditor::Books::call_began(const Commit& commit, CallBook& book) {
  const CallRow& row = book.row;
  book.born = serial;
  book.born_truly = commit.true_time;
  book.born_at = commit.at;
  book.caller = callers.find(row.caller);
  book.outreach = outreaches.find(row.outreach);
  if (row.number) book.number = &numbers[*row.number];
  if (row.conversation) know_conversation(book);
  if (const auto leg = unclaimed.find(row.id); leg != unclaimed.end()) {
    claim(book, *leg->second);
    unclaimed.erase(leg);
  }
  if (book.unfinished()) unfinished.push_back(&book);
  if (!row.verdict.empty()) book.judged_at = commit.at;
  new_calls.push_back(&book);

  const std::string_view kind = row.inbound ? "call.inbound" : "call.dialing";
  const bool journalled = std::any_of(
      commit.journal.begin(), commit.journal.end(),
      [&](const JournalRow& entry) { return entry.call == row.id && entry.kind == kind; });
  if (!journalled) broke("INV-32", "{} began without {} in the journal", row.id, kind);
  words_fit(book);
  scene_fits(book);
  if (row.inbound) {
    if (book.outreach != nullptr) book.outreach->inbound.push_back(&book);
    return;
  }
  recent.push_back(&book);
  if (book.number != nullptr) book.number->attempts.push_back(&book);
}

void Auditor::Books::call_changed(const Commit& commit, CallBook& book, const CallRow& row) {
  if (const char* fact = lost_fact(book.row, row); *fact != '\0') {
    broke("INV-15", "{}: its {} was settled and has changed ({})", row.id, fact, commit.cause);
  }
  if (const char* fact = changed_nature(book.row, row); *fact != '\0') {
    broke("INV-15", "{}: its {} has changed ({})", row.id, fact, commit.cause);
  }
  if (row.told && book.row.told != row.told) {
    broke("INV-12", "{}: what it was told has changed afterwards ({})", row.id, commit.cause);
  }
  if (book.row.verdict.empty() && !row.verdict.empty()) {
    book.judged_at = commit.at;
    call_judged(book, row);
  }
  const bool new_conversation = !book.row.conversation && row.conversation;
  const bool was_unfinished = book.unfinished();
  auto told = std::move(book.row.told);
  book.row = row;
  book.row.told = std::move(told);
  if (new_conversation) know_conversation(book);
  if (was_unfinished && !book.unfinished()) std::erase(unfinished, &book);
}

void Auditor::Books::call_judged(const CallBook& book, const CallRow& row) {
  if (row.verdict != "not-placed" || row.inbound) return;
  if (book.leg != nullptr && !excuses.beyond_bounds && !excuses.clock_steps) {
    broke("INV-19", "{} rang and was judged never placed", row.id);
  }
  if (!row.first_negative_at || !row.ended_at) {
    return broke("INV-19", "{} was judged never placed without two look-ups", row.id);
  }
  if (*row.ended_at - *row.first_negative_at < kNegativesApart ||
      *row.ended_at - row.started_at < kNegativeSettles) {
    broke("INV-19", "{} was judged never placed too early", row.id);
  }
}

// A leg whose platform was told nothing is known by its conversation.
void Auditor::Books::know_conversation(CallBook& book) {
  by_conversation.emplace(*book.row.conversation, &book);
  LegBook* leg = legs.find(*book.row.conversation);
  if (leg != nullptr && leg->call == nullptr) claim(book, *leg);
}

void Auditor::Books::claim(CallBook& book, LegBook& leg) {
  leg.call = &book;
  if (book.leg == nullptr) book.leg = &leg;
}

}  // namespace pl::audit
