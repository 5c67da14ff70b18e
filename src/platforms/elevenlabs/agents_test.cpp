#include "platforms/elevenlabs/agents.h"

#include <gtest/gtest.h>

#include <string>

namespace pl::platforms {
namespace {

using enum core::Aspect;

// As the platform answers, with much that is not read.
const std::string kAnswer = R"({
  "agent_id": "agent_1", "name": "Receptionist",
  "conversation_config": {"agent": {"first_message": "Hello, how can I help you?",
                                    "prompt": {"prompt": "Be polite."}}},
  "metadata": {"created_at_unix_secs": 1763812140, "updated_at_unix_secs": 1763812149},
  "platform_settings": {
    "overrides": {
      "conversation_config_override": {
        "agent": {"first_message": true, "language": false,
                  "prompt": {"prompt": true, "llm": null, "tool_ids": true}},
        "tts": {"voice_id": true, "speed": true, "stability": false},
        "conversation": {"text_only": true, "max_duration_seconds": true}},
      "enable_conversation_initiation_client_data_from_webhook": true},
    "privacy": {"record_voice": true}}})";

TEST(ReadAgent, KnowsWhichSwitchesAreOn) {
  const auto switches = read_agent(kAnswer);
  ASSERT_TRUE(switches) << switches.error().message;
  EXPECT_EQ(switches->overrides,
            (std::set{kFirstMessage, kPrompt, kToolIds, kVoiceId, kSpeed, kMaxDuration}));
  EXPECT_TRUE(switches->asks_webhook);
}

TEST(ReadAgent, TakesWhatIsNotThereForOff) {
  for (const char* body :
       {R"({"platform_settings":{}})", R"({"platform_settings":{"overrides":{}}})",
        R"({"platform_settings":{"overrides":{"conversation_config_override":
                               {"agent":{"prompt":null},"tts":{}}}}})"}) {
    const auto switches = read_agent(body);
    ASSERT_TRUE(switches) << body;
    EXPECT_TRUE(switches->overrides.empty()) << body;
    EXPECT_FALSE(switches->asks_webhook) << body;
  }
}

TEST(ReadAgent, SaysWhatItCannotRead) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "not JSON at byte 1"},
      {"{}", "/platform_settings is missing"},
      {R"({"platform_settings":{"overrides":[]}})",
       "/platform_settings/overrides is not an object"},
      {R"({"platform_settings":{"overrides":{"conversation_config_override":
           {"tts":{"voice_id":"yes"}}}}})",
       "/platform_settings/overrides/conversation_config_override/tts/voice_id is neither true nor "
       "false"},
  };
  for (const auto& [body, error] : cases) {
    const auto switches = read_agent(body);
    ASSERT_FALSE(switches) << body;
    EXPECT_EQ(switches.error(), (Error{Code::kCorrupt, error}));
  }
}

}  // namespace
}  // namespace pl::platforms
