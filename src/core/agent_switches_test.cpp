#include "core/agent_switches.h"

#include <gtest/gtest.h>

#include "../../tests/support/sample_line.h"

namespace pl::core {
namespace {

using enum Aspect;

const std::set kAlways{kPrompt, kToolIds, kFirstMessage, kLanguage, kVoiceId, kMaxDuration};

Line plain_line() {
  Line line = testing::sample_line();
  for (Persona& persona : line.personas) {
    persona.voice = {.voice_id = "v"};
    persona.llm.reset();
  }
  return line;
}

TEST(AgentSwitches, WhatEveryOverrideHoldsIsNeeded) {
  EXPECT_EQ(overrides_needed(plain_line()), kAlways);
}

TEST(AgentSwitches, WhatOnePersonaSetsIsNeeded) {
  const std::pair<Aspect, void (*)(Persona&)> cases[] = {
      {kLlm, [](Persona& persona) { persona.llm = "gpt-5"; }},
      {kModelId, [](Persona& persona) { persona.voice.model_id = "eleven_v3"; }},
      {kStability, [](Persona& persona) { persona.voice.stability = 0.4; }},
      {kSimilarityBoost, [](Persona& persona) { persona.voice.similarity_boost = 0.4; }},
      {kSpeed, [](Persona& persona) { persona.voice.speed = 1.1; }},
  };
  for (const auto& [aspect, set] : cases) {
    Line line = plain_line();
    set(line.personas.back());
    std::set<Aspect> expected = kAlways;
    expected.insert(aspect);
    EXPECT_EQ(overrides_needed(line), expected) << text_of(aspect);
  }
}

TEST(AgentSwitches, WhatIsOffIsNamedWithTheWayToIt) {
  AgentSwitches switches{.overrides = kAlways, .asks_webhook = true};
  EXPECT_FALSE(switches_off(plain_line(), switches).any());
  switches.overrides.erase(kFirstMessage);
  switches.overrides.erase(kVoiceId);
  switches.overrides.insert(kLlm);  // more than is needed
  SwitchesOff off = switches_off(plain_line(), switches);
  EXPECT_EQ(names_of(off), (std::vector<std::string>{"first_message", "voice_id"}));
  EXPECT_EQ(remedy(off),
            "open the agent's Security tab at ElevenLabs and under Overrides allow first_message, "
            "voice_id; publish it, then run `partyline platform check`");
  switches = {.overrides = kAlways, .asks_webhook = false};
  off = switches_off(plain_line(), switches);
  EXPECT_TRUE(off.any());
  EXPECT_EQ(names_of(off), std::vector<std::string>{"initiation_webhook"});
}

}  // namespace
}  // namespace pl::core
