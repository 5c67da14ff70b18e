// A row of a running server's database is damaged: everybody else is called, an operator is told
// which row it is, and the server is as ready as before.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "stage.h"

namespace pl::testing {
namespace {

// As another program would, while the server runs.
void change(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  sqlite3_busy_timeout(database, 5000);
  EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sqlite3_errmsg(database);
  EXPECT_EQ(sqlite3_changes(database), 1);
  sqlite3_close(database);
}

std::vector<std::string> set_aside(Stage& stage) {
  std::vector<std::string> subjects;
  for (const Json& item : stage.open_attention()) {
    if (item["reason"] == "row-set-aside") subjects.push_back(item["subject"]);
  }
  return subjects;
}

TEST(DamagedRow, KeepsNobodyElseWaiting) {
  Stage stage;
  const std::string anna = stage.register_caller("+41780000001", "Anna", {{"stage", "onboarded"}});
  stage.must("POST", "/v1/callers/" + anna + "/outreaches",
             {{"plan", "check-in"}, {"not_before", "2099-01-01T00:00:00Z"}});
  const std::string outreach = stage.outreach_of(anna, "check-in");
  change(stage.database(),
         "UPDATE outreach SET plan = substr(plan, 1, 20), due = 0, ask_at = 0"
         " WHERE id = '" +
             outreach + "'");
  EXPECT_TRUE(stage.wait_for("an operator is told", [&] { return !set_aside(stage).empty(); }));

  const std::string bea = stage.register_caller("+41780000002", "Bea");
  stage.onboard(bea);
  EXPECT_TRUE(stage.wait_for_state(bea, "handoff", "connected"));
  EXPECT_EQ(set_aside(stage), std::vector<std::string>{"outreach " + outreach});
  EXPECT_EQ(stage.send("GET", "/readyz").status, 200);
  EXPECT_EQ(stage.send("GET", "/healthz").status, 200);
  EXPECT_EQ(stage.ledger()["rings"].size(), 2U) << "nobody but Bea is rung";
}

}  // namespace
}  // namespace pl::testing
