// What the platform's agent allows a call to be told, and what a line needs of that. A field whose
// switch is off either fails the call or is dropped without a word.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/aspect.h"
#include "core/line.h"

namespace pl::core {

struct AgentSwitches {
  std::set<Aspect> overrides;  // fields of an override that are allowed
  bool asks_webhook = false;   // it fetches initiation data for calls that come in
};

// The fields that the line's overrides contain, whatever the call.
std::set<Aspect> overrides_needed(const Line& line);

// What is off and must be on; empty when the agent is ready for the line.
struct SwitchesOff {
  std::set<Aspect> overrides;
  bool webhook = false;
  bool any() const { return webhook || !overrides.empty(); }
};
SwitchesOff switches_off(const Line& line, const AgentSwitches& switches);

// "first_message", "voice_id", "initiation_webhook"
std::vector<std::string> names_of(const SwitchesOff& off);

// Where to click, in one sentence.
std::string remedy(const SwitchesOff& off);

}  // namespace pl::core
