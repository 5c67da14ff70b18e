// The parts that summarize() is put together from.
#pragma once

#include <map>
#include <vector>

#include "sim/report/summary.h"

namespace pl::sim::report {

// Who belongs to what in a week, which outlives it.
struct Index {
  explicit Index(const Week& week);

  const std::vector<const core::Call*>& dials_of(const core::Outreach& outreach) const;
  const std::vector<const core::Call*>& calls_of(const core::CallerId& caller) const;
  const core::Outreach* outreach_of(const core::Call& call) const;  // or null

  const Week& week;

 private:
  std::map<core::OutreachId, const core::Outreach*> outreaches_;
  std::map<core::OutreachId, std::vector<const core::Call*>> dials_;  // oldest first
  std::map<core::CallerId, std::vector<const core::Call*>> calls_;    // oldest first
};

// A dial that the platform did not take for our own sake is none: the engine counts the same way.
bool is_dial(const core::Call& call);
bool reached_person(const core::Call& call);
PlanKind kind_of(const core::Plan& plan);

// Adds to a tally that is not in order yet.
void add(Tally& tally, std::string_view what);
// Brings it into order and folds what is beyond kReasons.
void settle(Tally& tally);

std::vector<PlanSummary> summarize_plans(const Index& index);
CallerSummary summarize_callers(const Index& index);
CallbackTimes summarize_callbacks(const Index& index);
DialSummary summarize_dials(const Index& index);
HourSummary summarize_hours(const Index& index, const ports::Zones& zones);
LoadSummary summarize_load(const Week& week);
PaceSummary summarize_pace(const Week& week);
SpendSummary summarize_spend(const Index& index, const CallerSummary& callers);
TextSummary summarize_texts(const Week& week);

}  // namespace pl::sim::report
