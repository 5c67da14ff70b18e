// People who call the number themselves.
#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

class Inbound : public SandboxFixture {
 protected:
  Json call_in() {
    return control("POST", "/sandbox/inbound", {{"from", "+12125550100"}, {"to", "+12125550199"}});
  }
  static std::string override_answer() {
    const Json agent{{"first_message", "Hi Robin, Nikita here."},
                     {"prompt", Json{{"prompt", "You are Nikita."}, {"tool_ids", Json::array()}}}};
    return Json{{"type", "conversation_initiation_client_data"},
                {"user_id", "caller_7"},
                {"dynamic_variables", Json{{"partyline_call", "call_1"}, {"secret__x", "hidden"}}},
                {"conversation_config_override", Json{{"agent", agent}}}}
        .dump();
  }
};

TEST_F(Inbound, AskPartyLineWhoSpeaksAndFollowItsOverride) {
  party_line_.will_answer("/initiation", 200, override_answer());
  const Json answer = call_in();
  EXPECT_EQ(answer["answered_with"], "override");
  const std::string id = text_at(answer, "conversation_id");
  const auto asked = party_line_.requests("/initiation");
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].method, "POST");
  EXPECT_EQ(asked[0].header("X-Party"), "i-secret");
  EXPECT_EQ(parse_json(asked[0].body), (Json{{"caller_id", "+12125550100"},
                                             {"agent_id", "agent_1"},
                                             {"called_number", "+12125550199"},
                                             {"call_sid", answer["call_sid"]},
                                             {"conversation_id", id}}));
  wait_for_end(id);
  const Json call = conversation(id);
  EXPECT_EQ(messages_of(call, "agent").at(0), "Hi Robin, Nikita here.");
  EXPECT_EQ(call["metadata"]["phone_call"]["direction"], "inbound");
  EXPECT_EQ(call["user_id"], "caller_7");
  const Json& shown = call["conversation_initiation_client_data"];
  EXPECT_EQ(shown["dynamic_variables"]["partyline_call"], "call_1");
  EXPECT_EQ(shown["dynamic_variables"]["secret__x"], "<REDACTED>");
  EXPECT_FALSE(shown.contains("type"));
}

TEST_F(Inbound, FallBackToTheAgentItselfWhenTheAnswerIsNoAnswer) {
  struct Case {
    int status;
    const char* body;
  };
  for (const Case& one : {Case{503, "{}"}, Case{200, "{"}, Case{200, "{}"},
                          Case{200, R"({"type": "conversation_initiation_client_data",
                                        "conversation_config_override": {"agent": 1}})"}}) {
    SCOPED_TRACE(one.body);
    party_line_.will_answer("/initiation", one.status, one.body);
    const Json answer = call_in();
    EXPECT_EQ(answer["answered_with"], "agent");
    const std::string id = text_at(answer, "conversation_id");
    wait_for_end(id);
    EXPECT_EQ(messages_of(conversation(id), "agent").at(0), "Hello, this is the reception.");
  }
}

TEST_F(Inbound, AreHungUpWhenPartyLineSays401) {
  party_line_.will_answer("/initiation", 401, "{}");
  const Json answer = call_in();
  EXPECT_EQ(answer["answered_with"], "hung_up");
  const Json call = conversation(text_at(answer, "conversation_id"));
  EXPECT_EQ(call["status"], "failed");
  EXPECT_TRUE(call["transcript"].empty());
  EXPECT_EQ(ledger()["initiations"][0]["status"], 401);
}

// A peer saw callers hung up on; the platform's own pages say nothing of it.
TEST_F(Inbound, AreAnsweredByTheAgentItselfAfterA401WhenToldSo) {
  control("PATCH", "/sandbox/workspace", {{"refused_initiation", "agent"}});
  party_line_.will_answer("/initiation", 401, "{}");
  const Json answer = call_in();
  EXPECT_EQ(answer["answered_with"], "agent");
  const std::string id = text_at(answer, "conversation_id");
  wait_for_end(id);
  EXPECT_EQ(messages_of(conversation(id), "agent").at(0), "Hello, this is the reception.");
}

TEST_F(Inbound, MayHangUpHalfWay) {
  const Json answer = control("POST", "/sandbox/inbound",
                              {{"from", "+12125550100"},
                               {"to", "+12125550199"},
                               {"behaviour", Json{{"hang_up_after", 1}}}});
  const std::string id = text_at(answer, "conversation_id");
  wait_for_end(id);
  EXPECT_EQ(messages_of(conversation(id), "agent").size(), 1u);
}

TEST_F(Inbound, MayLoseOrDoubleTheQuestionOnRequest) {
  control("POST", "/sandbox/faults", {{"target", "initiation"}, {"kind", "lose"}});
  EXPECT_EQ(call_in()["answered_with"], "agent");
  EXPECT_TRUE(party_line_.requests("/initiation").empty());
  control("POST", "/sandbox/faults", {{"target", "initiation"}, {"kind", "duplicate"}});
  party_line_.will_answer("/initiation", 200, override_answer());
  EXPECT_EQ(call_in()["answered_with"], "override");
  wait_for([&](const Json&) { return party_line_.requests("/initiation").size() == 2; });
  const auto asked = party_line_.requests("/initiation");
  EXPECT_EQ(asked[0].body, asked[1].body);
}

// A person who calls in and then stays on the line, because a tool never answers.
class LongInbound : public Inbound {
 protected:
  void call_in_and_stay() {
    Json answer = parse_json(override_answer());
    answer["conversation_config_override"]["agent"]["prompt"] =
        Json{{"prompt", "Still to ask:\n- timezone: Where do you live?"},
             {"tool_ids", Json::array({"tool_collect"})}};
    party_line_.will_answer("/initiation", 200, answer.dump());
    party_line_.will_be_silent("/tools/collect_profile");
    call_in();
    wait_for([](const Json& now) { return !now["tool_calls"].empty(); });
  }
};

TEST_F(LongInbound, MakesTheCallersPhoneBusy) {
  call_in_and_stay();
  EXPECT_EQ(wait_for_end(dial(dial_body("+12125550100")))["rings"][0]["outcome"], "busy");
}

TEST_F(LongInbound, LeavesAPhoneUnansweredThatRangBefore) {
  start(Pace{Millis(1), Millis(500), Millis(1), Millis(2), Millis(600), Millis(4)});
  const std::string id = dial(dial_body("+12125550100"));
  call_in_and_stay();
  EXPECT_EQ(wait_for_end(id)["rings"][0]["outcome"], "no_answer");
}

}  // namespace
}  // namespace pl::sandbox
