#include "core/route.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "base/text.h"

namespace pl::core {
namespace {

std::string stages_text(const std::vector<Stage>& stages) {
  std::vector<std::string> names;
  for (const Stage stage : stages) names.emplace_back(text_of(stage));
  return join(names, " or ");
}

RuleVerdict judge_rule(const Rule& rule, const Caller* caller) {
  const bool known = caller != nullptr;
  if (rule.caller == KnownCaller::kUnknown && known) {
    return {0, false, "the caller is known, the rule wants an unknown one"};
  }
  if (rule.caller == KnownCaller::kKnown && !known) {
    return {0, false, "the caller is unknown, the rule wants a known one"};
  }
  if (rule.stages.empty()) {
    return {0, true, rule.unconditional() ? "the rule has no condition" : "the caller matches"};
  }
  if (!known) return {0, false, "the caller is unknown and has no stage"};
  const bool match =
      std::find(rule.stages.begin(), rule.stages.end(), caller->stage) != rule.stages.end();
  if (match) return {0, true, fmt::format("stage is {}", text_of(caller->stage))};
  return {0, false,
          fmt::format("stage is {}, the rule wants {}", text_of(caller->stage),
                      stages_text(rule.stages))};
}

bool can_be_fulfilled(const Outreach& outreach) {
  // One that is already talking, or about to text, takes no notice of the call.
  const bool undecided =
      outreach.state == OutreachState::kWaiting || outreach.state == OutreachState::kDialing ||
      outreach.state == OutreachState::kRinging || outreach.state == OutreachState::kVerifying;
  return undecided && !outreach.held_by && outreach.plan.on_call_in == OnCallIn::kFulfil;
}

}  // namespace

RouteAnswer route(const Line& line, const Caller* caller) {
  RouteAnswer answer;
  for (std::size_t i = 0; i < line.inbound.size(); ++i) {
    answer.rules.push_back(judge_rule(line.inbound[i], caller));
    answer.rules.back().rule = i;
    if (!answer.rules.back().matched) continue;
    answer.scene = line.inbound[i].scene;
    return answer;
  }
  PL_CHECK(false && "a checked line ends with a rule without a condition");
  return answer;
}

const Outreach* fulfilled_by_call_in(const std::vector<Outreach>& open) {
  const Outreach* best = nullptr;
  for (const Outreach& outreach : open) {
    if (!can_be_fulfilled(outreach)) continue;
    const auto rank = [](const Outreach& o) { return std::pair(!o.plan.is_handover(), o.due); };
    if (best == nullptr || rank(outreach) < rank(*best)) best = &outreach;
  }
  return best;
}

Encounter encounter(const Line& line, const Caller* caller, const SceneName* promised) {
  Encounter met{.scene = {}, .promised = false, .route = route(line, caller)};
  met.promised = promised != nullptr && line.find_scene(*promised) != nullptr;
  met.scene = met.promised ? *promised : met.route.scene;
  return met;
}

std::string describe(const Rule& rule) {
  std::vector<std::string> parts;
  if (rule.caller == KnownCaller::kUnknown) parts.emplace_back("caller: unknown");
  if (rule.caller == KnownCaller::kKnown) parts.emplace_back("caller: known");
  if (!rule.stages.empty()) parts.push_back("stage: " + stages_text(rule.stages));
  return parts.empty() ? "always" : join(parts, ", ");
}

}  // namespace pl::core
