// A file of an earlier Party Line is brought up to date, and says the same as before.
#include "store/sqlite/migrations.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "../../../tests/store_suite/rows.h"
#include "store/sqlite/test_folder.h"

namespace pl::store {
namespace {

using store_suite::Random;

struct Rows {
  explicit Rows(Random& random)
      : caller(random.any<core::Caller>()),
        outreach(store_suite::random_outreach(random, caller.id)),
        call(store_suite::random_call(random, caller.id, outreach.id)),
        text(store_suite::random_text(random, outreach)),
        initiation(random.any<core::Initiation>()) {
    text.channel = core::Channel::kTelegram;
    text.channel_id = "";  // as if it had been there
    call.drift.clear();
    outreach.opening.reset();
    outreach.machines = 0;
    outreach.failed_on_us = 0;
    call.answerer.reset();
    call.evidence = core::Evidence::kNone;
    call.shown_by = "";
  }
  Result<void> insert(ports::Tx& tx) const {
    PL_DO(tx.insert(caller));
    PL_DO(tx.insert(outreach));
    PL_DO(tx.insert(call));
    PL_DO(tx.put(call.id, initiation));
    return tx.insert(text);
  }
  void expect_in(ports::Tx& tx) const {
    EXPECT_EQ(store_suite::difference(tx.caller(caller.id).value(), caller), "");
    EXPECT_EQ(store_suite::difference(tx.outreach(outreach.id).value(), outreach), "");
    EXPECT_EQ(store_suite::difference(tx.call(call.id).value(), call), "");
    EXPECT_EQ(store_suite::difference(tx.initiation(call.id).value(), initiation), "");
    EXPECT_EQ(store_suite::difference(tx.text(text.id).value(), text), "");
  }

  core::Caller caller;
  core::Outreach outreach;
  core::Call call;
  core::TextMessage text;
  core::Initiation initiation;
};

void work(SqliteStore& store, ports::Store::Work work) {
  store.submit(ports::Priority::kRoutine, std::move(work),
               [](const Result<void>& result) { EXPECT_TRUE(result) << result.error().message; });
  store.run_queued();
}

std::vector<std::string> texts(Database& database, const std::string& sql) {
  std::vector<std::string> found;
  auto query = database.query(sql);
  EXPECT_TRUE(query) << sql;
  while (query && query->next().value()) found.emplace_back(query->text(0).value_or(""));
  return found;
}

// Writes what the new file says into a file of the first schema.
void make_old(const std::string& path, const std::string& newer) {
  const auto database = *Database::open(path, Millis(0));
  ASSERT_TRUE(migrate(*database, 1));
  ASSERT_TRUE(database->run_script(fmt::format("ATTACH '{}' AS newer", newer)));
  ASSERT_TRUE(database->run_script("PRAGMA foreign_keys = OFF"));
  for (const std::string& table : texts(*database,
                                        "SELECT name FROM main.sqlite_schema WHERE type = 'table'"
                                        " AND name NOT LIKE 'sqlite%'")) {
    std::string columns;
    for (const std::string& column :
         texts(*database, fmt::format("SELECT name FROM pragma_table_info('{}', 'main')", table))) {
      columns += (columns.empty() ? "" : ", ") + column;
    }
    const auto copied = database->run_script(
        fmt::format("INSERT INTO main.{0} ({1}) SELECT {1} FROM newer.{0}", table, columns));
    ASSERT_TRUE(copied) << copied.error().message;
  }
}

TEST(Migrations, AFileOfTheFirstSchemaSaysTheSameAfterwards) {
  const TestFolder folder;
  Random random(1);
  std::vector<Rows> rows;
  for (int i = 0; i < 50; ++i) rows.emplace_back(random);
  {
    const auto store = open_or_stop(folder.file("newer.db"));
    work(*store, [&](ports::Tx& tx) -> Result<void> {
      for (const Rows& one : rows) PL_DO(one.insert(tx));
      return tx.append(store_suite::random_entry(random));
    });
  }
  make_old(folder.file(), folder.file("newer.db"));
  const auto store = open_or_stop(folder.file());
  EXPECT_EQ(SqliteStoreProbe::database(*store).pragma("user_version").value(), newest_schema());
  work(*store, [&](ports::Tx& tx) -> Result<void> {
    for (const Rows& one : rows) one.expect_in(tx);
    PL_TRY(const auto journal, tx.journal(0, 10));
    EXPECT_EQ(journal.size(), 1U);
    PL_DO(tx.erase(rows.front().caller.id));
    PL_TRY(const auto keys, tx.api_keys());
    EXPECT_TRUE(keys.empty());
    return {};
  });
}

}  // namespace
}  // namespace pl::store
