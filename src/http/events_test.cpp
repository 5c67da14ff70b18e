// The owning product is told of what happens, until it has taken it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"
#include "http/front.h"

namespace pl::http {
namespace {

using namespace pl::testing;

std::string add_endpoint(FrontStage& stage, const std::string& events = "[]") {
  const auto made = stage.api("POST", "/v1/endpoints",
                              R"({"url":"https://product.example/hook","events":)" + events + "}");
  EXPECT_EQ(made.status, 201) << made.body;
  return json_of(made).value("id", "");
}

void onboard(FrontStage& stage) {
  EXPECT_EQ(stage.api("PATCH", kAnna, R"({"stage":"onboarding"})").status, 200);
  EXPECT_EQ(stage.api("PATCH", kAnna, R"({"stage":"onboarded"})").status, 200);
}

nlohmann::json deliveries(FrontStage& stage, const std::string& query = "") {
  return json_of(stage.api("GET", "/v1/deliveries" + query))["items"];
}

TEST(Events, ReachTheEndpointWithIdsAndNothingOfThePerson) {
  FrontStage stage;
  add_endpoint(stage);
  onboard(stage);
  stage.pump();
  ASSERT_EQ(stage.world.events.posts.size(), 1U);
  const auto body = nlohmann::json::parse(stage.world.events.posts[0].body);
  EXPECT_EQ(body["type"], "caller.onboarded");
  EXPECT_EQ(body["data"]["caller"], sample_caller().id.text());
  EXPECT_EQ(body["data"]["line"], "nikita");
  EXPECT_EQ(stage.world.events.posts[0].body.find("Anna"), std::string::npos);
  EXPECT_EQ(stage.world.events.posts[0].body.find("4178"), std::string::npos);
  EXPECT_EQ(deliveries(stage)[0]["state"], "delivered");
}

TEST(Events, GoOnlyWhereTheyAreWanted) {
  FrontStage stage;
  add_endpoint(stage, R"(["outreach.failed"])");
  onboard(stage);
  EXPECT_TRUE(deliveries(stage).empty());
  const std::string id = add_endpoint(stage, R"(["caller.onboarded"])");
  EXPECT_EQ(stage.api("PATCH", "/v1/endpoints/" + id, R"({"enabled":false})").status, 200);
  stage.api("PATCH", kAnna, R"({"stage":"closed"})");
  stage.api("PATCH", kAnna, R"({"stage":"onboarded"})");
  EXPECT_TRUE(deliveries(stage).empty());
}

TEST(Events, AreSentAgainUnderTheSameNameUntilTheyAreTaken) {
  FrontStage stage;
  add_endpoint(stage);
  onboard(stage);
  stage.world.events.answer = ports::EventNotTaken{"it answered 500"};
  stage.pump();
  stage.pump();
  ASSERT_EQ(stage.world.events.posts.size(), 1U) << "not before its time";
  stage.world.clock.time += std::chrono::seconds(5);
  stage.world.events.answer = ports::EventTaken{};
  stage.pump();
  ASSERT_EQ(stage.world.events.posts.size(), 2U);
  EXPECT_EQ(stage.world.events.posts[0].id, stage.world.events.posts[1].id);
  EXPECT_EQ(stage.world.events.posts[0].body, stage.world.events.posts[1].body);
  EXPECT_EQ(deliveries(stage)[0]["tries"], 2);
}

TEST(Events, AreGivenUpAfterTwoDaysAndCanBeReplayed) {
  FrontStage stage;
  add_endpoint(stage);
  onboard(stage);
  stage.world.events.answer = ports::EventNotTaken{"it answered 500"};
  for (int i = 0; i < 20; ++i) {
    stage.pump();
    stage.world.clock.time += std::chrono::hours(24);
  }
  const auto dead = deliveries(stage, "?state=dead");
  ASSERT_FALSE(dead.empty());
  EXPECT_EQ(dead.back()["tries"], 10);
  EXPECT_EQ(dead.back()["failure"], "it answered 500");
  const auto attention = json_of(stage.api("GET", "/v1/attention"))["items"];
  ASSERT_EQ(attention.size(), 1U);
  EXPECT_EQ(attention[0]["reason"], "event-undelivered");
  stage.world.events.answer = ports::EventTaken{};
  const std::string id = dead.back()["id"];
  EXPECT_EQ(stage.api("POST", "/v1/deliveries/" + id + "/replay").status, 202);
  EXPECT_EQ(stage.api("POST", "/v1/deliveries/" + id + "/replay").status, 409);
  stage.pump();
  EXPECT_EQ(deliveries(stage, "?state=delivered")[0]["id"], id);
}

TEST(Events, AreDroppedThirtyDaysAfterTheyWereSettled) {
  FrontStage stage;
  add_endpoint(stage);
  onboard(stage);
  stage.pump();
  const std::string first = deliveries(stage)[0]["id"];
  const auto make_news_after = [&](Millis time) {
    stage.world.clock.time += time;
    stage.api("PATCH", kAnna, R"({"stage":"closed"})");
    stage.api("PATCH", kAnna, R"({"stage":"onboarded"})");
    stage.pump();
  };
  make_news_after(std::chrono::days(30));
  EXPECT_EQ(deliveries(stage).size(), 2U);
  EXPECT_EQ(deliveries(stage)[1]["id"], first);
  make_news_after(Millis(1));
  ASSERT_EQ(deliveries(stage).size(), 2U);
  EXPECT_NE(deliveries(stage)[1]["id"], first);
}

TEST(Events, AnEndpointThatIsGoneIsNotAskedAgain) {
  FrontStage stage;
  add_endpoint(stage);
  onboard(stage);
  stage.world.events.answer = ports::EventNotTaken{"it answered 410", true};
  stage.pump();
  EXPECT_EQ(deliveries(stage)[0]["state"], "dead");
  EXPECT_EQ(json_of(stage.api("GET", "/v1/endpoints"))["items"][0]["enabled"], false);
}

TEST(Events, ARequestThatFailsTellsNobody) {
  FrontStage stage;
  add_endpoint(stage);
  stage.api("PATCH", kAnna, R"({"stage":"onboarding"})");
  stage.world.store.full = true;
  EXPECT_EQ(stage.api("PATCH", kAnna, R"({"stage":"onboarded"})").status, 503);
  stage.world.store.full = false;
  EXPECT_TRUE(deliveries(stage).empty());
}

TEST(Endpoints, ShowTheirSecretOnceAndKeepTwoWhileItIsRotated) {
  FrontStage stage;
  const auto made = stage.api("POST", "/v1/endpoints", R"({"url":"https://product.example/hook"})");
  const std::string id = json_of(made)["id"];
  const std::string secret = json_of(made)["secret"];
  EXPECT_EQ(secret.rfind("whsec_", 0), 0U);
  EXPECT_EQ(stage.api("GET", "/v1/endpoints").body.find(secret), std::string::npos);
  const auto rotated = stage.api("POST", "/v1/endpoints/" + id + "/rotate");
  const std::string second = json_of(rotated)["secret"];
  EXPECT_NE(second, secret);
  onboard(stage);
  stage.pump();
  ASSERT_EQ(stage.world.events.posts.size(), 1U);
  EXPECT_EQ(stage.world.events.posts[0].secrets, (std::vector<std::string>{second, secret}));
}

TEST(Endpoints, RefuseWhatCannotBeOne) {
  FrontStage stage;
  for (const char* body :
       {R"({"url":7})", R"({"url":"https://x.example","events":["caller.sneezed"]})",
        R"({"url":"https://x.example","event":"caller.onboarded"})",
        R"({"url":"https://x.example","events":"caller.onboarded"})"}) {
    EXPECT_EQ(not_a_problem(stage.api("POST", "/v1/endpoints", body), 400), "") << body;
  }
  EXPECT_EQ(not_a_problem(stage.api("POST", "/v1/endpoints", "{}"), 422), "");
  for (int i = 0; i < 10; ++i) add_endpoint(stage);
  EXPECT_EQ(
      not_a_problem(stage.api("POST", "/v1/endpoints", R"({"url":"https://x.example"})"), 409), "");
}

TEST(Endpoints, TakeWhatIsUnderWayWithThem) {
  FrontStage stage;
  const std::string id = add_endpoint(stage);
  onboard(stage);
  EXPECT_EQ(stage.api("DELETE", "/v1/endpoints/" + id).status, 200);
  EXPECT_TRUE(deliveries(stage).empty());
  stage.pump();
  EXPECT_TRUE(stage.world.events.posts.empty());
  EXPECT_EQ(stage.api("DELETE", "/v1/endpoints/" + id).status, 404);
}

}  // namespace
}  // namespace pl::http
