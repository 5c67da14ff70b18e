// A request that names itself is done once, however often it is sent.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"
#include "http/front.h"

namespace pl::http {
namespace {

using namespace pl::testing;

const std::string kBea = R"({"number":"+41780000002","name":"Bea"})";

net::Response post(FrontStage& stage, const std::string& key, const std::string& body,
                   const std::string& path = "/v1/callers", const std::string& token = kApiKey) {
  return stage.serve("POST", path, {{"Authorization", "Bearer " + token}, {"Idempotency-Key", key}},
                     body);
}

TEST(Idempotency, TheSameRequestAgainGetsTheSameAnswer) {
  FrontStage stage;
  const auto first = post(stage, "one", kBea);
  ASSERT_EQ(first.status, 201);
  const auto again = post(stage, "one", kBea);
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  EXPECT_FALSE(net::find_header(first.headers, "Idempotency-Replayed"));
  EXPECT_EQ(net::find_header(again.headers, "Idempotency-Replayed"), "true");
  EXPECT_EQ(post(stage, "two", kBea).status, 409) << "another name is another request";
}

TEST(Idempotency, AnotherRequestUnderTheSameNameIsRefused) {
  FrontStage stage;
  ASSERT_EQ(post(stage, "one", kBea).status, 201);
  EXPECT_EQ(not_a_problem(post(stage, "one", R"({"number":"+41780000003"})"), 422), "");
  const std::string caller = "/v1/callers/" + sample_caller().id.text() + "/opt-out";
  EXPECT_EQ(not_a_problem(post(stage, "one", kBea, caller), 422), "") << "or elsewhere";
}

TEST(Idempotency, WhatFailedIsDoneAnew) {
  FrontStage stage;
  stage.world.store.broken = true;
  EXPECT_EQ(post(stage, "one", kBea).status, 503);
  stage.world.store.broken = false;
  EXPECT_EQ(post(stage, "one", kBea).status, 201);
}

TEST(Idempotency, TwoClientsMayChooseTheSameName) {
  FrontStage stage;
  const auto made = stage.api("POST", "/v1/keys", R"({"name":"crm","scopes":["write"]})");
  ASSERT_EQ(made.status, 201);
  const std::string token = json_of(made)["token"];
  ASSERT_EQ(post(stage, "one", kBea).status, 201);
  EXPECT_EQ(post(stage, "one", R"({"number":"+41780000003"})", "/v1/callers", token).status, 201);
}

TEST(Idempotency, ADayLaterTheNameIsFreeAgain) {
  FrontStage stage;
  ASSERT_EQ(post(stage, "one", kBea).status, 201);
  stage.world.clock.time += std::chrono::hours(24);
  EXPECT_EQ(post(stage, "one", R"({"number":"+41780000003"})").status, 201);
}

TEST(Idempotency, ANameThatIsNoneIsMalformed) {
  FrontStage stage;
  for (const std::string& key : {std::string(), std::string("two words"), std::string(256, 'x'),
                                 std::string("caf\xc3\xa9"), std::string("tab\t")}) {
    EXPECT_EQ(not_a_problem(post(stage, key, kBea), 400), "") << key;
  }
  EXPECT_EQ(post(stage, std::string(255, 'x'), kBea).status, 201);
}

TEST(Idempotency, ReadingNeedsNoName) {
  FrontStage stage;
  const std::vector<net::Header> headers{{"Authorization", "Bearer " + kApiKey},
                                         {"Idempotency-Key", "one"}};
  EXPECT_EQ(stage.serve("GET", "/v1/callers", headers).status, 200);
  ASSERT_EQ(post(stage, "one", kBea).status, 201);
}

}  // namespace
}  // namespace pl::http
