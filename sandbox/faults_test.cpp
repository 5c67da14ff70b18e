// Faults on request that change when something happens, or in which order.
#include <algorithm>

#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

constexpr const char* kDialFaulty = "/v1/convai/twilio/outbound-call";
constexpr const char* kList = "/v1/convai/conversations";

class FaultsOnRequest : public SandboxFixture {
 protected:
  void set(const Json& fault) { control("POST", "/sandbox/faults", fault); }
  std::size_t listed() { return parse_json(platform("GET", kList)->body)["conversations"].size(); }
};

// The worst that a lost answer can hide: at first no look-up finds the call, and then it rings.
TEST_F(FaultsOnRequest, PlaceACallLateWhoseAnswerBrokeOff) {
  set({{"target", "dial"}, {"kind", "late"}, {"ms", 60}});
  const auto answer = platform("POST", kDialFaulty, dial_body("+12125550100"));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::kOutcomeUnknown);
  const auto asked = parse_utc(text_at(ledger()["requests"][0], "at"));
  const Json now = wait_for([](const Json& l) { return !l["rings"].empty(); });
  EXPECT_GE(*parse_utc(text_at(now["rings"][0], "at")) - *asked, Millis(60));
  EXPECT_EQ(now["requests"][0]["fault"], "late");
  EXPECT_EQ(listed(), 1u);
}

TEST_F(FaultsOnRequest, DeliverATextLateWhoseAnswerBrokeOff) {
  set({{"target", "telegram"}, {"kind", "late"}, {"ms", 20}});
  const auto answer = send(
      "POST",
      "http://127.0.0.1:" + std::to_string(sandbox_->platform_port()) + "/bot7:token/sendMessage",
      Json{{"chat_id", 42}, {"text", "Hello"}}.dump());
  ASSERT_FALSE(answer);
  wait_for([](const Json& l) { return l["texts"].size() == 1; });
}

TEST_F(FaultsOnRequest, LetAListAndALookUpLagBehind) {
  const std::string id = dial(dial_body("+12125550100"));
  set({{"target", "list"}, {"kind", "lag"}, {"ms", 60'000}, {"count", 2}});
  EXPECT_EQ(listed(), 0u);
  EXPECT_EQ(listed(), 0u);
  EXPECT_EQ(listed(), 1u);
  set({{"target", "conversation"}, {"kind", "lag"}, {"ms", 60'000}});
  const auto early = platform("GET", std::string(kList) + "/" + id);
  ASSERT_TRUE(early && early->status == 404);
  EXPECT_EQ(conversation(id)["conversation_id"], id);
}

TEST_F(FaultsOnRequest, LetALaterWebhookOvertakeAnEarlierOne) {
  set({{"target", "post_call_webhook"}, {"kind", "reorder"}});
  const std::string first = dial(dial_body("+12125550110"));
  wait_for([](const Json& l) { return l["rings"][0]["outcome"] == "busy"; });
  EXPECT_TRUE(party_line_.requests("/events").empty());
  const std::string second = dial(dial_body("+12125550110"));
  wait_for_end(first);
  const auto events = party_line_.requests("/events");
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(parse_json(events[0].body)["data"]["conversation_id"], second);
  EXPECT_EQ(parse_json(events[1].body)["data"]["conversation_id"], first);
}

TEST_F(FaultsOnRequest, LoseDoubleAndDelayToolCalls) {
  struct Case {
    const char* kind;
    std::size_t heard;
  };
  for (const Case& one : {Case{"lose", 0}, Case{"duplicate", 2}, Case{"delay", 1}}) {
    SCOPED_TRACE(one.kind);
    const std::size_t before = party_line_.requests("/tools/collect_profile").size();
    set({{"target", "tool_call"}, {"kind", one.kind}, {"ms", 30}});
    const std::string id = dial(dial_body("+12125550100", "- timezone: Where do you live?\n"));
    wait_for_end(id);
    wait_for([&](const Json&) {
      return party_line_.requests("/tools/collect_profile").size() == before + one.heard;
    });
    const Json calls = wait_for([](const Json& l) {
      const Json& all = l["tool_calls"];
      return std::none_of(all.begin(), all.end(),
                          [](const Json& call) { return call["outcome"] == "sent"; });
    })["tool_calls"];
    EXPECT_EQ(calls[0]["outcome"], std::string(one.kind) == "lose" ? "lost" : "answered");
    EXPECT_EQ(conversation(id)["status"], "done");
    control("POST", "/sandbox/reset");
  }
}

TEST_F(FaultsOnRequest, MustFitToTheirTarget) {
  struct Case {
    const char* target;
    const char* kind;
    bool fits;
  };
  const Case cases[] = {{"dial", "late", true},
                        {"dial", "lag", false},
                        {"list", "lag", true},
                        {"list", "late", false},
                        {"agent", "refuse", true},
                        {"agent", "unsuccessful", false},
                        {"sms", "late", true},
                        {"sms_list", "lag", true},
                        {"call", "drop_reply", true},
                        {"call", "late", false},
                        {"initiation", "delay", true},
                        {"initiation", "reorder", false},
                        {"tool_call", "lose", true},
                        {"tool_call", "refuse", false},
                        {"sms_webhook", "reorder", true},
                        {"webhook_settings", "refuse", true}};
  for (const Case& one : cases) {
    SCOPED_TRACE(std::string(one.target) + " " + one.kind);
    const auto answer = send(
        "POST", "http://127.0.0.1:" + std::to_string(sandbox_->control_port()) + "/sandbox/faults",
        Json{{"target", one.target}, {"kind", one.kind}}.dump());
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, one.fits ? 200 : 422) << answer->body;
  }
}

}  // namespace
}  // namespace pl::sandbox
