// What we send to the platform and what we can read of it, written out as files so that they can be
// checked against the platform's own description: tests/contracts/check_openapi.py.
#include <gtest/gtest.h>

#include <fstream>

#include "../../../tests/support/keep_exchange.h"
#include "platforms/elevenlabs/conversations.h"
#include "platforms/elevenlabs/dial_reply.h"
#include "platforms/elevenlabs/examples_test.h"
#include "platforms/elevenlabs/outbound_call.h"
#include "platforms/elevenlabs/tools.h"
#include "wire/json.h"

namespace pl::platforms {
namespace {

struct Exchange {
  std::string name;
  std::string method;
  std::string path;
  int status = 200;
  std::string request = "null";
  std::string response = "null";
};

void write(const Exchange& exchange) {
  const auto folder = testing::kept_exchanges("elevenlabs");
  if (!folder) return;
  std::ofstream file(*folder / (exchange.name + ".json"));
  file << R"({"method":")" << exchange.method << R"(","path":")" << exchange.path
       << R"(","status":)" << exchange.status << R"(,"request":)" << exchange.request
       << R"(,"response":)" << exchange.response << "}\n";
  EXPECT_TRUE(file.flush().good()) << exchange.name;
}

std::string dial_body(const core::Initiation& initiation) {
  const auto to = core::PhoneNumber::from_e164("+41780000001");
  return outbound_call_body({"agent_1", "phnum_1", *to, initiation, std::chrono::seconds(25)});
}

core::Initiation initiation(const std::string& prompt) {
  core::Initiation made;
  made.override.prompt = prompt;
  made.override.first_message = "Hello.";
  made.override.language = "en";
  made.override.voice.voice_id = "voice_1";
  made.dynamic_variables = {{"partyline_call", examples::kCall}};
  return made;
}

const std::string kDialPath = "/v1/convai/twilio/outbound-call";

TEST(Exchanges, DialsThatArePlaced) {
  core::Initiation full = initiation("You are Nikita.");
  full.override.voice = {"voice_1", "eleven_flash_v2", 0.4, 0.7, 0.95};
  full.override.llm = "gemini-2.5-flash";
  full.override.tool_ids = {{"tool_1"}};
  full.user_id = "clr_1";
  const std::pair<const char*, std::string> bodies[] = {
      {"dial-plain", dial_body(initiation("Be short."))},
      {"dial-complete", dial_body(full)},
      {"dial-any-text", dial_body(initiation("\"\\\n\t\x01 é € 😀"))}};
  for (const auto& [name, body] : bodies) {
    EXPECT_TRUE(wire::read_json(body, 10'000)) << body;
    EXPECT_EQ(body.find("null"), std::string::npos) << body;
    write({name, "POST", kDialPath, 200, body, examples::kPlaced});
  }
  const DialReply reply = read_dial_reply(200, std::nullopt, examples::kPlaced, UtcTime());
  EXPECT_TRUE(std::holds_alternative<DialPlaced>(reply));
}

TEST(Exchanges, ADialThatIsRefused) {
  const DialReply reply = read_dial_reply(422, std::nullopt, examples::kValidationError, UtcTime());
  EXPECT_TRUE(std::holds_alternative<DialRefusedNumber>(reply));
  write({"dial-refused", "POST", kDialPath, 422, dial_body(initiation("Be short.")),
         examples::kValidationError});
}

TEST(Exchanges, WhatIsReadBack) {
  wire::Mended mended;
  EXPECT_TRUE(read_conversation(examples::kConversation, mended));
  EXPECT_TRUE(read_conversation(examples::kVoicemail, mended));
  EXPECT_TRUE(read_conversation_page(examples::kConversationPage));
  EXPECT_TRUE(read_tool_page(examples::kToolPage));
  const std::string conversations = "/v1/convai/conversations";
  write({"conversation", "GET", conversations + "/conv_4701kd2m8q", 200, "null",
         examples::kConversation});
  write({"voicemail", "GET", conversations + "/conv_mail", 200, "null", examples::kVoicemail});
  write({"conversations", "GET",
         conversations + "?user_id=clr_1&call_start_after_unix=1763812140&page_size=100", 200,
         "null", examples::kConversationPage});
  write({"conversations-by-variable", "GET",
         conversations + "?dynamic_variable_params=partyline_call%3Aeq%3A" + examples::kCall +
             "&call_start_after_unix=1763812140&page_size=100",
         200, "null", examples::kConversationPage});
  write({"tools", "GET", "/v1/convai/tools?page_size=100", 200, "null", examples::kToolPage});
}

}  // namespace
}  // namespace pl::platforms
