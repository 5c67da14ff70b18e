// What the calls of a week came to: when they rang, how often, and what they cost.
#include <algorithm>

#include "sim/report/local_clock.h"
#include "sim/report/parts.h"

namespace pl::sim::report {
namespace {

using std::chrono::seconds;

// A call's required fields may be complete only when its final report is read.
constexpr std::chrono::minutes kCompletedLate{10};

// The call whose end the hand-over's promise counts from; null if it began otherwise.
const core::Call* onboarding_call(const Index& index, const core::Outreach& handover) {
  if (handover.redo) return nullptr;
  const core::Call* before = nullptr;
  for (const core::Call* call : index.calls_of(handover.caller)) {
    if (call->started_at > handover.created_at) break;
    if (reached_person(*call)) before = call;
  }
  const bool over = before != nullptr && before->ended_at.has_value();
  if (!over) return nullptr;
  const bool recent = handover.created_at <= *before->ended_at + kCompletedLate;
  return before->completed || recent ? before : nullptr;
}

void count_dials(std::vector<int>& bins, std::size_t dials) {
  const std::size_t bin = std::min(dials, kManyDials);
  if (bins.size() <= bin) bins.resize(bin + 1);
  ++bins[bin];
}

void add_tries(std::vector<Try>& tries, const std::vector<const core::Call*>& dials) {
  for (std::size_t n = 0; n < dials.size() && n < kManyDials; ++n) {
    if (tries.size() <= n) tries.resize(n + 1);
    ++tries[n].dials;
    if (reached_person(*dials[n])) ++tries[n].answered;
  }
}

std::string zone_of(const Week& week, const core::Call& call) {
  if (!call.caller) return "";
  const auto found = week.zones.find(*call.caller);
  return found == week.zones.end() ? "" : found->second;
}

std::size_t hour_of(Millis clock) {
  return static_cast<std::size_t>(std::chrono::floor<std::chrono::hours>(clock).count());
}

seconds& spent_on(SpendSummary& spend, const Index& index, const core::Call& call) {
  if (call.direction == core::Direction::kInbound) return spend.inbound;
  if (call.verdict == core::Verdict::kVoicemail) return spend.mailboxes;
  const core::Outreach* outreach = index.outreach_of(call);
  switch (outreach == nullptr ? PlanKind::kOther : kind_of(outreach->plan)) {
    case PlanKind::kOnboarding:
      return spend.onboarding;
    case PlanKind::kHandover:
      return spend.handover;
    case PlanKind::kOther:
      return spend.other;
  }
  return spend.other;
}

}  // namespace

CallbackTimes summarize_callbacks(const Index& index) {
  CallbackTimes times;
  std::vector<Millis> rings;
  std::vector<Millis> answers;
  for (const core::Outreach& outreach : index.week.outreaches) {
    if (!outreach.plan.is_handover()) continue;
    const core::Call* before = onboarding_call(index, outreach);
    if (before == nullptr) continue;
    ++times.awaited;
    const auto& dials = index.dials_of(outreach);
    const auto ring = std::find_if(dials.begin(), dials.end(), [](const core::Call* call) {
      return call->placed_at.has_value();
    });
    if (ring != dials.end()) rings.push_back(*(*ring)->placed_at - *before->ended_at);
    const auto answer = std::find_if(dials.begin(), dials.end(), [](const core::Call* call) {
      return call->answered_at && reached_person(*call);
    });
    if (answer != dials.end()) answers.push_back(*(*answer)->answered_at - *before->ended_at);
  }
  times.ring = spread_of(std::move(rings));
  times.answer = spread_of(std::move(answers));
  return times;
}

DialSummary summarize_dials(const Index& index) {
  DialSummary summary;
  std::map<core::CallerId, std::size_t> dialled;
  for (const core::Call& call : index.week.calls) {
    if (!is_dial(call)) continue;
    ++summary.total;
    add(summary.verdicts, call.verdict ? core::text_of(*call.verdict) : "open");
    if (call.caller) ++dialled[*call.caller];
  }
  settle(summary.verdicts);
  for (const core::Caller& caller : index.week.callers) {
    const auto found = dialled.find(caller.id);
    count_dials(summary.per_caller, found == dialled.end() ? 0 : found->second);
  }
  for (const core::Outreach& outreach : index.week.outreaches) {
    if (!outreach.plan.is_handover()) continue;
    const auto& dials = index.dials_of(outreach);
    count_dials(summary.per_handover, dials.size());
    add_tries(summary.handover_tries, dials);
  }
  return summary;
}

HourSummary summarize_hours(const Index& index, const ports::Zones& zones) {
  const Week& week = index.week;
  LocalClock clocks(zones, week.from, week.until);
  HourSummary hours;
  hours.opens = week.line.calling.opens;
  hours.closes = week.line.calling.closes;
  for (const core::Call& call : week.calls) {
    const bool inbound = call.direction == core::Direction::kInbound;
    if (inbound && !call.caller) ++hours.strangers;
    if (!inbound && !is_dial(call)) continue;
    const auto clock = clocks.at(zone_of(week, call), call.started_at);
    if (!clock) {
      if (!inbound) ++hours.zone_unknown;
      continue;
    }
    ++(inbound ? hours.inbound : hours.dials)[hour_of(*clock)];
    if (!inbound && (*clock < hours.opens || *clock >= hours.closes)) ++hours.outside;
  }
  return hours;
}

SpendSummary summarize_spend(const Index& index, const CallerSummary& callers) {
  SpendSummary spend;
  spend.per_minute = index.week.price_per_minute;
  spend.currency = index.week.currency;
  for (const core::Call& call : index.week.calls) {
    spent_on(spend, index, call) += call.duration;
  }
  spend.total = static_cast<double>(spend.talk().count()) / 60.0 * spend.per_minute;
  if (callers.ends.connected() > 0) spend.per_connected = spend.total / callers.ends.connected();
  return spend;
}

TextSummary summarize_texts(const Week& week) {
  TextSummary texts;
  for (const core::TextMessage& text : week.texts) {
    switch (text.state) {
      case core::TextState::kSent:
        ++texts.sent;
        break;
      case core::TextState::kSending:
      case core::TextState::kUnconfirmed:
        ++texts.unconfirmed;
        break;
      case core::TextState::kRefused:
      case core::TextState::kUndelivered:
        ++texts.refused;
        break;
    }
  }
  return texts;
}

}  // namespace pl::sim::report
