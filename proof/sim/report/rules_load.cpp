// Rules about time: hours, slots, pace and how soon a callback rings.
#include <fmt/format.h>

#include <algorithm>

#include "sim/report/rules.h"
#include "sim/report/wording.h"

namespace pl::sim::report {
namespace {

bool has_long_queue(const LoadSummary& load) {
  return load.longest >= std::chrono::minutes(30) && load.due_peak >= 10;
}

}  // namespace

const PlanSummary* worst(const Summary& summary, PlanKind kind, int PlanSummary::*part) {
  const PlanSummary* found = nullptr;
  for (const PlanSummary& plan : summary.plans) {
    if (plan.kind != kind || plan.*part == 0) continue;
    if (found == nullptr || plan.*part > found->*part) found = &plan;
  }
  return found;
}

Answer promises_broken(const Summary& summary) {
  if (summary.violations.empty()) return std::nullopt;
  return Said{
      fmt::format("{} of Party Line broke.",
                  counted(std::int64_t(summary.violations.size()), "promise", "promises")),
      fmt::format(
          "This is a bug of the program and not of your line: please report it with seed {}.",
          summary.seed)};
}

Answer outside_hours(const Summary& summary) {
  if (summary.hours.outside == 0) return std::nullopt;
  return Said{
      fmt::format("{} rang outside of the line's hours.",
                  counted(summary.hours.outside, "dial", "dials")),
      fmt::format("This is a bug of the program: please report it with seed {}.", summary.seed)};
}

Answer handovers_starved(const Summary& summary) {
  const auto* plan = worst(summary, PlanKind::kHandover, &PlanSummary::starved);
  if (plan == nullptr || !is_share(plan->starved, plan->ends.total, 1)) return std::nullopt;
  return Said{fmt::format("{} of `{}` met the deadline before a slot was free.",
                          percent(plan->starved, plan->ends.total), plan->name),
              fmt::format("Raise calling.simultaneous ({}) or the plan's deadline ({}).",
                          summary.load.simultaneous, format_duration(plan->deadline))};
}

Answer onboardings_starved(const Summary& summary) {
  const auto* plan = worst(summary, PlanKind::kOnboarding, &PlanSummary::starved);
  if (plan == nullptr || !is_share(plan->starved, plan->ends.total, 1)) return std::nullopt;
  return Said{
      fmt::format("{} of `{}` met the deadline before a slot was free.",
                  percent(plan->starved, plan->ends.total), plan->name),
      fmt::format("Raise calling.simultaneous ({}), ask for fewer onboardings at a time, or "
                  "raise the plan's deadline ({}).",
                  summary.load.simultaneous, format_duration(plan->deadline))};
}

Answer queue_for_slots(const Summary& summary) {
  const LoadSummary& load = summary.load;
  if (!has_long_queue(load) || load.minutes_queued_full * 2 < load.minutes_queued) {
    return std::nullopt;
  }
  return Said{
      fmt::format("Calls queued for {} at a stretch, {} of them at the worst, and mostly because "
                  "all slots were taken.",
                  length(load.longest), number(load.due_peak)),
      fmt::format("Raise calling.simultaneous ({}) as far as your plan at the platform allows, or "
                  "spread the requests over the day.",
                  load.simultaneous)};
}

Answer queue_for_pace(const Summary& summary) {
  const LoadSummary& load = summary.load;
  // One full second says nothing: only minutes near the limit keep people waiting.
  const bool at_pace = is_share(summary.pace.minute, summary.pace.per_second * 60, 90);
  if (!has_long_queue(load) || !at_pace) return std::nullopt;
  if (load.minutes_queued_full * 2 >= load.minutes_queued) return std::nullopt;
  return Said{
      fmt::format("Calls queued for {} at a stretch, {} of them at the worst, while slots were "
                  "free: it was the pace.",
                  length(load.longest), number(load.due_peak)),
      fmt::format("Raise calling.per_second ({}) if your telephone account allows.",
                  summary.pace.per_second)};
}

Answer callbacks_late(const Summary& summary) {
  const Spread& ring = summary.callback.ring;
  if (ring.count < kEnough || ring.p95 < std::chrono::minutes(1)) return std::nullopt;
  return Said{fmt::format("One callback in twenty rang {} or more after the onboarding call.",
                          length(ring.p95)),
              "A promised callback is best while it is expected; see the queue for what was in "
              "its way."};
}

Answer slots_unused(const Summary& summary) {
  const LoadSummary& load = summary.load;
  if (load.live_peak == 0 || load.simultaneous < 4 || load.live_peak * 2 > load.simultaneous) {
    return std::nullopt;
  }
  return Said{fmt::format("Never more than {} of {} simultaneous calls were live.", load.live_peak,
                          load.simultaneous),
              "A smaller plan at the platform would do for this many callers."};
}

Answer callbacks_prompt(const Summary& summary) {
  const Spread& ring = summary.callback.ring;
  if (ring.count < kEnough || ring.p95 >= std::chrono::minutes(1)) return std::nullopt;
  return Said{
      fmt::format("Half of the callbacks rang within {} of the onboarding call, 95 % within {}.",
                  length(ring.p50), length(ring.p95)),
      ""};
}

}  // namespace pl::sim::report
