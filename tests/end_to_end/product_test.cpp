// The owning product, over real sockets: it is told of what happens, and exercises people's rights.
#include <gtest/gtest.h>

#include <filesystem>
#include <mutex>

#include "net/http_server.h"
#include "stage.h"
#include "wire/standard_webhooks.h"

namespace pl::testing {
namespace {

// Where the product listens for events.
class Receiver {
 public:
  Receiver() {
    net::HttpServer::Callbacks callbacks{
        .body_limit = [](const net::Request&) { return std::size_t{100'000}; },
        .on_request =
            [this](net::Request request, const net::HttpServer::Reply& reply) {
              const std::lock_guard lock(mutex_);
              requests_.push_back(std::move(request));
              reply({.status = requests_.size() == 1 ? 500 : 200});
            }};
    server_ = *net::HttpServer::listen("127.0.0.1", 0, 1, {}, std::move(callbacks));
  }
  ~Receiver() { server_->stop(); }

  std::string url() const {
    return "http://127.0.0.1:" + std::to_string(server_->port()) + "/hook";
  }
  std::vector<net::Request> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }
  bool heard(const std::string& type) const {
    for (const net::Request& request : requests()) {
      if (Json::parse(request.body)["type"] == type) return true;
    }
    return false;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<net::Request> requests_;
  std::unique_ptr<net::HttpServer> server_;
};

TEST(OwningProduct, FollowsTheJourneyByEventsAlone) {
  Receiver receiver;
  Stage stage;
  const Json endpoint = stage.must("POST", "/v1/endpoints", {{"url", receiver.url()}});
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for("the product knows that she is onboarded and was called back", [&] {
    return receiver.heard("caller.onboarded") && receiver.heard("outreach.connected") &&
           receiver.heard("call.ended");
  }));
  const auto secret = wire::WebhookSecret::read(endpoint["secret"].get<std::string>());
  ASSERT_TRUE(secret.has_value());
  for (const net::Request& request : receiver.requests()) {
    const wire::WebhookProof proof{
        std::string(request.header(wire::kWebhookId).value_or("")),
        std::string(request.header(wire::kWebhookTimestamp).value_or("")),
        std::string(request.header(wire::kWebhookSignature).value_or(""))};
    const auto now = std::chrono::floor<Millis>(std::chrono::system_clock::now());
    EXPECT_TRUE(wire::verify_webhook(proof, request.body, std::vector{*secret}, now));
    EXPECT_EQ(request.body.find("Anna"), std::string::npos);
    EXPECT_EQ(request.body.find("4178"), std::string::npos);
  }
  // The first one was answered with 500, and is sent again under the same name.
  const std::string first(receiver.requests()[0].header(wire::kWebhookId).value_or(""));
  EXPECT_TRUE(stage.wait_for("it is sent again", [&] {
    const auto all = receiver.requests();
    return std::count_if(all.begin(), all.end(), [&](const net::Request& request) {
             return request.header(wire::kWebhookId) == first;
           }) == 2;
  }));
}

TEST(OwningProduct, ForgetsACallerHereAndAtThePlatform) {
  Stage stage;
  stage.control(
      "/sandbox/people",
      {{"number", kAnna}, {"name", "Philippa"}, {"answers", {{"occupation", "glassblower"}}}});
  const std::string anna =
      stage.register_caller(kAnna, "Philippa", {{"context", {{"plan", "platinum-sloth"}}}});
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));
  const std::vector<std::string> planted{kAnna, "Philippa", "glassblower", "platinum-sloth", anna};
  const auto where = [&](const std::string& text) {
    std::string found;
    for (const char* suffix : {"", "-wal"}) {
      if (read_file(stage.database() + suffix).find(text) != std::string::npos) {
        found += std::string(suffix) + " ";
      }
    }
    return found;
  };
  for (const std::string& text : planted) EXPECT_FALSE(where(text).empty()) << text;
  Answer erased;
  ASSERT_TRUE(stage.wait_for("no call is live", [&] {
    erased = stage.api("DELETE", "/v1/callers/" + anna);
    return erased.status == 200;
  }));
  EXPECT_EQ(erased.json()["conversations"], 2);
  const std::string receipt = erased.json()["id"];
  EXPECT_TRUE(stage.wait_for("the platform has forgotten too", [&] {
    return stage.must("GET", "/v1/erasures/" + receipt)["complete"] == true;
  }));
  // The id stays, in the receipt and the journal; it leads nowhere.
  for (const std::string& text : planted) {
    if (text == anna) continue;
    EXPECT_EQ(where(text), "") << text;
  }
  const Json ledger = stage.ledger();
  for (const Json& one : ledger["conversations"]) {
    const std::string id = one["conversation_id"];
    EXPECT_EQ(stage.at_platform("GET", "/v1/convai/conversations/" + id).status, 404);
  }
}

TEST(OwningProduct, IsToldWhoOptedOutByADatabaseThatWasRestored) {
  Stage stage({.own_process = true});
  const std::string anna = stage.register_caller(kAnna, "Anna");
  const std::string bea = stage.register_caller("+41780000002", "Bea");
  const auto copy = [&](const std::string& from, const std::string& to) {
    for (const char* suffix : {"", "-wal"}) {
      std::filesystem::copy_file(from + suffix, to + suffix,
                                 std::filesystem::copy_options::overwrite_existing);
    }
    std::filesystem::remove(stage.database() + "-shm");
  };
  stage.kill_server();
  copy(stage.database(), stage.database() + ".backup");
  stage.start_server();
  stage.must("POST", "/v1/callers/" + anna + "/opt-out");
  stage.kill_server();
  copy(stage.database() + ".backup", stage.database());
  stage.start_server();
  EXPECT_TRUE(stage.caller(anna)["opted_out_at"].is_string());
  EXPECT_TRUE(stage.caller(bea)["opted_out_at"].is_null());
  EXPECT_EQ(stage.api("POST", "/v1/callers/" + anna + "/onboarding").status, 422);
}

TEST(OwningProduct, IsDoneOnceHoweverOftenItAsks) {
  Stage stage;
  const std::vector<net::Header> named{{"Authorization", "Bearer " + stage.api_key()},
                                       {"Idempotency-Key", "register-anna"}};
  const std::string body = R"({"number":")" + kAnna + R"(","consent":{"voice":true}})";
  const Answer first = stage.send("POST", "/v1/callers", named, body);
  ASSERT_EQ(first.status, 201);
  const Answer again = stage.send("POST", "/v1/callers", named, body);
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
}

}  // namespace
}  // namespace pl::testing
