// `outreach:`: how people are reached.
#include <fmt/format.h>

#include <algorithm>

#include "line/decode.h"

namespace pl::line {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPlans = 50;
constexpr std::size_t kRetries = 10;
constexpr Millis kRetryMin = 1s;
constexpr Millis kRetryMax = 24h;
constexpr Millis kDeadlineMin = 1min;
constexpr Millis kDeadlineMax = 7 * 24h;
constexpr Millis kRingMin = 5s;
constexpr Millis kRingMax = 120s;
constexpr Millis kAfterCallEndMax = 10min;

std::vector<core::Trigger> decode_triggers(Context& context, const Spot& spot) {
  std::vector<core::Trigger> triggers;
  for (const Spot& entry : read_one_or_list(context, spot, 2)) {
    const auto trigger = read_enum<core::Trigger>(context, entry);
    if (!trigger) continue;
    if (std::find(triggers.begin(), triggers.end(), *trigger) != triggers.end()) {
      context.complaints.at(entry, "is listed twice", "remove one");
    } else {
      triggers.push_back(*trigger);
    }
  }
  return triggers;
}

// What starts the plan and what it is for.
void decode_goal(Context& context, MapReader& map, core::Plan& plan) {
  if (const auto found = map.need("scene", "name the scene to play")) {
    plan.scene.text = read_name(context, *found, NameKind::kName).value_or("");
  }
  if (const auto found = map.take("on")) plan.on = decode_triggers(context, *found);
  if (const auto found = map.take("complete_when")) {
    plan.complete_when = read_enum<core::CompleteWhen>(context, *found);
  }
}

std::vector<Millis> decode_delays(Context& context, const Spot& spot) {
  std::vector<Millis> delays;
  for (const Spot& entry : read_list(context, spot, 0, kRetries)) {
    const auto delay = read_duration(context, entry, kRetryMin, kRetryMax);
    if (delay) delays.push_back(*delay);
  }
  return delays;
}

// `retry_on: {mailbox: [1h], busy: []}`
void decode_retry_rules(Context& context, const Spot& spot, core::Plan& plan) {
  MapReader map(context, spot);
  for (const core::Miss miss : kEvery<core::Miss>) {
    const auto found = map.take(text_of(miss));
    if (found) plan.retry_on.push_back({miss, decode_delays(context, *found)});
  }
  map.finish();
}

void decode_times(Context& context, MapReader& map, core::Plan& plan) {
  if (const auto found = map.take("retry")) {
    plan.retry = decode_delays(context, *found);
  }
  if (const auto found = map.take("retry_on")) decode_retry_rules(context, *found, plan);
  if (const auto found = map.need("deadline", "write how long it may take, such as 10m or 4h")) {
    plan.deadline =
        read_duration(context, *found, kDeadlineMin, kDeadlineMax).value_or(plan.deadline);
  }
  if (const auto found = map.take("ring")) {
    const auto ring = read_duration(context, *found, kRingMin, kRingMax);
    if (ring && *ring % 1s != 0ms) {
      context.complaints.at(*found, "has a part of a second", "write whole seconds, such as 25s");
    } else if (ring) {
      plan.ring = std::chrono::duration_cast<std::chrono::seconds>(*ring);
    }
  }
  if (const auto found = map.take("machine_detection")) {
    plan.detection = read_enum<core::Detection>(context, *found).value_or(plan.detection);
  }
  if (const auto found = map.take("after_call_end")) {
    plan.after_call_end =
        read_duration(context, *found, 0ms, kAfterCallEndMax).value_or(plan.after_call_end);
  }
}

core::Plan decode_plan(Context& context, const Spot& spot) {
  core::Plan plan;
  plan.name.text = spot.node->key;
  MapReader map(context, spot);
  decode_goal(context, map, plan);
  decode_times(context, map, plan);
  if (const auto found = map.take("then")) {
    plan.then = read_enum<core::Fallback>(context, *found).value_or(plan.then);
  }
  // A hand-over is expected by the caller, who may be quicker than we are.
  plan.on_call_in = plan.is_handover() ? core::OnCallIn::kFulfil : core::OnCallIn::kRoute;
  if (const auto found = map.take("on_call_in")) {
    plan.on_call_in = read_enum<core::OnCallIn>(context, *found).value_or(plan.on_call_in);
  }
  map.finish();
  return plan;
}

}  // namespace

std::vector<core::Plan> decode_outreach(Context& context, const Spot& spot) {
  std::vector<core::Plan> plans;
  for (const Spot& entry : read_entries(context, spot, NameKind::kName, kPlans)) {
    plans.push_back(decode_plan(context, entry));
  }
  return plans;
}

}  // namespace pl::line
