#include "core/agent_switches.h"

#include <algorithm>
#include <iterator>

namespace pl::core {

std::set<Aspect> overrides_needed(const Line& line) {
  // What every override holds.
  std::set<Aspect> needed{Aspect::kPrompt,   Aspect::kToolIds, Aspect::kFirstMessage,
                          Aspect::kLanguage, Aspect::kVoiceId, Aspect::kMaxDuration};
  for (const Persona& persona : line.personas) {
    if (persona.llm) needed.insert(Aspect::kLlm);
    if (persona.voice.model_id) needed.insert(Aspect::kModelId);
    if (persona.voice.stability) needed.insert(Aspect::kStability);
    if (persona.voice.similarity_boost) needed.insert(Aspect::kSimilarityBoost);
    if (persona.voice.speed) needed.insert(Aspect::kSpeed);
  }
  return needed;
}

SwitchesOff switches_off(const Line& line, const AgentSwitches& switches) {
  SwitchesOff off;
  const std::set<Aspect> needed = overrides_needed(line);
  std::set_difference(needed.begin(), needed.end(), switches.overrides.begin(),
                      switches.overrides.end(), std::inserter(off.overrides, off.overrides.end()));
  off.webhook = !switches.asks_webhook;
  return off;
}

std::vector<std::string> names_of(const SwitchesOff& off) {
  std::vector<std::string> names;
  for (const Aspect aspect : off.overrides) names.emplace_back(text_of(aspect));
  if (off.webhook) names.emplace_back("initiation_webhook");
  return names;
}

std::string remedy(const SwitchesOff& off) {
  std::string where = "open the agent's Security tab at ElevenLabs and ";
  if (!off.overrides.empty()) where += "under Overrides allow " + names_of(off.overrides);
  if (!off.overrides.empty() && off.webhook) where += "; ";
  if (off.webhook) where += "turn on fetching of initiation client data for inbound Twilio calls";
  return where + "; publish it, then run `partyline platform check`";
}

}  // namespace pl::core
