#include "platforms/elevenlabs/events.h"

#include <gtest/gtest.h>

#include "platforms/elevenlabs/examples_test.h"

namespace pl::platforms {
namespace {

TEST(ReadIncomingCall, ReadsTheDocumentedRequest) {
  const auto call = read_incoming_call(
      R"({"caller_id":"+41780000001","agent_id":"agent_1","called_number":"+41780000000",
          "call_sid":"CA1","conversation_id":"conv_1","sip_headers":{}})");
  ASSERT_TRUE(call);
  EXPECT_EQ(call->caller_id, "+41780000001");
  EXPECT_EQ(call->agent_id, "agent_1");
  EXPECT_EQ(call->called_number, "+41780000000");
  EXPECT_EQ(call->call_sid.text, "CA1");
  EXPECT_EQ(call->conversation, core::ConversationId{"conv_1"});
}

TEST(ReadIncomingCall, TakesAWithheldCallerIdInAnyForm) {
  for (const char* caller : {R"("caller_id":"",)", R"("caller_id":null,)", ""}) {
    const auto call =
        read_incoming_call("{" + std::string(caller) + R"("agent_id":"a","called_number":"+1"})");
    ASSERT_TRUE(call) << caller;
    EXPECT_EQ(call->caller_id, "");
    EXPECT_EQ(call->call_sid.text, "");
    EXPECT_FALSE(call->conversation);
  }
  EXPECT_EQ(read_incoming_call(R"({"caller_id":"anonymous","agent_id":"a","called_number":"+1"})")
                ->caller_id,
            "anonymous");
}

TEST(ReadIncomingCall, NamesTheFieldThatIsWrong) {
  const std::string longest(257, '1');
  const std::pair<std::string, std::string> cases[] = {
      {"", "not JSON at byte 1"},
      {"7", "the document is not an object"},
      {R"({"called_number":"+1"})", "/agent_id is missing"},
      {R"({"agent_id":"a"})", "/called_number is missing"},
      {R"({"agent_id":"a","called_number":null})", "/called_number is missing"},
      {R"({"agent_id":1,"called_number":"+1"})", "/agent_id is not a text"},
      {R"({"agent_id":"a","called_number":"+1","caller_id":17})", "/caller_id is not a text"},
      {R"({"agent_id":"a","called_number":"+1","caller_id":")" + longest + "\"}",
       "/caller_id is longer than 256 bytes"},
      {R"({"called_number":"+1","agent_id":")" + longest + "\"}",
       "/agent_id is longer than 256 bytes"},
      {R"({"agent_id":"a","agent_id":"b","called_number":"+1"})", "/agent_id is there twice"},
  };
  for (const auto& [body, error] : cases) {
    const auto call = read_incoming_call(body);
    ASSERT_FALSE(call) << body;
    EXPECT_EQ(call.error(), (Error{Code::kInvalid, error}));
  }
}

std::string envelope(const std::string& type, const std::string& body,
                     const std::string& timestamp = "1763812400") {
  return R"({"type":")" + type + R"(","event_timestamp":)" + timestamp + R"(,"data":)" + body + "}";
}

std::string failure(const std::string& reason) {
  return envelope("call_initiation_failure",
                  R"({"agent_id":"agent_1","conversation_id":"conv_1","failure_reason":")" +
                      reason +
                      R"(","metadata":{"type":"twilio","body":{"CallStatus":"busy",
                          "SipResponseCode":"487","To":"+41780000001"}}})");
}

TEST(ReadPlatformMessage, ReadsAReportWithEitherTimestamp) {
  for (const char* timestamp : {"1763812400", "\"1763812400\""}) {
    const auto message = read_platform_message(
        envelope("post_call_transcription", examples::kConversation, timestamp));
    ASSERT_TRUE(message) << message.error().message;
    EXPECT_EQ(message->type, "post_call_transcription");
    EXPECT_EQ(message->event_timestamp, 1763812400);
    EXPECT_EQ(message->conversation, core::ConversationId{"conv_4701kd2m8q"});
    EXPECT_TRUE(std::get<core::ConversationReport>(message->event).tool_called);
  }
}

TEST(ReadPlatformMessage, ReadsAReportWithoutTranscript) {
  const auto message = read_platform_message(
      envelope("post_call_transcription", R"({"conversation_id":"c","status":"done"})"));
  ASSERT_TRUE(message);
  EXPECT_TRUE(std::get<core::ConversationReport>(message->event).transcript.empty());
}

TEST(ReadPlatformMessage, ReadsWhyADialFailed) {
  const std::pair<const char*, core::Verdict> cases[] = {{"busy", core::Verdict::kBusy},
                                                         {"no-answer", core::Verdict::kNoAnswer},
                                                         {"unknown", core::Verdict::kFailed},
                                                         {"something new", core::Verdict::kFailed}};
  for (const auto& [reason, verdict] : cases) {
    const auto message = read_platform_message(failure(reason));
    ASSERT_TRUE(message) << message.error().message;
    const auto& failed = std::get<core::DialFailed>(message->event);
    EXPECT_EQ(failed.conversation.text, "conv_1");
    EXPECT_EQ(failed.verdict, verdict) << reason;
  }
}

TEST(ReadPlatformMessage, ToleratesTypesItDoesNotKnow) {
  const std::pair<std::string, bool> cases[] = {
      {envelope("post_call_audio", R"({"conversation_id":"conv_1","full_audio":"AAAA"})"), true},
      {envelope("answering_machine_detection", R"({"conversation_id":"conv_1"})"), true},
      {envelope("answering_machine_detection", R"({"conversation_id":[]})"), false},
      {envelope("something_new", "[1]", "null"), false},
      {R"({"type":"something_new"})", false}};
  for (const auto& [body, named] : cases) {
    const auto message = read_platform_message(body);
    ASSERT_TRUE(message) << body;
    const auto& other = std::get<core::OtherEvent>(message->event);
    EXPECT_EQ(other.type, message->type);
    EXPECT_EQ(other.conversation.has_value(), named) << body;
    EXPECT_EQ(message->conversation, other.conversation);
  }
}

TEST(ReadPlatformMessage, RefusesAKnownTypeWithABrokenBody) {
  const std::pair<std::string, std::string> cases[] = {
      {"", "not JSON at byte 1"},
      {R"({"data":{}})", "/type is missing"},
      {R"({"type":5})", "/type is not a text"},
      {envelope("post_call_transcription", "{}"), "/data/conversation_id is missing"},
      {envelope("post_call_transcription", R"({"conversation_id":"c"})"),
       "/data/status is missing"},
      {envelope("post_call_transcription", "null"), "/data is missing"},
      {envelope("post_call_transcription", R"({"conversation_id":"c","status":"done"})", "\"now\""),
       "/event_timestamp is missing or no Unix time"},
      {envelope("post_call_transcription", R"({"conversation_id":"c","status":"done"})", "null"),
       "/event_timestamp is missing or no Unix time"},
      {envelope("call_initiation_failure", R"({"conversation_id":"c"})"),
       "/data/failure_reason is missing"},
      {envelope("call_initiation_failure", R"({"failure_reason":"busy"})"),
       "/data/conversation_id is missing"},
  };
  for (const auto& [body, error] : cases) {
    const auto message = read_platform_message(body);
    ASSERT_FALSE(message) << body;
    EXPECT_EQ(message.error(), (Error{Code::kInvalid, error}));
  }
}

}  // namespace
}  // namespace pl::platforms
