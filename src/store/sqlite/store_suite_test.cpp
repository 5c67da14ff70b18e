// The suite of every store, run for SQLite in a file, in memory, and on a disk that loses power;
// and, once everything was asked, the proof that each question is answered by an index.
#include <gtest/gtest.h>

#include "../../../tests/store_suite/store_suite.h"
#include "disk/crash_disk.h"
#include "store/sqlite/test_folder.h"

namespace pl::store {
namespace {

using store_suite::Case;

class UnderTest final : public store_suite::StoreUnderTest {
 public:
  explicit UnderTest(std::string path) : path_(std::move(path)), store_(open_or_stop(path_)) {}
  SqliteStore& store() override { return *store_; }
  void drain() override {
    while (store_->run_queued()) {
    }
  }
  void reopen() override {
    store_.reset();
    store_ = open_or_stop(path_);
  }

 private:
  std::string path_;
  std::unique_ptr<SqliteStore> store_;
};

// Closing is a power loss here.
class OnCrashDisk final : public store_suite::StoreUnderTest {
 public:
  SqliteStore& store() override { return *store_; }
  void drain() override {
    while (store_->run_queued()) {
    }
  }
  void reopen() override {
    disk_.lose_power(1);
    store_.reset();
    store_ = open_or_stop("partyline.db", {.vfs = disk_.vfs()});
  }

 private:
  CrashDisk disk_;
  std::unique_ptr<SqliteStore> store_ = open_or_stop("partyline.db", {.vfs = disk_.vfs()});
};

class InFile : public ::testing::TestWithParam<Case> {};
class InMemory : public ::testing::TestWithParam<Case> {};
class LosingPower : public ::testing::TestWithParam<Case> {};

TEST_P(InFile, Behaves) {
  const TestFolder folder;
  UnderTest under(folder.file());
  GetParam().run(under);
}

TEST_P(InMemory, Behaves) {
  UnderTest under(":memory:");
  GetParam().run(under);
}

TEST_P(LosingPower, Behaves) {
  OnCrashDisk under;
  GetParam().run(under);
}

std::vector<Case> without_reopening() {
  std::vector<Case> cases = store_suite::every_case();
  std::erase_if(cases, [](const Case& one) { return one.reopens; });
  return cases;
}

std::string name_of(const ::testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Suite, InFile, ::testing::ValuesIn(store_suite::every_case()), name_of);
INSTANTIATE_TEST_SUITE_P(Suite, LosingPower, ::testing::ValuesIn(store_suite::every_case()),
                         name_of);
INSTANTIATE_TEST_SUITE_P(Suite, InMemory, ::testing::ValuesIn(without_reopening()), name_of);

std::vector<std::string> plan_of(Database& database, const std::string& sql) {
  // The plan does not depend on what is bound.
  std::vector<std::string> steps;
  std::string unbound = sql;
  for (auto at = unbound.find('?'); at != std::string::npos; at = unbound.find('?', at)) {
    auto end = at + 1;
    while (end < unbound.size() && std::isdigit(static_cast<unsigned char>(unbound[end]))) ++end;
    unbound.replace(at, end - at, "abs(1)");
  }
  auto query = database.query("EXPLAIN QUERY PLAN " + unbound);
  EXPECT_TRUE(query) << sql;
  while (query) {
    const auto row = query->next();
    EXPECT_TRUE(row) << sql;
    if (!row || !*row) break;
    steps.emplace_back(query->text(3).value_or(""));
  }
  return steps;
}

bool is_question(const std::string& sql) {
  return sql.starts_with("SELECT") || sql.starts_with("UPDATE") || sql.starts_with("DELETE");
}

// What is asked once, when the file is opened.
bool is_for_the_start(const std::string& sql) {
  return sql.find("sqlite_schema") != std::string::npos ||
         sql.find("scrub_owed") != std::string::npos;
}

// A scan that is meant: of a table with a handful of rows, or of an index in its order, stopped by
// the limit of the question or holding nothing but the answer.
bool may_scan(const std::string& step) {
  for (const char* meant :
       {"SCAN dialer_pause", "SCAN tool_id", "SCAN sqlite_schema", "USING INDEX call_live",
        "SCAN call USING COVERING INDEX call_poll", "USING INDEX text_message_sending",
        "SCAN call USING INDEX sqlite_autoindex_call_1", "USING INDEX attention_open",
        "SCAN caller USING INDEX sqlite_autoindex_caller_1",
        "SCAN outreach USING INDEX sqlite_autoindex_outreach_1",
        "SCAN delivery USING INDEX sqlite_autoindex_delivery_1", "SCAN api_key", "SCAN endpoint",
        "SCAN scrub_owed", "SCAN set_aside USING COVERING INDEX set_aside_until"}) {
    if (step.find(meant) != std::string::npos) return true;
  }
  return false;
}

TEST(QueryPlans, EveryQuestionOfTheSuiteIsAnsweredByAnIndex) {
  std::size_t questions = 0;
  for (const Case& one : without_reopening()) {
    UnderTest under(":memory:");
    one.run(under);
    Database& database = SqliteStoreProbe::database(under.store());
    for (const std::string& sql : database.kept_statements()) {
      if (!is_question(sql)) continue;
      ++questions;
      for (const std::string& step : plan_of(database, sql)) {
        const bool scans = step.find("SCAN") != std::string::npos;
        EXPECT_TRUE(!scans || may_scan(step)) << step << "\n  in " << sql;
      }
    }
  }
  EXPECT_GT(questions, 40U);
}

// What a backlog of any length must not slow down: found by the index, and in its order.
TEST(QueryPlans, TheHotQuestionsNeitherScanNorSort) {
  UnderTest under(":memory:");
  store_suite::Random random(1);
  store_suite::must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.due_outreaches({}, {}, 10));
    PL_DO(tx.due_outreaches({}, {{"a"}, {"b"}}, 10));
    PL_DO(tx.next_due({{"a"}}));
    PL_DO(tx.due_polls({}, 10));
    PL_DO(tx.has_live_call(random.number(), {}));
    PL_DO(tx.live_calls({"a"}, {}));
    PL_DO(tx.dials_to(random.number(), {}));
    PL_DO(tx.dials_of({"a"}, {}));
    PL_DO(tx.call_by_conversation({"c"}));
    PL_DO(tx.call_by_sid({"c"}));
    PL_DO(tx.caller_by_number({"a"}, random.number()));
    PL_DO(tx.open_outreaches(random.id<core::CallerId>()));
    PL_DO(tx.blocked_outreaches(core::LineName{"a"}, 10));
    PL_DO(tx.due_deliveries({}, 10));
    PL_DO(tx.due_forgettings({}, 10));
    PL_DO(tx.deliveries({.endpoint = random.id<core::EndpointId>(), .limit = 10}));
    PL_DO(tx.deliveries({.state = ports::DeliveryState::kDead, .limit = 10}));
    PL_DO(tx.text_by_channel_id(core::Channel::kSms, "SM"));
    PL_DO(tx.callers({.line = core::LineName{"a"}, .limit = 10}));
    PL_DO(tx.callers({.stage = core::Stage::kNew, .limit = 10}));
    PL_DO(tx.callers({.line = core::LineName{"a"}, .stage = core::Stage::kNew, .limit = 10}));
    PL_DO(tx.outreaches({.state = core::OutreachState::kFailed, .limit = 10}));
    PL_DO(tx.outreaches({.before = random.id<core::OutreachId>(), .limit = 10}));
    PL_DO(tx.is_suppressed("hash"));
    return {};
  });
  Database& database = SqliteStoreProbe::database(under.store());
  for (const std::string& sql : database.kept_statements()) {
    if (!is_question(sql) || is_for_the_start(sql)) continue;
    for (const std::string& step : plan_of(database, sql)) {
      const bool first = step == "SCAN call USING INDEX call_poll" ||
                         step == "SCAN set_aside USING COVERING INDEX set_aside_until";
      // Of what is due, each row is looked up among those that are set aside.
      const bool asks = step.starts_with("CORRELATED SCALAR SUBQUERY");
      EXPECT_TRUE(first || asks || step.starts_with("SEARCH")) << step << "\n  in " << sql;
    }
  }
}

}  // namespace
}  // namespace pl::store
