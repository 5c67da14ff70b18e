#include "wire/initiation.h"

#include <gtest/gtest.h>

namespace pl::wire {
namespace {

core::Initiation complete() {
  core::Initiation initiation;
  initiation.override.prompt = "You are Nikita.\n\"Be kind.\"";
  initiation.override.first_message = "Hi Zoë!";
  initiation.override.language = "en";
  initiation.override.voice = {"voice_1", "eleven_flash_v2", 0.4, 0.7, 0.95};
  initiation.override.llm = "gemini-2.5-flash";
  initiation.override.tool_ids = {{"tool_2"}, {"tool_1"}};
  initiation.override.max_duration = std::chrono::minutes(20);
  initiation.dynamic_variables = {{"partyline_call", "call_01jd3v7w8x9yzabcdefghjkmnp"},
                                  {"brand", "Nikita"}};
  initiation.user_id = "clr_1";
  return initiation;
}

core::Initiation least() {
  core::Initiation initiation;
  initiation.override.prompt = "Be short.";
  initiation.override.first_message = "Hello.";
  initiation.override.language = "de";
  initiation.override.voice.voice_id = "voice_1";
  initiation.override.max_duration = std::chrono::minutes(1);
  return initiation;
}

TEST(InitiationBody, CarriesTheWholeOverrideInAFixedOrder) {
  EXPECT_EQ(initiation_body(complete()),
            R"({"conversation_config_override":{)"
            R"("agent":{"first_message":"Hi Zoë!","language":"en","prompt":{)"
            R"("llm":"gemini-2.5-flash","prompt":"You are Nikita.\n\"Be kind.\"",)"
            R"("tool_ids":["tool_2","tool_1"]}},)"
            R"("conversation":{"max_duration_seconds":1200},)"
            R"("tts":{"model_id":"eleven_flash_v2","similarity_boost":0.7,"speed":0.95,)"
            R"("stability":0.4,"voice_id":"voice_1"}},)"
            R"("dynamic_variables":{"brand":"Nikita",)"
            R"("partyline_call":"call_01jd3v7w8x9yzabcdefghjkmnp"},)"
            R"("type":"conversation_initiation_client_data","user_id":"clr_1"})");
}

TEST(InitiationBody, LeavesOutWhatIsNotOverriddenButAlwaysNamesTheTools) {
  core::Initiation initiation = least();
  initiation.user_id = "";
  initiation.override.llm = "";
  EXPECT_EQ(initiation_body(initiation),
            R"({"conversation_config_override":{)"
            R"("agent":{"first_message":"Hello.","language":"de",)"
            R"("prompt":{"prompt":"Be short.","tool_ids":[]}},)"
            R"("conversation":{"max_duration_seconds":60},"tts":{"voice_id":"voice_1"}},)"
            R"("type":"conversation_initiation_client_data"})");
}

TEST(InitiationBody, IsTheSameBytesForEqualInput) {
  EXPECT_EQ(initiation_body(complete()), initiation_body(complete()));
  EXPECT_NE(initiation_body(complete()), initiation_body(least()));
}

}  // namespace
}  // namespace pl::wire
