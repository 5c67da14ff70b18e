#include "audit/books.h"

#include <algorithm>

namespace pl::audit {
namespace {

constexpr std::string_view kStates[] = {"waiting",   "dialing", "ringing",  "talking",
                                        "verifying", "held",    "texting",  "connected",
                                        "texted",    "failed",  "cancelled"};

template <class Facts>
const Facts* named(const std::vector<Facts>& all, std::string_view name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Facts& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

State state_from(std::string_view text) {
  const auto* found = std::find(std::begin(kStates), std::end(kStates), text);
  return static_cast<State>(found - std::begin(kStates));
}

bool is_terminal(State state) {
  return state == State::kConnected || state == State::kTexted || state == State::kFailed ||
         state == State::kCancelled;
}

bool has_leg(State state) {
  return state == State::kDialing || state == State::kRinging || state == State::kTalking ||
         state == State::kVerifying;
}

Auditor::Books::Books(LineFacts line_facts, const ZoneTable& zone_table, Excuses allowed)
    : line(std::move(line_facts)), zones(zone_table), excuses(allowed) {}

const PlanFacts* Auditor::Books::plan_named(std::string_view name) const {
  return named(line.plans, name);
}
const SceneFacts* Auditor::Books::scene_named(std::string_view name) const {
  return named(line.scenes, name);
}
const PersonaFacts* Auditor::Books::persona_named(std::string_view name) const {
  return named(line.personas, name);
}

// Rows of one commit stand beside each other without order: what one check needs of another row is
// entered before. What a call meant for the outreaches of its caller is looked at while their books
// still say how they stood.
void Auditor::Books::take(const Commit& commit) {
  ++serial;
  stage_moves.clear();
  new_calls.clear();
  new_outreaches.clear();
  ended.clear();
  withdrawn.clear();
  for (const JournalRow& entry : commit.journal) {
    if (entry.kind == "caller.stage") stage_moves.push_back(&entry);
    if (entry.kind == "outreach.unexpected") cannot_happen(commit, entry);
  }
  for (const AttentionRow& item : commit.attention) {
    looked_at.insert(item.subject);
    told_of_damage(item);
  }
  drift_noted(commit);
  if (back_from_erasure(commit)) return;
  for (const CallerRow& row : commit.callers) caller_committed(row);
  for (const CallRow& row : commit.calls) call_committed(commit, row);
  for (const OutreachRow& row : commit.outreaches) outreach_committed(commit, row);
  for (CallBook* call : new_calls) {
    if (!call->row.inbound) attempted(commit, *call);
  }
  for (const TextRow& row : commit.texts) text_committed(commit, row);
  for (const std::string& id : commit.removed_texts) text_removed(id);
  for (const OutreachBook* outreach : ended) outcome_true(*outreach);
  handovers_in_order(commit);
  all_withdrawn();
  for (const std::string& id : commit.erased) erased(commit, id);
}

Auditor::Auditor(LineFacts line, const ZoneTable& zones, Excuses excuses)
    : books_(std::make_unique<Books>(std::move(line), zones, excuses)) {}
Auditor::~Auditor() = default;

void Auditor::committed(const Commit& commit) {
  books_->truth = commit.true_time;
  if (!books_->doubts.empty()) books_->settle_doubts(commit);
  books_->take(commit);
}

void Auditor::posted(const Posted& posted) {
  books_->truth = posted.at;
  books_->posted(posted);
}

void Auditor::rings(const Leg& leg) {
  books_->truth = leg.began;
  books_->rings(leg);
}

void Auditor::over(const LegOver& over) {
  books_->truth = over.at;
  books_->over(over);
}

void Auditor::text_arrived(const TextArrived& text) {
  books_->truth = text.at;
  books_->text_arrived(text);
}

void Auditor::pre_call_answered(const PreCallAnswered& answer) {
  books_->pre_call_answered(answer);
}

void Auditor::forgotten(const std::string& conversation) {
  books_->unforgotten.erase(conversation);
}

void Auditor::damaged(const std::string& id) {
  books_->damages[id].now = true;
}

void Auditor::met_damaged(const std::string& id) {
  ++books_->damages[id].met;
}

void Auditor::mended(const std::string& id) {
  books_->damages[id].now = false;
}

void Auditor::in_doubt(const Commit& commit) {
  books_->truth = commit.true_time;
  books_->doubts.push_back(commit);
}

void Auditor::reopened(const std::vector<CallerRow>& callers,
                       const std::vector<OutreachRow>& outreaches,
                       const std::vector<CallRow>& calls) {
  Reopened store;
  for (const CallerRow& row : callers) store.callers[row.id] = &row;
  for (const OutreachRow& row : outreaches) store.outreaches[row.id] = &row;
  for (const CallRow& row : calls) store.calls[row.id] = &row;
  books_->reopened(store);
}

void Auditor::quiet(UtcTime since, UtcTime now) {
  books_->truth = std::max(since, now);
  books_->quiet();
}

const std::vector<Violation>& Auditor::violations() const {
  return books_->violations;
}

}  // namespace pl::audit
