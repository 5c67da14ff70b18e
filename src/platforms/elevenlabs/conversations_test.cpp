#include "platforms/elevenlabs/conversations.h"

#include <gtest/gtest.h>

#include "platforms/elevenlabs/examples_test.h"
#include "wire/limits.h"

namespace pl::platforms {
namespace {

using core::ConversationStatus;

// A conversation that has what is needed, and `more` members.
std::string with(const std::string& more) {
  return R"({"conversation_id":"c1","status":"done")" + (more.empty() ? "" : "," + more) + "}";
}

core::ConversationReport read(const std::string& body) {
  wire::Mended mended;
  const auto report = read_conversation(body, mended);
  EXPECT_TRUE(report) << (report ? "" : report.error().message) << " in " << body;
  return report.value_or(core::ConversationReport{});
}

std::string error_of(const std::string& body) {
  wire::Mended mended;
  const auto report = read_conversation(body, mended);
  if (report) return "read";
  EXPECT_EQ(report.error().code, Code::kCorrupt);
  return report.error().message;
}

TEST(ReadConversation, ReadsAFinishedCall) {
  const core::ConversationReport report = read(examples::kConversation);
  EXPECT_EQ(report.conversation.text, "conv_4701kd2m8q");
  EXPECT_EQ(report.status, ConversationStatus::kDone);
  EXPECT_EQ(report.call_sid, core::CallSid{"CA1"});
  EXPECT_EQ(report.call, core::CallId::parse(examples::kCall));
  EXPECT_EQ(report.duration, std::chrono::seconds(183));
  EXPECT_EQ(report.result, core::CallResult::kAnswered);
  EXPECT_FALSE(report.voicemail_detected);
  EXPECT_TRUE(report.tool_called);
  EXPECT_EQ(report.failure, "Call ended by remote party");
  ASSERT_EQ(report.transcript.size(), 3U);
  EXPECT_EQ(report.transcript[1].speaker, core::Speaker::kUser);
  EXPECT_EQ(report.transcript[1].text, "Hello, I am a baker.");
  EXPECT_EQ(report.transcript[1].at, std::chrono::seconds(4));
  EXPECT_EQ(report.transcript[2].speaker, core::Speaker::kAgent);
}

TEST(ReadConversation, ReadsAMailbox) {
  const core::ConversationReport report = read(examples::kVoicemail);
  EXPECT_TRUE(report.voicemail_detected);
  EXPECT_FALSE(report.tool_called);
}

TEST(ReadConversation, NeedsNothingButIdAndStatus) {
  const core::ConversationReport report = read(with(""));
  EXPECT_EQ(report.duration, std::chrono::seconds(0));
  EXPECT_FALSE(report.call || report.call_sid || report.result);
  EXPECT_TRUE(report.transcript.empty());
  EXPECT_EQ(report.failure, "");
}

TEST(ReadConversation, KnowsEveryStatus) {
  const std::pair<const char*, ConversationStatus> cases[] = {
      {"initiated", ConversationStatus::kInitiated},
      {"in-progress", ConversationStatus::kInProgress},
      {"processing", ConversationStatus::kProcessing},
      {"done", ConversationStatus::kDone},
      {"failed", ConversationStatus::kFailed}};
  for (const auto& [word, status] : cases) {
    EXPECT_EQ(read(R"({"conversation_id":"c","status":")" + std::string(word) + "\"}").status,
              status);
  }
}

TEST(ReadConversation, KnowsEveryCallResultAndPassesOverNewOnes) {
  const std::pair<const char*, std::optional<core::CallResult>> cases[] = {
      {"\"answered\"", core::CallResult::kAnswered},
      {"\"voicemail\"", core::CallResult::kVoicemail},
      {"\"busy\"", core::CallResult::kBusy},
      {"\"no_answer\"", core::CallResult::kNoAnswer},
      {"\"failed\"", core::CallResult::kFailed},
      {"\"abducted\"", std::nullopt},
      {"null", std::nullopt}};
  for (const auto& [word, result] : cases) {
    const std::string body =
        with(R"("metadata":{"phone_call":{"call_result":)" + std::string(word) + "}}");
    EXPECT_EQ(read(body).result, result) << word;
  }
}

TEST(ReadConversation, PassesOverWhatItDoesNotUse) {
  const core::ConversationReport report = read(with(
      R"("unheard_of":[{"x":1}],"agent_id":7,"metadata":{"call_duration_secs":12.9,"cost":"much",
         "phone_call":null,"error":null},"conversation_initiation_client_data":null,
         "transcript":[{"role":"narrator","message":"Then it rained."},
                       {"role":"user","message":""},{"role":"user","message":"Yes","mood":[]}])"));
  EXPECT_EQ(report.duration, std::chrono::seconds(12));
  ASSERT_EQ(report.transcript.size(), 1U);
  EXPECT_EQ(report.transcript[0].text, "Yes");
}

TEST(ReadConversation, IsStrictAboutWhatItUses) {
  const std::pair<std::string, std::string> cases[] = {
      {"", "not JSON at byte 1"},
      {"[]", "/conversation_id is missing"},
      {R"({"status":"done"})", "/conversation_id is missing"},
      {R"({"conversation_id":7,"status":"done"})", "/conversation_id is not a text"},
      {R"({"conversation_id":"","status":"done"})", "/conversation_id is empty"},
  };
  for (const auto& [body, error] : cases) EXPECT_EQ(error_of(body), error) << body;
}

// What is noted of a body that is read.
std::vector<std::string> notes_of(const std::string& body) {
  wire::Mended mended;
  EXPECT_TRUE(read_conversation(body, mended)) << body;
  return mended.notes();
}

TEST(ReadConversation, LosesNoFieldForAnother) {
  const std::pair<std::string, std::string> cases[] = {
      {R"("metadata":[])", "/metadata is not an object"},
      {R"("metadata":{"call_duration_secs":[]})", "/metadata/call_duration_secs is not a number"},
      {R"("metadata":{"phone_call":{"call_sid":1}})",
       "/metadata/phone_call/call_sid is not a text"},
      {R"("metadata":{"error":"gone"})", "/metadata/error is not an object"},
      {R"("transcript":{})", "/transcript is not a list"},
      {R"("transcript":[{"role":"user","message":["+41780000001"]}])",
       "/transcript/0/message is not a text"},
      {R"("transcript":[7])", "/transcript/0 is not an object"},
      {R"("transcript":[{"role":"agent","tool_calls":[{"tool_has_been_called":1}]}])",
       "/transcript/0/tool_calls/0/tool_has_been_called is neither true nor false"},
      {R"("conversation_initiation_client_data":{"dynamic_variables":7})",
       "/conversation_initiation_client_data/dynamic_variables is not an object"},
      {R"("agent_id":"a","agent_id":"b")", "/agent_id is there twice"},
      {R"("new":NaN)", "NaN or infinity"},
      {R"("new":1e999)", "a number out of range"},
      {R"("new":"\u0000")", "NUL"},
  };
  for (const auto& [member, note] : cases) {
    EXPECT_EQ(notes_of(with(member)), std::vector<std::string>{note}) << member;
  }
  EXPECT_TRUE(notes_of(with(R"("transcript":[{"message":"nobody's"}])")).empty());
}

TEST(ReadConversation, KeepsWhatIsSaidAroundACharacterThatIsNone) {
  const auto report = read(with(R"("metadata":{"call_duration_secs":"12.5"},
      "transcript":[{"role":"user","message":"Hello \ud83d"},{"role":"user","message":"a\u0000b"},
                    {"role":"agent","message":"\ud83d\ude00","time_in_call_secs":"7"}])"));
  EXPECT_EQ(report.duration, std::chrono::seconds(12));
  ASSERT_EQ(report.transcript.size(), 3U);
  EXPECT_EQ(report.transcript[0].text, "Hello \uFFFD");
  EXPECT_EQ(report.transcript[1].text, "a\uFFFDb");
  EXPECT_EQ(report.transcript[2].text, "\U0001F600");
  EXPECT_EQ(report.transcript[2].at, std::chrono::seconds(7));
}

TEST(ReadConversation, OfAStatusThatItDoesNotKnowIsOverWhereItShowsAnEnd) {
  const auto status = [](const std::string& more) {
    return read(R"({"conversation_id":"c1")" + more + "}").status;
  };
  const std::string archived = R"(,"status":"archived")";
  for (const char* end : {R"(,"metadata":{"call_duration_secs":12})",
                          R"(,"metadata":{"termination_reason":"Call ended by remote party"})",
                          R"(,"metadata":{"error":{"code":1,"reason":"x"}})",
                          R"(,"metadata":{"phone_call":{"call_result":"answered"}})"}) {
    EXPECT_EQ(status(archived + end), ConversationStatus::kDone) << end;
    EXPECT_EQ(status(end), ConversationStatus::kDone) << end;
  }
  EXPECT_EQ(status(archived), ConversationStatus::kInitiated);
  EXPECT_EQ(status(R"(,"status":7)"), ConversationStatus::kInitiated);
  EXPECT_EQ(notes_of(R"({"conversation_id":"c1","status":"gone"})"),
            std::vector<std::string>{"/status is an unknown status"});
}

TEST(ReadConversation, CountsOnlyWebhookToolsThatWereCalled) {
  const auto called = [](const std::string& call) {
    return read(with(R"("transcript":[{"role":"agent","tool_calls":[)" + call + "]}]")).tool_called;
  };
  EXPECT_TRUE(called(R"({"type":"webhook","tool_name":"t","tool_has_been_called":true})"));
  EXPECT_FALSE(called(R"({"type":"webhook","tool_name":"t","tool_has_been_called":false})"));
  EXPECT_FALSE(called(R"({"type":"webhook","tool_name":"t"})"));
  EXPECT_FALSE(called(R"({"type":"system","tool_name":"end_call","tool_has_been_called":true})"));
  EXPECT_FALSE(called(R"({"tool_name":"t","tool_has_been_called":true})"));
}

TEST(ReadConversation, KnowsAMailboxByEitherSign) {
  const auto detected = [](const std::string& result) {
    return read(with(R"("transcript":[{"role":"agent","tool_results":[)" + result + "]}]"))
        .voicemail_detected;
  };
  EXPECT_TRUE(detected(R"({"tool_name":"voicemail_detection","tool_has_been_called":true})"));
  EXPECT_TRUE(detected(
      R"({"tool_name":"vm","type":"system",
          "result":{"result_type":"voicemail_detection_success"}})"));
  EXPECT_FALSE(detected(R"({"tool_name":"voicemail_detection","tool_has_been_called":false})"));
  EXPECT_FALSE(detected(R"({"tool_name":"end_call","tool_has_been_called":true,
                            "result":{"result_type":"end_call_success"}})"));
  EXPECT_FALSE(detected(R"({"tool_name":"x","result":"voicemail_detection_success"})"));
}

TEST(ReadConversation, TakesTheCallFromOurOwnVariableOnly) {
  const auto call = [](const std::string& value) {
    return read(with(R"("conversation_initiation_client_data":{"dynamic_variables":
                        {"partyline_call":)" +
                     value + "}}"))
        .call;
  };
  EXPECT_EQ(call("\"" + examples::kCall + "\""), core::CallId::parse(examples::kCall));
  EXPECT_FALSE(call("\"\""));
  EXPECT_FALSE(call("\"call_1\""));
  EXPECT_FALSE(call("17"));
  EXPECT_FALSE(call("null"));
}

TEST(ReadConversation, TellsWhatWasUsedFromWhatWasNotAndFromWhatIsNotReported) {
  const core::ConversationReport report = read(with(
      R"("agent_id":"agent_1","conversation_initiation_client_data":{"user_id":"clr_1",
         "conversation_config_override":{
           "agent":{"first_message":null,"language":"en","prompt":{"prompt":"Be kind.","llm":null,
                    "tool_ids":["tool_a","tool_b"]}},
           "tts":{"voice_id":"v1","stability":0.5,"speed":1},"conversation":null},
         "dynamic_variables":{"city":"Bern","system__calls":3}})"));
  ASSERT_TRUE(report.used);
  const core::ReportedInitiation& used = *report.used;
  EXPECT_EQ(report.agent_id, "agent_1");
  EXPECT_EQ(used.user_id, "clr_1");
  EXPECT_EQ(used.prompt, core::Reported<std::string>(std::optional<std::string>("Be kind.")));
  EXPECT_EQ(used.language.value(), "en");
  EXPECT_EQ(used.tool_ids.value(), (std::vector<core::ToolId>{{"tool_a"}, {"tool_b"}}));
  EXPECT_EQ(used.voice_id.value(), "v1");
  EXPECT_EQ(used.stability.value(), 0.5);
  EXPECT_EQ(used.speed.value(), 1.0);
  EXPECT_EQ(used.dynamic_variables, (std::map<std::string, std::string>{{"city", "Bern"}}));
  // Said to be none of ours.
  EXPECT_TRUE(used.first_message && !*used.first_message);
  EXPECT_TRUE(used.llm && !*used.llm);
  EXPECT_TRUE(used.max_duration_s && !*used.max_duration_s);
  // Not a word about it.
  EXPECT_FALSE(used.model_id);
  EXPECT_FALSE(used.similarity_boost);
}

TEST(ReadConversation, TakesWhatItCannotReadOfTheOverrideForNotReported) {
  const char* const cases[] = {
      R"("conversation_config_override":[])",
      R"("conversation_config_override":{"agent":"x","tts":7})",
      R"("conversation_config_override":{"agent":{"first_message":{},"prompt":{"prompt":1,
         "tool_ids":"t"}},"tts":{"voice_id":["v"],"stability":"0.5"}})",
  };
  for (const char* override : cases) {
    const auto report =
        read(with(R"("conversation_initiation_client_data":{)" + std::string(override) + "}"));
    ASSERT_TRUE(report.used) << override;
    EXPECT_FALSE(report.used->prompt || report.used->first_message || report.used->tool_ids ||
                 report.used->voice_id || report.used->stability)
        << override;
  }
  std::string tools = R"("t")";
  for (std::size_t i = 0; i < wire::kReportedTools; ++i) tools += R"(,"t")";
  EXPECT_FALSE(read(with(R"("conversation_initiation_client_data":{"conversation_config_override":
                            {"agent":{"prompt":{"tool_ids":[)" +
                         tools + "]}}}}"))
                   .used->tool_ids);
}

TEST(ReadConversation, KnowsTheFirstWordsOfTheAgentAndWhetherTheyWereCutShort) {
  const auto first = [](const std::string& turns) {
    return read(with(R"("transcript":[)" + turns + "]")).first_turn;
  };
  EXPECT_FALSE(first(R"({"role":"user","message":"Hello?"},{"role":"agent","message":null})"));
  const auto plain = first(R"({"role":"user","message":"Hello?"},
      {"role":"agent","message":"Hi Ada.","interrupted":false,
       "conversation_turn_metrics":{"voice_id":"v1"}},{"role":"agent","message":"More."})");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->text, "Hi Ada.");
  EXPECT_EQ(plain->voice_id, "v1");
  EXPECT_FALSE(plain->cut);
  const auto cut = first(R"({"role":"agent","message":"Hi A...","interrupted":true})");
  ASSERT_TRUE(cut);
  EXPECT_TRUE(cut->cut);
  const auto whole = first(
      R"({"role":"agent","message":"Hi A...","interrupted":true,"original_message":"Hi Ada."})");
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->text, "Hi Ada.");
  EXPECT_FALSE(whole->cut);
}

TEST(ReadConversation, NamesTheErrorBeforeTheTerminationAndHidesNumbers) {
  EXPECT_EQ(read(with(R"("metadata":{"error":{"code":1008,"reason":"Override not allowed"},
                         "termination_reason":"x"})"))
                .failure,
            "Override not allowed");
  EXPECT_EQ(read(with(R"("metadata":{"error":{"code":1},"termination_reason":"busy"})")).failure,
            "busy");
  EXPECT_EQ(read(with(R"("metadata":{"termination_reason":"no route to +41780000001"})")).failure,
            "no route to +#");
}

TEST(ReadConversation, BoundsTheTranscriptButReadsAllOfItForSigns) {
  std::string turns;
  for (std::size_t i = 0; i < wire::kTurns + 5; ++i) turns += R"({"role":"agent","message":"la"},)";
  turns += R"({"role":"agent","tool_calls":[{"type":"webhook","tool_has_been_called":true}]})";
  const core::ConversationReport report = read(with(R"("transcript":[)" + turns + "]"));
  EXPECT_EQ(report.transcript.size(), wire::kTurns);
  EXPECT_TRUE(report.tool_called);

  std::string longest;
  for (std::size_t i = 0; i < wire::kTurnPoints + 1; ++i) longest += "é";
  const core::ConversationReport cut =
      read(with(R"("transcript":[{"role":"user","message":")" + longest + R"("}])"));
  EXPECT_EQ(cut.transcript.at(0).text.size(), wire::kTurnPoints * 2);
}

TEST(ReadConversationPage, ReadsIdsAndWhereToGoOn) {
  const auto page = read_conversation_page(examples::kConversationPage);
  ASSERT_TRUE(page);
  ASSERT_EQ(page->conversations.size(), 2U);
  EXPECT_EQ(page->conversations[0].id.text, "conv_b");
  EXPECT_EQ(page->conversations[0].started_unix_s, 1763812200);
  EXPECT_EQ(page->next_cursor, "djE6MTc2");
  const auto last =
      read_conversation_page(R"({"conversations":[],"next_cursor":"left over","has_more":false})");
  ASSERT_TRUE(last);
  EXPECT_EQ(last->next_cursor, std::nullopt);
}

TEST(ReadConversationPage, NeverTakesAnUnclearListForAnEmptyOne) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "not JSON at byte 1"},
      {"{}", "/conversations is missing"},
      {R"({"conversations":[]})", "/has_more is missing"},
      {R"({"conversations":null,"has_more":false})", "/conversations is missing"},
      {R"({"conversations":[],"has_more":true})", "/next_cursor is missing"},
      {R"({"conversations":[],"has_more":true,"next_cursor":""})", "/next_cursor is empty"},
      {R"({"conversations":[{}],"has_more":false})", "/conversations/0/conversation_id is missing"},
      {R"({"conversations":["c"],"has_more":false})", "/conversations/0 is not an object"}};
  for (const auto& [body, error] : cases) {
    const auto page = read_conversation_page(body);
    ASSERT_FALSE(page) << body;
    EXPECT_EQ(page.error(), (Error{Code::kCorrupt, error}));
  }
}

}  // namespace
}  // namespace pl::platforms
