// People's rights, as the owning product exercises them for its callers.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"
#include "../../tests/support/sample_call.h"
#include "../../tests/support/sample_outreach.h"
#include "engine/callers.h"
#include "engine/privacy.h"
#include "engine/retention.h"
#include "http/front.h"

namespace pl::http {
namespace {

using namespace pl::testing;
using namespace std::chrono_literals;

const std::string kAnnaAgain = R"({"number":"+41780000001","name":"Anna"})";

// Anna does.
void phone_in(FrontStage& stage) {
  const auto answer = stage.initiation(R"({"caller_id":"+41780000001","agent_id":"agent_1",)"
                                       R"("called_number":"+41780000000","call_sid":"CA1"})");
  ASSERT_EQ(answer.status, 200);
}

TEST(OptOut, IsForEveryLineThatHasTheNumber) {
  FrontStage stage;
  core::Caller other = sample_caller();
  other.id = sample_id<core::CallerId>(2);
  other.line = {"second"};
  stage.world.store.put(other);
  const std::string elsewhere = "/v1/callers/" + other.id.text();
  ASSERT_EQ(stage.api("POST", kAnna + "/opt-out").status, 200);
  EXPECT_TRUE(json_of(stage.api("GET", elsewhere))["opted_out_at"].is_string());
  ASSERT_EQ(stage.api("POST", kAnna + "/opt-in").status, 200);
  EXPECT_TRUE(json_of(stage.api("GET", elsewhere))["opted_out_at"].is_string());
  EXPECT_EQ(stage.world.suppression.noted.size(), 1U) << "the other line's stays left alone";
}

// We may die as soon as we have answered.
TEST(OptOut, IsNotedOutsideTheStoreBeforeAnybodyIsToldOfIt) {
  FrontStage stage;
  std::optional<std::size_t> noted;
  stage.world.engine.run<core::Caller>(
      ports::Priority::kCall,
      [](engine::Turn& turn) { return engine::opt_out(turn, sample_caller().id); },
      [&](const Result<core::Caller>&) { noted = stage.world.suppression.noted.size(); });
  EXPECT_EQ(noted, 1U);
}

TEST(OptOut, OutlivesAChangeOfNumber) {
  FrontStage stage;
  ASSERT_EQ(stage.api("POST", kAnna + "/opt-out").status, 200);
  const auto bea = json_of(stage.api("POST", "/v1/callers", R"({"number":"+41780000002"})"));
  ASSERT_EQ(stage.api("DELETE", kAnna).status, 200);
  const std::string path = "/v1/callers/" + bea["id"].get<std::string>();
  const auto changed = stage.api(
      "PATCH", path, R"({"number":"+41780000001","consent":{"voice":true,"source":"form"}})");
  ASSERT_EQ(changed.status, 200);
  EXPECT_TRUE(json_of(changed)["opted_out_at"].is_string());
}

TEST(Erasure, ForgetsTheCallerAndGivesAReceipt) {
  FrontStage stage;
  ASSERT_EQ(stage.api("POST", kAnna + "/onboarding").status, 202);
  const auto erased = stage.api("DELETE", kAnna);
  ASSERT_EQ(erased.status, 200) << erased.body;
  const auto receipt = json_of(erased);
  EXPECT_EQ(receipt["caller"], sample_caller().id.text());
  EXPECT_EQ(receipt["by"], "root");
  EXPECT_EQ(receipt["rows"]["caller"], 1);
  EXPECT_EQ(receipt["rows"]["outreach"], 1);
  EXPECT_EQ(receipt["complete"], true);
  EXPECT_EQ(erased.body.find("Anna"), std::string::npos);
  EXPECT_EQ(erased.body.find("+4178"), std::string::npos);
  EXPECT_EQ(stage.api("GET", kAnna).status, 404);
  EXPECT_EQ(stage.api("GET", "/v1/callers?number=%2B41780000001").status, 404);
  EXPECT_EQ(stage.api("DELETE", kAnna).status, 404);
  const std::string id = receipt["id"];
  EXPECT_EQ(json_of(stage.api("GET", "/v1/erasures/" + id)), receipt);
}

TEST(Erasure, OfWhoOptedOutLeavesTheirNumberAlone) {
  FrontStage stage;
  ASSERT_EQ(stage.api("POST", kAnna + "/opt-out").status, 200);
  ASSERT_EQ(stage.api("DELETE", kAnna).status, 200);
  const auto again = stage.api("POST", "/v1/callers", kAnnaAgain);
  ASSERT_EQ(again.status, 201);
  EXPECT_TRUE(json_of(again)["opted_out_at"].is_string());
  const std::string id = json_of(again)["id"];
  EXPECT_EQ(stage.api("POST", "/v1/callers/" + id + "/onboarding").status, 422);
  EXPECT_EQ(stage.api("POST", "/v1/callers/" + id + "/opt-in").status, 200);
  EXPECT_TRUE(stage.world.suppression.noted.empty());
}

TEST(Erasure, OfAnybodyElseLetsThemComeBack) {
  FrontStage stage;
  ASSERT_EQ(stage.api("DELETE", kAnna).status, 200);
  EXPECT_TRUE(json_of(stage.api("POST", "/v1/callers", kAnnaAgain))["opted_out_at"].is_null());
}

TEST(Erasure, WaitsForTheEndOfACall) {
  FrontStage stage;
  phone_in(stage);
  const auto refused = stage.api("DELETE", kAnna);
  EXPECT_EQ(not_a_problem(refused, 409), "");
  EXPECT_EQ(stage.api("GET", kAnna).status, 200) << "nothing was lost by half";
}

TEST(Erasure, ANoteOfAnErasedPersonsAnswersIsGoneToo) {
  FrontStage stage;
  const std::vector<net::Header> named{{"Authorization", "Bearer " + kApiKey},
                                       {"Idempotency-Key", "bea"}};
  const auto made =
      stage.serve("POST", "/v1/callers", named, R"({"number":"+41780000002","name":"Bea"})");
  ASSERT_EQ(made.status, 201);
  const std::string id = json_of(made)["id"];
  const auto erased = json_of(stage.api("DELETE", "/v1/callers/" + id));
  EXPECT_EQ(erased["rows"]["kept_answer"], 1);
  const auto again =
      stage.serve("POST", "/v1/callers", named, R"({"number":"+41780000002","name":"Bea"})");
  EXPECT_EQ(again.status, 201);
  EXPECT_NE(json_of(again)["id"], id);
}

TEST(Erasure, WhatThePlatformKeepsIsTriedAndThenBroughtToSomebody) {
  FrontStage stage;
  core::Call call{.id = sample_id<core::CallId>(1), .line = {"nikita"}};
  call.number = sample_caller().number.number;
  call.caller = sample_caller().id;
  call.started_at = call.lapses_at = kSampleNow;
  call.conversation = core::ConversationId{"conv_1"};
  call.ended_at = kSampleNow;
  stage.world.store.put(call);
  stage.world.voice.forgets = fail(Code::kUnavailable, "ElevenLabs answered 500");
  const std::string receipt = json_of(stage.api("DELETE", kAnna))["id"];
  const auto left = [&] {
    return json_of(stage.api("GET", "/v1/erasures/" + receipt))["conversations_left"];
  };
  const auto attention = [&] { return json_of(stage.api("GET", "/v1/attention"))["items"]; };
  const auto tries_after = [&](Millis wait) {
    stage.world.clock.time += wait;
    stage.pump();
    return stage.world.voice.forgotten.size();
  };
  std::size_t tries = 1;
  EXPECT_EQ(tries_after(0ms), tries);
  for (const Millis wait : std::vector<Millis>{30s, 5min, 30min, 2h, 6h, 12h, 24h, 24h, 24h}) {
    EXPECT_TRUE(attention().empty());
    EXPECT_EQ(tries_after(wait - 1ms), tries) << wait.count();
    EXPECT_EQ(tries_after(1ms), ++tries) << wait.count();
  }
  ASSERT_EQ(attention().size(), 1U);
  EXPECT_EQ(attention()[0]["reason"], "erasure-stuck");
  EXPECT_EQ(attention()[0]["subject"], receipt);
  EXPECT_EQ(tries_after(1000h), 10U) << "nobody tries any more";
  ASSERT_EQ(left().size(), 1U);
  EXPECT_EQ(left()[0]["tries"], 10);
}

TEST(Suppression, IsRecalledFromTheFileButNeverLiftedByIt) {
  FrontStage stage;
  ASSERT_EQ(stage.api("POST", kAnna + "/onboarding").status, 202);
  const std::string hash = stage.world.suppression.hash_of(sample_caller().number.number);
  const auto recall = [&](bool suppressed) {
    stage.world.engine.run(
        ports::Priority::kCall,
        [&](engine::Turn& turn) {
          return engine::recall_suppressed(turn, {{hash, suppressed}});
        },
        [](const Result<void>& done) { EXPECT_TRUE(done); });
  };
  recall(true);
  const auto anna = json_of(stage.api("GET", kAnna));
  EXPECT_TRUE(anna["opted_out_at"].is_string());
  EXPECT_TRUE(anna["outreaches"].empty());
  recall(false);
  EXPECT_TRUE(json_of(stage.api("GET", kAnna))["opted_out_at"].is_string());
  ASSERT_EQ(stage.api("DELETE", kAnna).status, 200);
  EXPECT_TRUE(json_of(stage.api("POST", "/v1/callers", kAnnaAgain))["opted_out_at"].is_string());
}

TEST(Export, HoldsEverythingThatIsKeptOfThem) {
  FrontStage stage;
  core::Outreach outreach = sample_outreach("handoff");
  outreach.variables = {{"why", "her birthday"}};
  outreach.opening = sample_template("{{name}}, happy birthday!");
  core::Call call = sample_ringing();
  call.transcript = {agent_said("Hello Anna."), user_said("I breed otters.")};
  const core::TextMessage text{.id = sample_id<core::TextId>(1),
                               .outreach = outreach.id,
                               .caller = sample_caller().id,
                               .body = "Call me back, Anna.",
                               .created_at = kSampleNow,
                               .failure = {},
                               .channel_id = {}};
  core::Initiation initiation;
  initiation.override.first_message = "Is that Anna?";
  stage.world.store.put(outreach);
  stage.world.store.put(call);
  stage.world.store.put(text);
  stage.world.store.write([&](ports::Tx& tx) { return tx.put(call.id, initiation); });
  const auto told = stage.api("GET", kAnna + "/export");
  ASSERT_EQ(told.status, 200);
  EXPECT_EQ(json_of(told)["caller"]["name"], "Anna");
  ASSERT_EQ(json_of(told)["outreaches"].size(), 1U);
  ASSERT_EQ(json_of(told)["calls"].size(), 1U);
  for (const char* kept :
       {"+41780000001", "1000001", "signup form", "her birthday", "happy birthday!",
        "Call me back, Anna.", "Hello Anna.", "I breed otters.", "Is that Anna?", "conv_1"}) {
    EXPECT_NE(told.body.find(kept), std::string::npos) << kept;
  }
  EXPECT_EQ(
      stage.api("GET", "/v1/callers/" + sample_id<core::CallerId>(99).text() + "/export").status,
      404);
}

// Lets go of all that is too old, and gives how much that was.
std::size_t let_go(FrontStage& stage, const engine::Retention& retention) {
  std::size_t all = 0;
  std::size_t some = 0;
  do {
    stage.world.engine.run<std::size_t>(
        ports::Priority::kRoutine,
        [&](engine::Turn& turn) { return engine::let_go(turn, retention); },
        [&some](const Result<std::size_t>& gone) { some = gone.value_or(0); });
    all += some;
  } while (some > 0);
  return all;
}

TEST(Retention, WhatWasSaidGoesBeforeWhatHappened) {
  FrontStage stage;
  phone_in(stage);
  const std::string id = json_of(stage.api("GET", "/v1/calls"))["items"][0]["id"];
  const engine::Retention retention{.speech = std::chrono::days(30),
                                    .history = std::chrono::days(60),
                                    .journal = std::chrono::days(90)};
  const auto told_in = [&] { return json_of(stage.api("GET", "/v1/calls/" + id))["initiation"]; };
  const auto pass_days = [&](int days) { stage.world.clock.time += std::chrono::days(days); };
  pass_days(30);
  EXPECT_EQ(let_go(stage, retention), 0U) << "not a moment too early";
  EXPECT_TRUE(told_in().is_object());
  pass_days(1);
  EXPECT_EQ(let_go(stage, retention), 1U);
  EXPECT_TRUE(told_in().is_null());
  pass_days(30);
  EXPECT_EQ(let_go(stage, retention), 1U);
  EXPECT_EQ(stage.api("GET", "/v1/calls/" + id).status, 404);
  EXPECT_EQ(stage.api("GET", kAnna).status, 200) << "a caller stays until they are erased";
  EXPECT_FALSE(json_of(stage.api("GET", "/v1/journal"))["items"].empty());
  pass_days(30);
  EXPECT_GT(let_go(stage, retention), 0U);
  EXPECT_TRUE(json_of(stage.api("GET", "/v1/journal"))["items"].empty());
}

TEST(Retention, ZeroKeepsForEver) {
  FrontStage stage;
  ASSERT_EQ(stage.api("POST", kAnna + "/onboarding").status, 202);
  stage.world.clock.time += std::chrono::days(36'500);
  const engine::Retention nothing_goes{
      .speech = std::chrono::days(0), .history = std::chrono::days(0), .journal = {}};
  EXPECT_EQ(let_go(stage, nothing_goes), 0U);
}

TEST(Metrics, CountWhatTheServerAnswers) {
  FrontStage stage;
  stage.api("GET", "/v1/lines");
  const auto text = stage.serve("GET", "/metrics", {{"Authorization", "Bearer " + kApiKey}});
  ASSERT_EQ(text.status, 200);
  EXPECT_NE(text.body.find("partyline_requests_total{door=\"api\",status=\"200\"} 1"),
            std::string::npos)
      << text.body;
  EXPECT_NE(text.body.find("partyline_live_calls{line=\"nikita\"} 0"), std::string::npos);
  EXPECT_EQ(stage.serve("GET", "/metrics").status, 401);
}

}  // namespace
}  // namespace pl::http
