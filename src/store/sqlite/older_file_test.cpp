// A file of the Party Line before this one: it opens, each row is read, and written as it was.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "../../../tests/support/source_folder.h"
#include "store/sqlite/test_folder.h"

namespace pl::store {
namespace {

std::int64_t changes(Database& database) {
  auto query = database.query("SELECT total_changes()");
  EXPECT_TRUE(query && query->next().value());
  return query->integer(0).value();
}

// Says what is there of everything that belongs to a caller, and gives each row back unchanged.
Result<std::string> read_and_write(ports::Tx& tx) {
  std::string found;
  PL_TRY(const auto callers, tx.callers({}));
  for (const core::Caller& caller : callers) PL_DO(tx.update(caller));
  PL_TRY(const auto outreaches, tx.outreaches({}));
  for (const core::Outreach& outreach : outreaches) {
    PL_DO(tx.update(outreach));
    PL_TRY(const auto texts, tx.texts_of(outreach.id));
    for (const core::TextMessage& text : texts) PL_DO(tx.update(text));
    found += outreach.plan.name.text + " " + std::string(text_of(outreach.state)) + ", ";
    if (!texts.empty()) found += std::to_string(texts.size()) + " text, ";
  }
  PL_TRY(const auto calls, tx.calls({}));
  for (const core::Call& call : calls) {
    PL_DO(tx.update(call));
    PL_TRY(const auto initiation, tx.initiation(call.id));
    found += std::string(text_of(call.verdict.value())) + " call of ";
    found += initiation.value().override.voice.voice_id + ", ";
  }
  PL_TRY(const auto tools, tx.tool_ids());
  PL_TRY(const auto journal, tx.journal(0, 100));
  return found + std::to_string(tools.size()) + " tools, " + journal.front().kind;
}

TEST(OlderFile, IsReadWholeAndGoesOn) {
  const TestFolder folder;
  {
    std::ifstream file(testing::source_folder() / "tests/databases/schema-5.sql");
    std::stringstream script;
    script << file.rdbuf();
    auto database = Database::open(folder.file(), Millis(0));
    ASSERT_TRUE(database && (*database)->run_script(script.str()));
  }
  const auto store = open_or_stop(folder.file());
  Database& database = SqliteStoreProbe::database(*store);
  const std::int64_t before = changes(database);
  Result<std::string> found = fail(Code::kInternal, "not asked");
  store->submit(
      ports::Priority::kCall,
      [&found](ports::Tx& tx) -> Result<void> {
        found = read_and_write(tx);
        PL_DO(found);
        return {};
      },
      [](const Result<void>& done) { EXPECT_TRUE(done) << done.error().message; });
  store->run_queued();
  ASSERT_TRUE(found);
  EXPECT_EQ(*found,
            "handoff texted, 1 text, onboarding connected, busy call of XB0fDUnXU5powFXDhCwa, "
            "answered call of Xb7hH8MSUJpSbSDYk0k2, 3 tools, call.dialing");
  EXPECT_EQ(changes(database), before);
  store->submit(
      ports::Priority::kCall,
      [](ports::Tx& tx) { return tx.append({.at = from_ms(1), .line = {"nikita"}}); },
      [](const Result<void>& done) { EXPECT_TRUE(done); });
  store->run_queued();
  EXPECT_EQ(changes(database), before + 1);
}

}  // namespace
}  // namespace pl::store
