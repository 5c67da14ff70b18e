// What a dialled person does, and what the platform then says about it.
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstdio>

#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

class Calls : public SandboxFixture {
 protected:
  // What the only webhook so far said.
  Json only_event() {
    const auto events = party_line_.requests("/events");
    EXPECT_EQ(events.size(), 1u);
    return events.empty() ? Json() : parse_json(events[0].body);
  }
};

constexpr const char* kTwoQuestions =
    "- timezone: Where do you live?\n- occupation: What do you do?\n";

TEST_F(Calls, AreAcceptedBeforeAnybodyHasAnswered) {
  control("POST", "/sandbox/people", {{"number", "+12125550100"}, {"behaviour", "no_answer"}});
  const auto answer =
      platform("POST", "/v1/convai/twilio/outbound-call", dial_body("+12125550100"));
  ASSERT_TRUE(answer);
  const Json json = parse_json(answer->body);
  EXPECT_EQ(json["success"], true);
  EXPECT_TRUE(json["message"].is_string());
  EXPECT_TRUE(text_at(json, "conversation_id").starts_with("conv_"));
  EXPECT_EQ(text_at(json, "callSid").size(), 34u);
  EXPECT_TRUE(text_at(json, "callSid").starts_with("CA"));
}

TEST_F(Calls, ThatAreAnsweredEndDoneWithATranscriptAndASignedWebhook) {
  const std::string id = dial(dial_body("+12125550100"));
  const Json ledger = wait_for_end(id);
  EXPECT_EQ(ledger["rings"][0]["outcome"], "answered");
  EXPECT_EQ(ledger["rings"][0]["attempt"], "attempt_1");
  EXPECT_EQ(ledger["rings"][0]["user_id"], "caller_1");
  EXPECT_EQ(ledger["webhooks"].size(), 1u);
  const Json call = conversation(id);
  EXPECT_EQ(call["status"], "done");
  EXPECT_EQ(call["user_id"], "caller_1");
  EXPECT_EQ(call["has_audio"], true);
  EXPECT_EQ(call["metadata"]["phone_call"]["direction"], "outbound");
  EXPECT_EQ(call["metadata"]["phone_call"]["external_number"], "+12125550100");
  EXPECT_EQ(call["metadata"]["phone_call"]["agent_number"], "+12125550199");
  EXPECT_EQ(call["metadata"]["phone_call"]["call_result"], "answered");
  EXPECT_EQ(call["metadata"]["error"], nullptr);
  Json used;  // without what is null: nothing of ours
  used.merge_patch(call["conversation_initiation_client_data"]);
  EXPECT_EQ(used, dial_body("+12125550100")["conversation_initiation_client_data"]);
  EXPECT_EQ(messages_of(call, "agent").at(0), "Hi, this is Meta-Nikita.");
  EXPECT_EQ(call["transcript"].back()["tool_results"][0]["tool_name"], "end_call");
  EXPECT_EQ(only_event()["type"], "post_call_transcription");
  EXPECT_EQ(only_event()["data"], call);
}

TEST_F(Calls, AreSignedSoThatAnybodyWithTheSecretCanCheck) {
  wait_for_end(dial(dial_body("+12125550100")));
  const net::Request event = party_line_.requests("/events").at(0);
  const std::string header(event.header("ElevenLabs-Signature").value_or(""));
  const std::size_t comma = header.find(",v0=");
  ASSERT_TRUE(header.starts_with("t=") && comma != std::string::npos) << header;
  const std::string stamp = header.substr(2, comma - 2);
  const std::string text = stamp + "." + event.body;
  std::array<unsigned char, 32> mac;
  unsigned int size = 0;
  HMAC(EVP_sha256(), "wsec_1", 6, reinterpret_cast<const unsigned char*>(text.data()), text.size(),
       mac.data(), &size);
  std::string hex;
  for (const unsigned char byte : mac) {
    std::array<char, 3> digits;
    std::snprintf(digits.data(), digits.size(), "%02x", byte);
    hex += digits.data();
  }
  EXPECT_EQ(header.substr(comma + 4), hex);
  EXPECT_NEAR(
      std::stod(stamp),
      static_cast<double>(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())),
      30.0);
}

TEST_F(Calls, ThatNobodyTakesEndFailedWithTheReason) {
  struct Case {
    const char* behaviour;
    const char* outcome;
    const char* failure_reason;
    const char* call_status;
    const char* call_result;
  };
  const Case cases[] = {{"busy", "busy", "busy", "busy", "busy"},
                        {"decline", "declined", "busy", "busy", "busy"},
                        {"no_answer", "no_answer", "no-answer", "no-answer", "no_answer"},
                        {"unreachable", "unreachable", "unknown", "failed", "failed"}};
  for (const Case& one : cases) {
    SCOPED_TRACE(one.behaviour);
    control("POST", "/sandbox/reset");
    const std::size_t before = party_line_.requests("/events").size();
    control("POST", "/sandbox/people", {{"number", "+12125550100"}, {"behaviour", one.behaviour}});
    const std::string id = dial(dial_body("+12125550100"));
    const Json ledger = wait_for_end(id);
    EXPECT_EQ(ledger["rings"][0]["outcome"], one.outcome);
    const Json call = conversation(id);
    EXPECT_EQ(call["status"], "failed");
    EXPECT_TRUE(call["metadata"]["error"]["code"].is_number_integer());
    EXPECT_EQ(call["metadata"]["error"]["reason"], one.failure_reason);
    EXPECT_EQ(call["metadata"]["phone_call"]["call_result"], one.call_result);
    EXPECT_EQ(call["transcript"].size(), 0u);
    const auto events = party_line_.requests("/events");
    ASSERT_EQ(events.size(), before + 1);
    const Json event = parse_json(events.back().body);
    EXPECT_EQ(event["type"], "call_initiation_failure");
    EXPECT_EQ(event["data"]["conversation_id"], id);
    EXPECT_EQ(event["data"]["failure_reason"], one.failure_reason);
    EXPECT_EQ(event["data"]["metadata"]["body"]["CallStatus"], one.call_status);
    EXPECT_TRUE(events.back().header("ElevenLabs-Signature"));
  }
}

// The keys of the page on post-call webhooks, in its example of a call that nobody took.
TEST_F(Calls, ThatNobodyTakesAreToldOfWithTheWholeFormOfTwilio) {
  wait_for_end(dial(dial_body("+12125550110")));
  const Json body = only_event()["data"]["metadata"]["body"];
  for (const char* key : {"Called",       "ToState",        "CallerCountry",   "Direction",
                          "Timestamp",    "CallbackSource", "SipResponseCode", "CallerState",
                          "ToZip",        "SequenceNumber", "CallSid",         "To",
                          "CallerZip",    "ToCountry",      "CalledZip",       "ApiVersion",
                          "CalledCity",   "CallStatus",     "Duration",        "From",
                          "CallDuration", "AccountSid",     "CalledCountry",   "CallerCity",
                          "ToCity",       "FromCountry",    "Caller",          "FromCity",
                          "CalledState",  "FromZip",        "FromState"})
    EXPECT_TRUE(body.contains(key) && body.at(key).is_string()) << key;
  EXPECT_EQ(text_at(body, "SipResponseCode"), "486");
  EXPECT_EQ(text_at(body, "AccountSid"), "AC1");
  EXPECT_EQ(text_at(body, "Caller"), "+12125550199");
  EXPECT_TRUE(text_at(body, "Timestamp").ends_with(" +0000"));
}

TEST_F(Calls, ThatVoicemailTakesAreDetectedAndEndDone) {
  const std::string id = dial(dial_body("+12125550113", kTwoQuestions));
  const Json ledger = wait_for_end(id);
  EXPECT_EQ(ledger["rings"][0]["outcome"], "voicemail");
  EXPECT_EQ(ledger["tool_calls"].size(), 0u);
  const Json call = conversation(id);
  EXPECT_EQ(call["status"], "done");
  EXPECT_EQ(call["metadata"]["phone_call"]["call_result"], "voicemail");
  const Json result = call["transcript"].back()["tool_results"][0];
  EXPECT_EQ(result["tool_name"], "voicemail_detection");
  EXPECT_EQ(result["type"], "system");
  EXPECT_EQ(result["result"]["result_type"], "voicemail_detection_success");
}

TEST_F(Calls, OfPeopleWhoHangUpHalfWayEndAfterThatManyTurnsOfTheAgent) {
  control("POST", "/sandbox/people",
          {{"number", "+12125550100"}, {"behaviour", Json{{"hang_up_after", 3}}}});
  const std::string id = dial(dial_body("+12125550100", kTwoQuestions));
  const Json ledger = wait_for_end(id);
  const Json call = conversation(id);
  EXPECT_EQ(messages_of(call, "agent").size(), 3u);
  EXPECT_EQ(messages_of(call, "agent").back(), "What do you do?");
  EXPECT_EQ(call["metadata"]["termination_reason"], "Call ended by remote party");
  EXPECT_EQ(call["status"], "done");
  ASSERT_EQ(ledger["tool_calls"].size(), 1u);
  EXPECT_EQ(ledger["tool_calls"][0]["kind"], "collect_profile");
}

TEST_F(Calls, OfSilentPeopleHoldNoTurnOfTheirs) {
  const std::string id = dial(dial_body("+12125550115"));
  wait_for_end(id);
  EXPECT_EQ(messages_of(conversation(id), "agent").size(), 1u);
  EXPECT_TRUE(messages_of(conversation(id), "user").empty());
}

TEST_F(Calls, AskWhatIsStillToAskAndSendEachAnswerThroughTheTool) {
  control("POST", "/sandbox/people",
          {{"number", "+12125550100"}, {"answers", Json{{"occupation", "baker"}}}});
  party_line_.will_answer("/tools/complete_onboarding", 200,
                          R"({"saved": true, "say": "All set. My friend will call you."})");
  const std::string id = dial(dial_body("+12125550100", kTwoQuestions));
  const Json ledger = wait_for_end(id);
  const auto asked = party_line_.requests("/tools/collect_profile");
  ASSERT_EQ(asked.size(), 2u);
  EXPECT_EQ(asked[0].header("X-Tools"), "t-secret");
  EXPECT_EQ(parse_json(asked[0].body), (Json{{"field", "timezone"},
                                             {"value", "America/New_York"},
                                             {"partyline_call", "attempt_1"},
                                             {"conversation_id", id}}));
  EXPECT_EQ(text_at(parse_json(asked[1].body), "value"), "baker");
  const auto completed = party_line_.requests("/tools/complete_onboarding");
  ASSERT_EQ(completed.size(), 1u);
  EXPECT_EQ(parse_json(completed[0].body),
            (Json{{"partyline_call", "attempt_1"}, {"conversation_id", id}}));
  EXPECT_EQ(ledger["tool_calls"].size(), 3u);
  EXPECT_EQ(ledger["tool_calls"][2]["status"], 200);
  EXPECT_EQ(ledger["tool_calls"][2]["answer"]["saved"], true);
  const std::vector<std::string> expected{"Hi, this is Meta-Nikita.", "Where do you live?",
                                          "What do you do?", "All set. My friend will call you.",
                                          "Take care, and talk to you soon. Goodbye!"};
  EXPECT_EQ(messages_of(conversation(id), "agent"), expected);
}

TEST_F(Calls, ShowToolCallsAndTheirResultsInTheTranscript) {
  party_line_.will_answer("/tools/collect_profile", 200, R"({"saved":true})");
  const std::string id = dial(dial_body("+12125550100", "- timezone: Where do you live?\n"));
  wait_for_end(id);
  const Json shown = conversation(id);
  Json call;
  Json result;
  for (const Json& turn : shown["transcript"]) {
    if (call.is_null() && !turn["tool_calls"].empty()) call = turn["tool_calls"][0];
    if (result.is_null() && !turn["tool_results"].empty()) result = turn["tool_results"][0];
  }
  EXPECT_EQ(call["type"], "webhook");
  EXPECT_EQ(call["tool_name"], "collect_profile");
  EXPECT_EQ(text_at(parse_json(text_at(call, "params_as_json")), "field"), "timezone");
  EXPECT_EQ(call["tool_details"]["method"], "POST");
  EXPECT_EQ(result["request_id"], call["request_id"]);
  EXPECT_EQ(result["result_value"], R"({"saved":true})");
  EXPECT_EQ(result["is_error"], false);
}

TEST_F(Calls, LetThePersonTryARejectedAnswerOnceMore) {
  control("POST", "/sandbox/people",
          {{"number", "+12125550100"},
           {"answers", Json{{"timezone", {"the moon", "Asia/Tokyo", "never said"}}}}});
  const std::string rejection = R"({"saved": false, "say": "Which city is that?"})";
  party_line_.will_answer("/tools/collect_profile", 200, rejection);
  party_line_.will_answer("/tools/collect_profile", 200, rejection);
  const std::string id = dial(dial_body("+12125550100", "- timezone: Where do you live?\n"));
  wait_for_end(id);
  const auto asked = party_line_.requests("/tools/collect_profile");
  ASSERT_EQ(asked.size(), 2u);
  EXPECT_EQ(text_at(parse_json(asked[0].body), "value"), "the moon");
  EXPECT_EQ(text_at(parse_json(asked[1].body), "value"), "Asia/Tokyo");
  EXPECT_EQ(messages_of(conversation(id), "agent").at(2), "Which city is that?");
  EXPECT_EQ(party_line_.requests("/tools/complete_onboarding").size(), 1u);
}

TEST_F(Calls, HideAFailingToolFromTheAgent) {
  party_line_.will_answer("/tools/collect_profile", 500, "trouble");
  const std::string id = dial(dial_body("+12125550100", "- timezone: Where do you live?\n"));
  const Json ledger = wait_for_end(id);
  EXPECT_EQ(ledger["tool_calls"][0]["status"], 500);
  EXPECT_EQ(ledger["tool_calls"][0]["answer"], "trouble");
  EXPECT_EQ(party_line_.requests("/tools/complete_onboarding").size(), 1u);
}

TEST_F(Calls, UseOnlyToolsThatTheSceneGrants) {
  Json body = dial_body("+12125550100", "- timezone: Where do you live?\n");
  Json& agent =
      body["conversation_initiation_client_data"]["conversation_config_override"]["agent"];
  agent["prompt"]["tool_ids"] = Json::array({"tool_done", "tool_gone"});
  const std::string id = dial(body);
  wait_for_end(id);
  EXPECT_EQ(conversation(id)["metadata"]["warnings"],
            Json::array({"tool_ids: there is no tool tool_gone"}));
  EXPECT_TRUE(party_line_.requests("/tools/collect_profile").empty());
  EXPECT_EQ(party_line_.requests("/tools/complete_onboarding").size(), 1u);
}

// Seen: "the call ends after 1-2 s" with this reason, whatever the agent's placeholders say.
TEST_F(Calls, ThatLackAVariableAreAnsweredAndEndAMomentLater) {
  start(Pace{Millis(1), Millis(2), Millis(1), Millis(2), Millis(3), Millis(1'500)});
  Json body = dial_body("+12125550100");
  body["conversation_initiation_client_data"]["conversation_config_override"]["agent"]
      ["first_message"] = "Hi {{name}}!";
  const std::string id = dial(body);
  wait_for_end(id);
  EXPECT_EQ(conversation(id)["status"], "failed");
  EXPECT_EQ(conversation(id)["metadata"]["termination_reason"],
            "Missing required dynamic variables in first message: {'name'}");
  EXPECT_EQ(conversation(id)["metadata"]["phone_call"]["call_result"], "answered");
  EXPECT_GE(conversation(id)["metadata"]["call_duration_secs"], 1);
  EXPECT_LE(conversation(id)["metadata"]["call_duration_secs"], 2);
  EXPECT_TRUE(conversation(id)["transcript"].empty());
}

TEST_F(Calls, NeedEveryVariableThatTheirTextsAndToolsName) {
  struct Case {
    const char* first_message;
    const char* prompt;
    bool has_call;
    const char* where;
  };
  for (const Case& one : {Case{"Hi {{b}} and {{a}}", "Kind.", true, "first message: {'b', 'a'}"},
                          Case{"Hi", "Be {{how}}.", true, "prompt: {'how'}"},
                          Case{"Hi", "Kind.", false, "tools: {'partyline_call'}"}}) {
    SCOPED_TRACE(one.where);
    Json body = dial_body("+12125550100");
    Json& told = body["conversation_initiation_client_data"];
    told["conversation_config_override"]["agent"]["first_message"] = one.first_message;
    told["conversation_config_override"]["agent"]["prompt"]["prompt"] = one.prompt;
    if (!one.has_call) told.erase("dynamic_variables");
    const std::string id = dial(body);
    wait_for_end(id);
    EXPECT_EQ(conversation(id)["metadata"]["termination_reason"],
              std::string("Missing required dynamic variables in ") + one.where);
  }
}

TEST_F(Calls, EndWhenTheirTimeIsOver) {
  Json body = dial_body("+12125550100", "- timezone: Where do you live?\n");
  body["conversation_initiation_client_data"]["conversation_config_override"]["conversation"] =
      Json{{"max_duration_seconds", 1}};
  party_line_.will_be_silent("/tools/collect_profile");
  const std::string id = dial(body);
  wait_for_end(id);
  EXPECT_EQ(conversation(id)["metadata"]["termination_reason"],
            "Call exceeded its maximum duration");
  EXPECT_EQ(conversation(id)["metadata"]["call_duration_secs"], 1);
}

TEST_F(Calls, ToSomebodyOnThePhoneAreBusyAndTheOverlapIsWrittenDown) {
  party_line_.will_be_silent("/tools/collect_profile");
  const std::string first = dial(dial_body("+12125550100", kTwoQuestions));
  wait_for([](const Json& now) { return !now["tool_calls"].empty(); });
  const std::string second = dial(dial_body("+12125550100"));
  wait_for_end(second);
  const Json rings = ledger()["rings"];
  EXPECT_EQ(rings[0]["overlaps"], nullptr);
  EXPECT_EQ(rings[1]["overlaps"], first);
  EXPECT_EQ(rings[1]["outcome"], "busy");
}

TEST_F(Calls, TakeOneBehaviourEach) {
  control("POST", "/sandbox/people",
          {{"number", "+12125550100"}, {"behaviours", {"busy", "voicemail", "answer"}}});
  for (const char* outcome : {"busy", "voicemail", "answered"}) {
    const Json ledger = wait_for_end(dial(dial_body("+12125550100")));
    EXPECT_EQ(ledger["rings"].back()["outcome"], outcome);
  }
}

}  // namespace
}  // namespace pl::sandbox
