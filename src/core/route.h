// Which scene an inbound caller meets, and why.
#pragma once

#include <string>
#include <vector>

#include "core/caller.h"
#include "core/line.h"
#include "core/outreach.h"

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

// The open outreach that a call of its caller fulfils: of those that are undecided and whose plan
// wants it, the hand-over, else the one that is due first. Null if there is none; into `open`.
const Outreach* fulfilled_by_call_in(const std::vector<Outreach>& open);

struct Encounter {
  SceneName scene;
  bool promised = false;  // it is the promised scene, not the routed one
  RouteAnswer route;
};

// Who an inbound caller meets: the scene of the outreach that the call fulfils (`promised`, null if
// there is none), or the routed one where the line has no such scene.
Encounter encounter(const Line& line, const Caller* caller, const SceneName* promised);

// "caller: unknown", "stage: new or onboarding", "always"
std::string describe(const Rule& rule);

}  // namespace pl::core
