#include "http/journal_stream.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"

namespace pl::http {
namespace {

using namespace pl::testing;

// A client that reads part after part.
struct Listener {
  explicit Listener(net::Response response) : begun(std::move(response)) {}

  // Asks for the next part; what came so far is in `heard`.
  void ask() {
    begun.more([this](net::Part part) {
      part ? static_cast<void>(heard.push_back(*part)) : static_cast<void>(ended = true);
    });
  }
  net::Response begun;
  std::vector<std::string> heard;
  bool ended = false;
};

TEST(JournalStream, TellsWhatWasAndThenWhatComes) {
  FrontStage stage;
  stage.api("POST", kAnna + "/opt-out");
  Listener listener(stage.api("GET", "/v1/journal/stream"));
  EXPECT_EQ(listener.begun.content_type, "text/event-stream");
  listener.ask();
  ASSERT_EQ(listener.heard.size(), 1U);
  EXPECT_NE(listener.heard[0].find("id: 1\nevent: caller.opted-out\ndata: {"), std::string::npos);
  EXPECT_NE(listener.heard[0].find("event: api.request\n"), std::string::npos);
  listener.ask();
  EXPECT_EQ(listener.heard.size(), 1U) << "nothing new";
  stage.api("POST", kAnna + "/opt-in");
  stage.world.timer.fire();
  ASSERT_EQ(listener.heard.size(), 2U);
  EXPECT_NE(listener.heard[1].find("event: caller.opted-in\n"), std::string::npos);
  EXPECT_EQ(listener.heard[1].find("opted-out"), std::string::npos) << "each once";
}

TEST(JournalStream, GoesOnWhereTheClientWas) {
  FrontStage stage;
  stage.api("POST", kAnna + "/opt-out");
  stage.api("POST", kAnna + "/opt-in");
  const std::vector<net::Header> back{{"Authorization", "Bearer " + kApiKey},
                                      {"Last-Event-ID", "2"}};
  Listener listener(stage.serve("GET", "/v1/journal/stream?after=0", back));
  listener.ask();
  ASSERT_EQ(listener.heard.size(), 1U);
  EXPECT_EQ(listener.heard[0].rfind("id: 3\n", 0), 0U);
}

TEST(JournalStream, SaysSomethingNowAndThenSoThatAClientWhoIsGoneIsNoticed) {
  FrontStage stage;
  Listener listener(stage.api("GET", "/v1/journal/stream"));
  listener.ask();
  for (int second = 0; second < 14; ++second) stage.world.timer.fire();
  ASSERT_EQ(listener.heard.size(), 1U);
  EXPECT_EQ(listener.heard[0], ": nothing new\n\n");
}

TEST(JournalStream, EndsWhenTheStoreIsGone) {
  FrontStage stage;
  Listener listener(stage.api("GET", "/v1/journal/stream"));
  stage.world.store.broken = true;
  listener.ask();
  EXPECT_TRUE(listener.ended);
}

TEST(JournalStream, EndsWhenItsKeyIsRevoked) {
  FrontStage stage;
  const auto made = json_of(stage.api("POST", "/v1/keys", R"({"name":"crm","scopes":["read"]})"));
  const std::string token = made["token"];
  Listener listener(
      stage.serve("GET", "/v1/journal/stream", {{"Authorization", "Bearer " + token}}));
  listener.ask();
  EXPECT_FALSE(listener.ended);
  const std::string id = made["id"];
  ASSERT_EQ(stage.api("DELETE", "/v1/keys/" + id).status, 200);
  listener.ask();
  EXPECT_TRUE(listener.ended);
}

TEST(JournalStream, HasRoomForTwentyListeners) {
  FrontStage stage;
  std::vector<net::Response> listeners;
  for (int i = 0; i < 20; ++i) listeners.push_back(stage.api("GET", "/v1/journal/stream"));
  EXPECT_EQ(not_a_problem(stage.api("GET", "/v1/journal/stream"), 503), "");
  listeners.pop_back();
  EXPECT_EQ(stage.api("GET", "/v1/journal/stream").status, 200);
}

TEST(JournalStream, RefusesAPlaceThatIsNone) {
  FrontStage stage;
  EXPECT_EQ(not_a_problem(stage.api("GET", "/v1/journal/stream?after=x"), 400), "");
}

}  // namespace
}  // namespace pl::http
