#include "platforms/elevenlabs/events.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "platforms/elevenlabs/examples_test.h"

namespace pl::platforms {
namespace {

Result<core::IncomingCall> incoming_of(const std::string& body) {
  wire::Mended mended;
  return read_incoming_call(body, mended);
}

PlatformMessage message_of(const std::string& body) {
  wire::Mended mended;
  const auto message = read_platform_message(body, mended);
  EXPECT_TRUE(message) << body;
  return message.value_or(PlatformMessage());
}

TEST(ReadIncomingCall, ReadsTheDocumentedRequest) {
  const auto call = incoming_of(
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
        incoming_of("{" + std::string(caller) + R"("agent_id":"a","called_number":"+1"})");
    ASSERT_TRUE(call) << caller;
    EXPECT_EQ(call->caller_id, "");
    EXPECT_EQ(call->call_sid.text, "");
    EXPECT_FALSE(call->conversation);
  }
  EXPECT_EQ(
      incoming_of(R"({"caller_id":"anonymous","agent_id":"a","called_number":"+1"})")->caller_id,
      "anonymous");
}

TEST(ReadIncomingCall, LosesNoFieldForAnother) {
  const std::string longest(257, '1');
  const std::pair<std::string, std::string> cases[] = {
      {R"("called_number":null)", ""},
      {R"("agent_id":1)", "/agent_id is not a text"},
      {R"("call_sid":17)", "/call_sid is not a text"},
      {R"("call_sid":")" + longest + "\"", "/call_sid is longer than 256 bytes"},
      {R"("caller_id":"+41780000001")", "/caller_id is there twice"},
      {R"("new":"\ud83d")", "half a surrogate pair"},
  };
  for (const auto& [member, note] : cases) {
    SCOPED_TRACE(member);
    wire::Mended mended;
    const auto call = read_incoming_call(R"({"caller_id":"+41780000001",)" + member + "}", mended);
    ASSERT_TRUE(call);
    EXPECT_EQ(call->caller_id, "+41780000001");
    EXPECT_EQ(join(mended.notes(), ","), note);
  }
}

TEST(ReadIncomingCall, IsAnObjectAtLeast) {
  for (const auto& [body, error] :
       {std::pair{"", "not JSON at byte 1"}, std::pair{"7", "the document is not an object"},
        std::pair{"{\"a\":", "not JSON at byte 6"}}) {
    wire::Mended mended;
    const auto call = read_incoming_call(body, mended);
    ASSERT_FALSE(call) << body;
    EXPECT_EQ(call.error().message, error);
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
    const auto message =
        message_of(envelope("post_call_transcription", examples::kConversation, timestamp));
    EXPECT_EQ(message.type, "post_call_transcription");
    EXPECT_EQ(message.conversation, core::ConversationId{"conv_4701kd2m8q"});
    EXPECT_TRUE(std::get<core::ConversationReport>(message.event).tool_called);
  }
}

TEST(ReadPlatformMessage, ReadsAReportWithoutTranscript) {
  const auto message =
      message_of(envelope("post_call_transcription", R"({"conversation_id":"c","status":"done"})"));
  EXPECT_TRUE(std::get<core::ConversationReport>(message.event).transcript.empty());
}

TEST(ReadPlatformMessage, BelievesTheCalledSidesAnswerBeforeTheReason) {
  struct Case {
    const char* body;
    core::Verdict verdict;
  };
  const Case cases[] = {
      {R"({"SipResponseCode":"603"})", core::Verdict::kDeclined},
      {R"({"SipResponseCode":"486"})", core::Verdict::kBusy},
      {R"({"sip_status_code":607})", core::Verdict::kBlocked},
      {R"({"sip_status_code":608})", core::Verdict::kDeclined},
      {R"({"SipResponseCode":"487"})", core::Verdict::kNoAnswer},  // what the reason says
      {R"({"SipResponseCode":"x"})", core::Verdict::kNoAnswer},
      {R"([])", core::Verdict::kNoAnswer}};
  for (const Case& c : cases) {
    const auto message = message_of(
        envelope("call_initiation_failure",
                 R"({"conversation_id":"c","failure_reason":"no-answer","metadata":{"body":)" +
                     std::string(c.body) + "}}"));
    EXPECT_EQ(std::get<core::DialFailed>(message.event).verdict, c.verdict) << c.body;
  }
}

TEST(ReadPlatformMessage, FindsTheWordOfMachineDetectionWhereverItStands) {
  struct Case {
    const char* rest;
    std::optional<core::Answerer> answerer;
  };
  const Case cases[] = {
      {R"("answered_by":"human")", core::Answerer::kPerson},
      {R"("AnsweredBy":"machine_end_beep")", core::Answerer::kMailbox},
      {R"("result":{"body":[{"status":"Machine_Start"}]})", core::Answerer::kMailbox},
      {R"("answered_by":"fax")", std::nullopt},
      {R"("answered_by":"unknown")", std::nullopt},
      {R"("answered_by":7)", std::nullopt}};
  for (const Case& c : cases) {
    const auto message = message_of(envelope(
        "answering_machine_detection", R"({"conversation_id":"c",)" + std::string(c.rest) + "}"));
    const auto* seen = std::get_if<core::MachineDetected>(&message.event);
    ASSERT_EQ(seen != nullptr, c.answerer.has_value()) << c.rest;
    if (seen != nullptr) {
      EXPECT_EQ(seen->answerer, *c.answerer) << c.rest;
    }
    EXPECT_EQ(message.conversation, core::ConversationId{"c"}) << c.rest;
  }
}

TEST(ReadPlatformMessage, ReadsWhyADialFailed) {
  const std::pair<const char*, core::Verdict> cases[] = {{"busy", core::Verdict::kBusy},
                                                         {"no-answer", core::Verdict::kNoAnswer},
                                                         {"unknown", core::Verdict::kFailed},
                                                         {"something new", core::Verdict::kFailed}};
  for (const auto& [reason, verdict] : cases) {
    const auto message = message_of(failure(reason));
    const auto& failed = std::get<core::DialFailed>(message.event);
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
    const auto message = message_of(body);
    const auto& other = std::get<core::OtherEvent>(message.event);
    EXPECT_EQ(other.type, message.type);
    EXPECT_EQ(other.conversation.has_value(), named) << body;
    EXPECT_EQ(message.conversation, other.conversation);
  }
}

TEST(ReadPlatformMessage, IsReadWhateverItsTimestampIs) {
  for (const char* timestamp : {"1763812400.25", "\"now\"", "null", "NaN", "[]", "-1"}) {
    const auto message = message_of(envelope(
        "post_call_transcription", R"({"conversation_id":"c","status":"done"})", timestamp));
    EXPECT_TRUE(std::holds_alternative<core::ConversationReport>(message.event)) << timestamp;
  }
}

TEST(ReadPlatformMessage, AReportAfterTheCallIsOfOneThatIsOver) {
  for (const char* status : {R"("archived")", "7", "null"}) {
    const auto message =
        message_of(envelope("post_call_transcription",
                            R"({"conversation_id":"c","status":)" + std::string(status) + "}"));
    EXPECT_EQ(std::get<core::ConversationReport>(message.event).status,
              core::ConversationStatus::kDone)
        << status;
  }
}

TEST(ReadPlatformMessage, AFailureWithoutAReasonIsOne) {
  const auto message =
      message_of(envelope("call_initiation_failure", R"({"conversation_id":"c"})"));
  EXPECT_EQ(std::get<core::DialFailed>(message.event).verdict, core::Verdict::kFailed);
}

TEST(ReadPlatformMessage, SaysWhatIsMissingOfOneThatCannotBeUsed) {
  const std::pair<std::string, std::string> cases[] = {
      {R"({"data":{}})", "/type is missing"},
      {R"({"type":5})", "/type is not a text,/type is missing"},
      {envelope("post_call_transcription", "{}"), "/data/conversation_id is missing"},
      {envelope("post_call_transcription", "null"), "/data is missing"},
      {envelope("call_initiation_failure", R"({"failure_reason":"busy"})"),
       "/data/conversation_id is missing"},
  };
  for (const auto& [body, notes] : cases) {
    wire::Mended mended;
    const auto message = read_platform_message(body, mended);
    ASSERT_TRUE(message) << body;
    EXPECT_TRUE(std::holds_alternative<core::OtherEvent>(message->event)) << body;
    EXPECT_EQ(join(mended.notes(), ","), notes) << body;
  }
  for (const auto& [body, error] :
       {std::pair{"", "not JSON at byte 1"}, std::pair{"[]", "the document is not an object"}}) {
    wire::Mended mended;
    EXPECT_EQ(read_platform_message(body, mended).error(), (Error{Code::kInvalid, error}));
  }
}

}  // namespace
}  // namespace pl::platforms
