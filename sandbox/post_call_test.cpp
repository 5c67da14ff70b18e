// What the platform does about a post-call webhook that fails. Source: docs, eleven-api/resources/
// webhooks, 2026: retries are off unless turned on, for post_call_transcription alone, 5 attempts
// at 0, 30 s, 2 min, 8 min and 30 min, on 5xx, 429 and 408; 10 failures in a row disable a webhook
// that has not succeeded for 7 days. Success is 200.
#include <algorithm>

#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

constexpr const char* kWebhooks = "/v1/workspace/webhooks";

class PostCall : public SandboxFixture {
 protected:
  void SetUp() override {
    SandboxFixture::SetUp();
    control("PATCH", "/sandbox/workspace", {{"retry_ms", 1}});
  }
  Json shown() { return parse_json(platform("GET", kWebhooks)->body)["webhooks"][0]; }
  void set(bool is_disabled, bool retry_enabled) {
    const auto answer = platform(
        "PATCH", std::string(kWebhooks) + "/webhook_1",
        {{"is_disabled", is_disabled}, {"name", "Post-call"}, {"retry_enabled", retry_enabled}});
    EXPECT_TRUE(answer && answer->status == 200) << (answer ? answer->body : "");
  }
  void will_answer(int status, int times) {
    for (int i = 0; i < times; ++i) party_line_.will_answer("/events", status, "{}");
  }
  // Calls somebody and waits until `count` webhooks in all are settled.
  Json told_after_a_call(const char* number, std::size_t count) {
    dial(dial_body(number));
    return wait_for([count](const Json& now) {
      const Json& all = now["webhooks"];
      return all.size() >= count && std::none_of(all.begin(), all.end(), [](const Json& one) {
               return one["outcome"] == "sent";
             });
    })["webhooks"];
  }
  // A whole call later nothing more has been sent.
  void expect_no_more_than(std::size_t count) {
    wait_for_end(dial(dial_body("+12125550110")));
    wait_for_end(dial(dial_body("+12125550110")));
    EXPECT_EQ(ledger()["webhooks"].size(), count + 2);
  }
};

TEST_F(PostCall, IsNotRetriedUnlessThatWasTurnedOn) {
  will_answer(503, 1);
  told_after_a_call("+12125550100", 1);
  expect_no_more_than(1);
}

TEST_F(PostCall, IsRetriedByteByByteAfterTheFailuresThatMayPass) {
  set(false, true);
  for (const int status : {500, 503, 429, 408}) {
    SCOPED_TRACE(status);
    control("POST", "/sandbox/reset");
    control("PATCH", "/sandbox/workspace", {{"retry_ms", 1}});
    set(false, true);
    const std::size_t before = party_line_.requests("/events").size();
    will_answer(status, 2);
    const Json sent = told_after_a_call("+12125550100", 3);
    EXPECT_EQ(sent[1]["status"], status);
    EXPECT_EQ(sent[2]["status"], 200);
    const auto requests = party_line_.requests("/events");
    ASSERT_EQ(requests.size(), before + 3);
    EXPECT_EQ(requests[before].body, requests[before + 2].body);
    EXPECT_TRUE(requests[before + 2].header("ElevenLabs-Signature"));
  }
}

TEST_F(PostCall, IsGivenUpAfterFiveAttempts) {
  set(false, true);
  will_answer(503, 5);
  const Json sent = told_after_a_call("+12125550100", 5);
  EXPECT_EQ(sent[4]["status"], 503);
  expect_no_more_than(5);
}

TEST_F(PostCall, WaitsLongerEachTimeBeforeItIsSentAgain) {
  set(false, true);
  control("PATCH", "/sandbox/workspace", {{"retry_ms", 20}});
  will_answer(503, 4);
  const Json sent = told_after_a_call("+12125550100", 5);
  for (const auto& [number, least] :
       {std::pair{1, 20}, std::pair{2, 60}, std::pair{3, 240}, std::pair{4, 880}}) {
    SCOPED_TRACE(number);
    const auto from = parse_utc(text_at(sent[static_cast<std::size_t>(number) - 1], "answered_at"));
    const auto to = parse_utc(text_at(sent[static_cast<std::size_t>(number)], "at"));
    EXPECT_GE(*to - *from, Millis(least - 2));
  }
}

TEST_F(PostCall, IsNotRetriedAfterARefusalOrForACallThatNobodyTook) {
  set(false, true);
  will_answer(404, 1);
  told_after_a_call("+12125550100", 1);
  will_answer(503, 1);
  const Json sent = told_after_a_call("+12125550110", 2);
  EXPECT_EQ(sent[1]["kind"], "call_initiation_failure");
  expect_no_more_than(2);
}

TEST_F(PostCall, IsDisabledByTenFailuresInARowUntilSomebodyEnablesItAgain) {
  will_answer(500, 10);
  for (std::size_t i = 1; i <= 10; ++i) {
    EXPECT_EQ(shown()["is_auto_disabled"], false) << i;
    told_after_a_call("+12125550110", i);
  }
  EXPECT_EQ(shown()["is_auto_disabled"], true);
  EXPECT_EQ(shown()["is_disabled"], true);
  EXPECT_EQ(shown()["most_recent_failure_error_code"], 500);
  EXPECT_TRUE(shown()["most_recent_failure_timestamp"].is_number_integer());
  EXPECT_EQ(told_after_a_call("+12125550110", 11)[10]["outcome"], "disabled");
  EXPECT_EQ(party_line_.requests("/events").size(), 10u);
  set(false, false);
  EXPECT_EQ(shown()["is_auto_disabled"], false);
  EXPECT_EQ(told_after_a_call("+12125550110", 12)[11]["status"], 200);
}

TEST_F(PostCall, IsNotDisabledWhileItSucceedsNowAndThen) {
  will_answer(200, 1);
  will_answer(500, 11);
  for (std::size_t i = 1; i <= 12; ++i) told_after_a_call("+12125550110", i);
  EXPECT_EQ(shown()["is_auto_disabled"], false);
}

TEST_F(PostCall, CanBeSwitchedOff) {
  set(true, false);
  EXPECT_EQ(shown()["is_disabled"], true);
  EXPECT_EQ(shown()["is_auto_disabled"], false);
  EXPECT_EQ(told_after_a_call("+12125550110", 1)[0]["outcome"], "disabled");
}

TEST_F(PostCall, SettingsNeedBothOfTheirRequiredFieldsAndTheRightId) {
  const auto answer =
      platform("PATCH", std::string(kWebhooks) + "/webhook_1", {{"retry_enabled", true}});
  ASSERT_TRUE(answer && answer->status == 422);
  const Json detail = parse_json(answer->body)["detail"];
  ASSERT_EQ(detail.size(), 2u);
  EXPECT_EQ(detail[0]["loc"], (Json{"body", "is_disabled"}));
  EXPECT_EQ(detail[1]["loc"], (Json{"body", "name"}));
  const auto unknown = platform("PATCH", std::string(kWebhooks) + "/webhook_2",
                                {{"is_disabled", false}, {"name", "x"}});
  EXPECT_TRUE(unknown && unknown->status == 404);
}

// FastAPI with pydantic takes a text or number that clearly means one for a boolean.
TEST_F(PostCall, SettingsTakeForABooleanWhatClearlyMeansOne) {
  const auto patched = [&](const Json& is_disabled, const Json& retry_enabled) {
    const auto answer = platform(
        "PATCH", std::string(kWebhooks) + "/webhook_1",
        {{"is_disabled", is_disabled}, {"name", "Post-call"}, {"retry_enabled", retry_enabled}});
    EXPECT_TRUE(answer && answer->status == 200);
  };
  patched("true", false);
  EXPECT_EQ(shown()["is_disabled"], true);
  patched(0, 1);
  EXPECT_EQ(shown()["is_disabled"], false);
  will_answer(503, 1);
  EXPECT_EQ(told_after_a_call("+12125550100", 2)[1]["status"], 200);
}

TEST_F(PostCall, IsSentWithTheHeadersOfItsSettingsAndOnlyForTheirEvents) {
  const Json settings{{"is_disabled", false},
                      {"name", "Post-call"},
                      {"events", Json::array({"call_initiation_failure"})},
                      {"request_headers", Json{{"X-Mine", "a"}, {"X-Kept", {{"secret_id", "s"}}}}}};
  EXPECT_EQ(platform("PATCH", std::string(kWebhooks) + "/webhook_1", settings)->status, 200);
  const std::string id = dial(dial_body("+12125550100"));
  wait_for([&](const Json& now) { return now["conversations"][0]["status"] == "done"; });
  wait_for_end(dial(dial_body("+12125550110")));
  const auto events = party_line_.requests("/events");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(parse_json(events[0].body)["type"], "call_initiation_failure");
  EXPECT_EQ(events[0].header("X-Mine"), "a");
  EXPECT_FALSE(events[0].header("X-Kept"));
  Json wrong = settings;
  wrong["events"] = Json::array({"shout"});
  wrong["request_headers"] = Json{{"X-Mine", 1}};
  const auto refused = platform("PATCH", std::string(kWebhooks) + "/webhook_1", wrong);
  ASSERT_TRUE(refused && refused->status == 422);
  EXPECT_EQ(parse_json(refused->body)["detail"].size(), 2u);
}

}  // namespace
}  // namespace pl::sandbox
