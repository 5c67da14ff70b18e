// Which scene an inbound caller meets, and why.
#pragma once

#include <string>
#include <vector>

#include "core/caller.h"
#include "core/line.h"

namespace pl::core {

struct RuleVerdict {
  std::size_t rule = 0;  // index into Line::inbound
  bool matched = false;
  std::string why;  // "stage is new, the rule wants closed"
};

struct RouteAnswer {
  SceneName scene;
  // Every rule looked at, in order; the last one matched.
  std::vector<RuleVerdict> rules;
};

// `caller` is null for someone the line does not know. Pure: the same answer as the live decision.
RouteAnswer route(const Line& line, const Caller* caller);

// "caller: unknown", "stage: new or onboarding", "always"
std::string describe(const Rule& rule);

}  // namespace pl::core
