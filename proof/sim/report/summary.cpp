#include "sim/report/summary.h"

#include <algorithm>

#include "sim/report/parts.h"

namespace pl::sim::report {
namespace {

const std::vector<const core::Call*> kNoCalls;

void sort_by_start(std::vector<const core::Call*>& calls) {
  std::stable_sort(calls.begin(), calls.end(), [](const core::Call* a, const core::Call* b) {
    return a->started_at < b->started_at;
  });
}

}  // namespace

Index::Index(const Week& the_week) : week(the_week) {
  for (const core::Outreach& outreach : week.outreaches) outreaches_[outreach.id] = &outreach;
  for (const core::Call& call : week.calls) {
    if (call.caller) calls_[*call.caller].push_back(&call);
    if (call.outreach && is_dial(call)) dials_[*call.outreach].push_back(&call);
  }
  for (auto& [id, calls] : calls_) sort_by_start(calls);
  for (auto& [id, calls] : dials_) sort_by_start(calls);
}

const std::vector<const core::Call*>& Index::dials_of(const core::Outreach& outreach) const {
  const auto found = dials_.find(outreach.id);
  return found == dials_.end() ? kNoCalls : found->second;
}

const std::vector<const core::Call*>& Index::calls_of(const core::CallerId& caller) const {
  const auto found = calls_.find(caller);
  return found == calls_.end() ? kNoCalls : found->second;
}

const core::Outreach* Index::outreach_of(const core::Call& call) const {
  if (!call.outreach) return nullptr;
  const auto found = outreaches_.find(*call.outreach);
  return found == outreaches_.end() ? nullptr : found->second;
}

bool is_dial(const core::Call& call) {
  return call.direction == core::Direction::kOutbound && call.verdict != core::Verdict::kRefusedUs;
}

bool reached_person(const core::Call& call) {
  return call.verdict == core::Verdict::kAnswered || call.verdict == core::Verdict::kBrief;
}

PlanKind kind_of(const core::Plan& plan) {
  if (plan.is_handover()) return PlanKind::kHandover;
  return plan.is_onboarding() ? PlanKind::kOnboarding : PlanKind::kOther;
}

std::string_view text_of(PlanKind kind) {
  switch (kind) {
    case PlanKind::kOnboarding:
      return "onboarding";
    case PlanKind::kHandover:
      return "hand-over";
    case PlanKind::kOther:
      return "other";
  }
  return "";
}

void add(Tally& tally, std::string_view what) {
  const auto found = std::find_if(tally.begin(), tally.end(),
                                  [&](const Count& count) { return count.what == what; });
  if (found != tally.end()) {
    ++found->count;
  } else {
    tally.push_back({std::string(what), 1});
  }
}

void settle(Tally& tally) {
  std::sort(tally.begin(), tally.end(), [](const Count& a, const Count& b) {
    return a.count != b.count ? a.count > b.count : a.what < b.what;
  });
  if (tally.size() <= kReasons) return;
  Count rest{"other reasons", 0};
  for (std::size_t i = kReasons - 1; i < tally.size(); ++i) rest.count += tally[i].count;
  tally.resize(kReasons - 1);
  tally.push_back(std::move(rest));
}

Summary summarize(const Week& week, const ports::Zones& zones) {
  const Index index(week);
  Summary summary;
  summary.line = week.line.name.text;
  summary.seed = week.seed;
  summary.days = week.days;
  summary.from = week.from;
  summary.until = week.until;
  summary.callers = summarize_callers(index);
  summary.plans = summarize_plans(index);
  summary.callback = summarize_callbacks(index);
  summary.dials = summarize_dials(index);
  summary.hours = summarize_hours(index, zones);
  summary.load = summarize_load(week);
  summary.pace = summarize_pace(week);
  summary.spend = summarize_spend(index, summary.callers);
  summary.texts = summarize_texts(week);
  summary.violations = week.violations;
  return summary;
}

}  // namespace pl::sim::report
