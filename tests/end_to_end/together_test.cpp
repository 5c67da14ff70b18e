// Several visitors of one running server at the same time: it answers as if they had come one
// after the other. Under ThreadSanitizer (./dev tsan) this is where the server's threads meet.
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <latch>
#include <set>
#include <thread>

#include "stage.h"

namespace pl::testing {
namespace {

constexpr int kVisitors = 4;
constexpr int kRounds = 20;

class Together : public ::testing::Test {
 protected:
  // Each on a thread of their own; all begin at once.
  static void visit(const std::function<void(int visitor)>& deeds) {
    std::latch door(kVisitors);
    std::vector<std::jthread> visitors;
    for (int visitor = 0; visitor < kVisitors; ++visitor) {
      visitors.emplace_back([&, visitor] {
        door.arrive_and_wait();
        deeds(visitor);
      });
    }
  }

  // From any thread.
  Answer ask(const std::string& method, const std::string& path, const net::Header& proof,
             const std::string& body = "", Millis patience = Millis(60'000)) {
    net::ClientRequest request{.method = method,
                               .url = "http://127.0.0.1:" + std::to_string(stage_.port()) + path,
                               .headers = {proof},
                               .body = body};
    request.total_time = patience;
    std::promise<Answer> promise;
    client_->send(std::move(request), [&](const Result<net::ClientAnswer>& answer) {
      promise.set_value(
          answer ? Answer{.status = answer->status, .content_type = "", .body = answer->body}
                 : Answer{});
    });
    return promise.get_future().get();
  }

  Answer phone_in(const std::string& call_sid) {
    return ask("POST", "/elevenlabs/initiation",
               {"X-Partyline-Secret", stage_.settings().secrets.initiation.front()},
               Json{{"caller_id", "+41780000009"},
                    {"agent_id", "agent_test"},
                    {"called_number", kLineNumber},
                    {"call_sid", call_sid}}
                   .dump());
  }

  static net::Header shows(const std::string& key) { return {"Authorization", "Bearer " + key}; }
  net::Header admin() const { return shows(stage_.api_key()); }

  Stage stage_;

 private:
  std::unique_ptr<net::HttpClient> client_ = *net::HttpClient::create();
};

TEST_F(Together, ACallThatIsAnnouncedByAllAtOnceHearsOneAnswer) {
  std::array<std::array<Answer, kVisitors>, kRounds> heard;
  visit([&](int visitor) {
    const auto who = static_cast<std::size_t>(visitor);
    for (std::size_t round = 0; round < kRounds; ++round) {
      heard[round][who] = phone_in("CA" + std::to_string(round));
    }
  });
  for (const auto& answers : heard) {
    for (const Answer& answer : answers) {
      EXPECT_EQ(answer.status, 200);
      EXPECT_EQ(answer.body, answers.front().body);
    }
  }
  EXPECT_EQ(stage_.must("GET", "/v1/calls")["items"].size(), kRounds);
}

TEST_F(Together, ANumberIsRegisteredByOneOfThem) {
  std::atomic<int> made = 0;
  std::atomic<int> refused = 0;
  visit([&](int) {
    for (int round = 0; round < kRounds; ++round) {
      const Json body{{"number", "+417800001" + std::to_string(10 + round)}};
      const int status = ask("POST", "/v1/callers", admin(), body.dump()).status;
      made += status == 201 ? 1 : 0;
      refused += status == 409 ? 1 : 0;
      EXPECT_EQ(ask("GET", "/metrics", admin()).status, 200);
    }
  });
  EXPECT_EQ(made, kRounds);
  EXPECT_EQ(refused, kRounds * (kVisitors - 1));
}

TEST_F(Together, EachKeyOpensUntilItIsRevokedWhoeverElseComesAndGoes) {
  visit([&](int visitor) {
    const Json wanted{{"name", "visitor " + std::to_string(visitor)}, {"scopes", {"read"}}};
    for (int round = 0; round < kRounds; ++round) {
      const Answer made = ask("POST", "/v1/keys", admin(), wanted.dump());
      ASSERT_EQ(made.status, 201) << made.body;
      const std::string key = made.json().value("token", "");
      EXPECT_EQ(ask("GET", "/v1/journal", shows(key)).status, 200);
      const std::string path = "/v1/keys/" + made.json().value("id", "");
      EXPECT_EQ(ask("DELETE", path, admin()).status / 100, 2);
      const int refused = ask("GET", "/v1/journal", shows(key)).status;
      EXPECT_TRUE(refused == 401 || refused == 429) << refused;  // soon it was too often
    }
  });
}

TEST_F(Together, WhoPhonesInWhileLinesAreReadAgainMeetsTheOldOnesOrTheNewOnes) {
  const std::string old_words = "Hello, this is Nikita. I can't place your call";
  const std::string new_words = "Good day, this is Nikita. I can't place your call";
  visit([&](int visitor) {
    for (int round = 0; round < kRounds; ++round) {
      if (visitor == 0) {
        stage_.reload_line(
            {{round % 2 == 0 ? old_words : new_words, round % 2 == 0 ? new_words : old_words}});
      } else if (visitor == 1) {  // follows the journal, until they lose patience
        EXPECT_EQ(ask("GET", "/v1/journal/stream", admin(), "", Millis(100)).status, 0);
      } else {
        const Answer answer =
            phone_in("CA" + std::to_string(visitor) + "-" + std::to_string(round));
        const Json said = answer.json()["conversation_config_override"]["agent"]["first_message"];
        const std::string words = said.is_string() ? said.get<std::string>() : "";
        EXPECT_TRUE(words.starts_with(old_words) || words.starts_with(new_words)) << words;
      }
    }
  });
}

}  // namespace
}  // namespace pl::testing
