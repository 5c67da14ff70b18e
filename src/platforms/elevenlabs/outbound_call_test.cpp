#include "platforms/elevenlabs/outbound_call.h"

#include <gtest/gtest.h>

namespace pl::platforms {
namespace {

core::Initiation least() {
  core::Initiation initiation;
  initiation.override.prompt = "Be short.";
  initiation.override.first_message = "Hello.";
  initiation.override.language = "de";
  initiation.override.voice.voice_id = "voice_1";
  initiation.override.max_duration = std::chrono::minutes(1);
  return initiation;
}

TEST(OutboundCallBody, WrapsTheInitiationWithoutItsType) {
  const core::Initiation initiation = least();
  const auto to = core::PhoneNumber::from_e164("+41780000001");
  EXPECT_EQ(outbound_call_body({"agent_1", "phnum_1", *to, initiation, std::chrono::seconds(25)}),
            R"({"agent_id":"agent_1","agent_phone_number_id":"phnum_1",)"
            R"("conversation_initiation_client_data":{"conversation_config_override":{)"
            R"("agent":{"first_message":"Hello.","language":"de",)"
            R"("prompt":{"prompt":"Be short.","tool_ids":[]}},)"
            R"("conversation":{"max_duration_seconds":60},"tts":{"voice_id":"voice_1"}}},)"
            R"("telephony_call_config":{"ringing_timeout_secs":25},"to_number":"+41780000001"})");
}

TEST(OutboundCallBody, KeepsTheRingWithinWhatThePlatformTakes) {
  const core::Initiation initiation = least();
  const auto to = core::PhoneNumber::from_e164("+41780000001");
  const auto ring = [&](int seconds) {
    return outbound_call_body({"a", "p", *to, initiation, std::chrono::seconds(seconds)});
  };
  EXPECT_NE(ring(0).find(R"("ringing_timeout_secs":1})"), std::string::npos);
  EXPECT_NE(ring(5000).find(R"("ringing_timeout_secs":999})"), std::string::npos);
}

TEST(OutboundCallBody, AsksForMachineDetectionWhereThePlanDoes) {
  const core::Initiation initiation = least();
  const auto to = core::PhoneNumber::from_e164("+41780000001");
  const std::string body = outbound_call_body(
      {"a", "p", *to, initiation, std::chrono::seconds(25), core::Detection::kMessageEnd});
  EXPECT_NE(body.find(R"("twilio_machine_detection":{"mode":"detect_message_end"})"),
            std::string::npos)
      << body;
}

}  // namespace
}  // namespace pl::platforms
