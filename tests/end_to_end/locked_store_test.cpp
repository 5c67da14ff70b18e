// Another process holds the database's write lock: callers are answered all the same, and what they
// were told is recorded when the lock is gone.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>

#include "../support/initiation_check.h"
#include "stage.h"

namespace pl::testing {
namespace {

class WriteLock {
 public:
  explicit WriteLock(const std::string& path) {
    EXPECT_EQ(sqlite3_open(path.c_str(), &database_), SQLITE_OK);
    sqlite3_busy_timeout(database_, 5000);
    EXPECT_EQ(sqlite3_exec(database_, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database_);
  }
  ~WriteLock() {
    sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(database_);
  }

 private:
  sqlite3* database_ = nullptr;
};

class LockedStore : public ::testing::Test {
 protected:
  LockedStore() : stage_({.own_process = true}) {}

  Answer call_in(const std::string& from, const std::string& call_sid) {
    const Json body{{"agent_id", "agent_test"},
                    {"caller_id", from},
                    {"called_number", kLineNumber},
                    {"call_sid", call_sid}};
    const net::Header secret{"X-Partyline-Secret", stage_.settings().secrets.initiation.front()};
    return stage_.send("POST", "/elevenlabs/initiation", {secret}, body.dump());
  }

  Stage stage_;
};

TEST_F(LockedStore, TheCallerIsAnsweredInTimeWithTheSafeSceneAndItIsRecordedLater) {
  const std::string anna = stage_.register_caller("+41780000001", "Anna", {{"stage", "onboarded"}});
  std::vector<Answer> answers;
  {
    const WriteLock lock(stage_.database());
    for (int i = 0; i < 5; ++i)
      answers.push_back(call_in("+41780000001", "CA" + std::to_string(i)));
    EXPECT_EQ(call_in("+41780000001", "CA0").body, answers[0].body) << "asked again";
  }
  std::vector<Millis> times;
  for (const Answer& answer : answers) {
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(lacks(answer.body), "");
    EXPECT_EQ(first_message(answer.body).find("Anna"), std::string::npos) << "the safe scene";
    times.push_back(answer.took);
  }
  // The median, so that one hiccup of a busy machine is no failure.
  std::sort(times.begin(), times.end());
  EXPECT_LT(times[times.size() / 2], Millis(300));

  ASSERT_TRUE(stage_.wait_for("all five are recorded", [&] {
    return stage_.must("GET", "/v1/calls")["items"].size() == 5;
  }));
  const Json calls = stage_.must("GET", "/v1/calls");
  for (const Json& call : calls["items"]) {
    EXPECT_EQ(call["safe_scene"], true);
    EXPECT_EQ(call["caller"], anna);
  }
  EXPECT_EQ(call_in("+41780000001", "CA0").body, answers[0].body) << "asked again, from the store";
}

TEST_F(LockedStore, OthersAreToldToComeBackAndNothingIsHalfDone) {
  const std::string anna = stage_.register_caller("+41780000001", "Anna");
  const Json before = stage_.caller(anna);
  const auto journal = stage_.journal();
  {
    const WriteLock lock(stage_.database());
    EXPECT_EQ(stage_.api("POST", "/v1/callers", R"({"number":"+41780000002"})").status, 503);
    EXPECT_EQ(stage_.api("PATCH", "/v1/callers/" + anna, R"({"name":"Bea"})").status, 503);
    const net::Header secret{"X-Partyline-Secret", stage_.settings().secrets.tools.front()};
    const Answer tool =
        stage_.send("POST", "/elevenlabs/tools/collect_profile", {secret},
                    R"({"conversation_id":"conv_1","field":"occupation","value":"baker"})");
    EXPECT_EQ(tool.status, 200);
    EXPECT_EQ(tool.json().value("saved", true), false);
  }
  EXPECT_EQ(stage_.caller(anna), before);
  EXPECT_EQ(stage_.journal(), journal);
  EXPECT_EQ(stage_.api("GET", "/v1/callers?number=%2B41780000002").status, 404);
}

}  // namespace
}  // namespace pl::testing
