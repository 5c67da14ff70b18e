#include "store/sqlite/sqlite_store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "../../../tests/store_suite/rows.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/store_thread.h"
#include "store/sqlite/test_folder.h"

namespace pl::store {
namespace {

using ports::Priority;
using store_suite::Random;

Code code_of_opening(const std::string& path) {
  const auto store = SqliteStore::open(path);
  EXPECT_FALSE(store);
  return store ? Code::kInternal : store.error().code;
}

// Runs SQL on the file as another program would.
void run_sql(const std::string& path, const std::string& sql) {
  auto database = Database::open(path, Millis(0));
  ASSERT_TRUE(database);
  const auto done = (*database)->run_script(sql);
  ASSERT_TRUE(done) << done.error().message;
}

std::int64_t read_pragma(const std::string& path, const std::string& name) {
  auto database = Database::open(path, Millis(0));
  return (*database)->pragma(name).value();
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
  return status.st_mode & 0777;
}

TEST(SqliteStore, RefusesASecondOpenerUnderAnyNameUntilTheFirstCloses) {
  const TestFolder folder;
  std::filesystem::create_symlink(folder.file(), folder.file("link"));
  auto first = open_or_stop(folder.file());
  const auto second = SqliteStore::open(folder.file());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Code::kUnavailable);
  EXPECT_NE(second.error().message.find("in use by another Party Line"), std::string::npos);
  EXPECT_EQ(code_of_opening(folder.file("link")), Code::kUnavailable);
  first.reset();
  EXPECT_TRUE(SqliteStore::open(folder.file("link")));
}

TEST(SqliteStore, KeepsItsFilesPrivate) {
  const TestFolder folder;
  std::ofstream(folder.file()).close();
  ::chmod(folder.file().c_str(), 0644);
  const auto store = open_or_stop(folder.file());
  for (const char* suffix : {"", "-wal", "-shm", ".lock"}) {
    EXPECT_EQ(mode_of(folder.file() + suffix), 0600U) << suffix;
  }
}

TEST(SqliteStore, RefusesANewerSchemaAndLeavesItAlone) {
  const TestFolder folder;
  open_or_stop(folder.file()).reset();
  EXPECT_EQ(read_pragma(folder.file(), "user_version"), newest_schema());
  run_sql(folder.file(), "PRAGMA user_version = 4711");
  const auto store = SqliteStore::open(folder.file());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, Code::kInvalid);
  EXPECT_NE(store.error().message.find("schema 4711"), std::string::npos);
  EXPECT_EQ(read_pragma(folder.file(), "user_version"), 4711);
}

TEST(SqliteStore, RefusesTheFileOfAnotherProgramAndLeavesItAlone) {
  const TestFolder folder;
  run_sql(folder.file(), "CREATE TABLE theirs (a)");
  std::ifstream file(folder.file(), std::ios::binary);
  const std::string before{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(code_of_opening(folder.file()), Code::kInvalid);
  std::ifstream again(folder.file(), std::ios::binary);
  EXPECT_TRUE(before == std::string(std::istreambuf_iterator<char>(again), {}));
}

TEST(SqliteStore, SaysWhyAFileCannotBeUsed) {
  const TestFolder folder;
  std::ofstream(folder.file()) << std::string(8192, 'x');
  EXPECT_EQ(code_of_opening(folder.file()), Code::kCorrupt);
  EXPECT_EQ(
      SqliteStore::open(folder.file()).error().message,
      folder.file() + ": database: file is not a database (SQLite 26); restore it from a backup");
  EXPECT_EQ(code_of_opening(folder.file("missing") + "/partyline.db"), Code::kUnavailable);
  EXPECT_EQ(code_of_opening(folder.file("") + "."), Code::kUnavailable);
}

TEST(SqliteStore, OpensWhatItMadeAndKeepsSyncingTheLog) {
  const TestFolder folder;
  open_or_stop(folder.file()).reset();
  const auto store = open_or_stop(folder.file());
  Database& database = SqliteStoreProbe::database(*store);
  EXPECT_EQ(database.pragma("synchronous").value(), 2);  // FULL
  EXPECT_EQ(database.pragma("foreign_keys").value(), 1);
  EXPECT_EQ(database.pragma("trusted_schema").value(), 0);
  EXPECT_EQ(database.pragma("busy_timeout").value(), kLockPatience.count());
  EXPECT_EQ(database.pragma("application_id").value(), kApplicationId);
}

// A file that somebody else wrote must not make our statements mean something else.
TEST(SqliteStore, TakesNoTextForAValueAndLetsNobodyEditItsSchema) {
  const TestFolder folder;
  const auto store = open_or_stop(folder.file());
  Database& database = SqliteStoreProbe::database(*store);
  EXPECT_FALSE(database.query("SELECT \"no column\""));
  EXPECT_FALSE(database.run_script("CREATE INDEX i ON caller (\"no column\")"));
  ASSERT_TRUE(database.run_script("PRAGMA writable_schema = ON"));
  EXPECT_FALSE(database.run_script("UPDATE sqlite_schema SET sql = ''"));
  EXPECT_FALSE(database.run_script("DELETE FROM sqlite_schema"));
}

TEST(SqliteStore, TellsARowThatMakesNoSenseWithoutRepeatingIt) {
  struct {
    const char* name;
    const char* damage;
    const char* column;
  } const cases[] = {
      {"an unknown word", "UPDATE caller SET stage = 'secret'", "column stage "},
      {"no number", "UPDATE caller SET number = 'secret'", "column number "},
      {"neither yes nor no", "UPDATE caller SET consent_voice = 2", "column consent_voice "},
      {"no JSON", "UPDATE caller SET profile = '{\"secret\"'", "column profile "},
      {"another JSON", "UPDATE caller SET context = '{\"secret\":1}'", "column context "},
  };
  for (const auto& test : cases) {
    SCOPED_TRACE(test.name);
    const auto store = open_or_stop(":memory:");
    Random random(1);
    const core::Caller caller = random.any<core::Caller>();
    store->submit(
        Priority::kCall, [&](ports::Tx& tx) { return tx.insert(caller); },
        [](const Result<void>& result) { EXPECT_TRUE(result); });
    store->run_queued();
    ASSERT_TRUE(SqliteStoreProbe::database(*store).run_script(test.damage));
    std::optional<Error> error;
    store->submit(
        Priority::kCall,
        [&](ports::Tx& tx) -> Result<void> {
          PL_DO(tx.caller(caller.id));
          return {};
        },
        [&](const Result<void>& result) { error = result.error(); });
    store->run_queued();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, Code::kCorrupt);
    EXPECT_NE(error->message.find("table caller, row " + caller.id.text()), std::string::npos);
    EXPECT_NE(error->message.find(test.column), std::string::npos) << error->message;
    EXPECT_EQ(error->message.find("secret"), std::string::npos);
  }
}

TEST(SqliteStore, NoticesACallThatLostItsContent) {
  const auto store = open_or_stop(":memory:");
  Random random(2);
  core::Call call =
      store_suite::random_call(random, random.id<core::CallerId>(), random.id<core::OutreachId>());
  call.caller.reset();
  call.outreach.reset();
  Code code = Code::kInternal;
  store->submit(
      Priority::kCall, [&](ports::Tx& tx) { return tx.insert(call); },
      [](const Result<void>& result) { EXPECT_TRUE(result); });
  store->run_queued();
  ASSERT_TRUE(SqliteStoreProbe::database(*store).run_script("DELETE FROM call_content"));
  store->submit(
      Priority::kCall,
      [&](ports::Tx& tx) -> Result<void> {
        PL_DO(tx.call(call.id));
        return {};
      },
      [&](const Result<void>& result) { code = result.error().code; });
  store->run_queued();
  EXPECT_EQ(code, Code::kCorrupt);
}

TEST(SqliteStore, RefusesWhatWouldBelongToNothing) {
  const auto store = open_or_stop(":memory:");
  Random random(3);
  Code code = Code::kUnavailable;
  store->submit(
      Priority::kCall,
      [&](ports::Tx& tx) {
        return tx.insert(store_suite::random_outreach(random, random.id<core::CallerId>()));
      },
      [&](const Result<void>& result) { code = result.error().code; });
  store->run_queued();
  EXPECT_EQ(code, Code::kInternal);
}

TEST(SqliteStore, RefusesAtOnceWhenTooMuchWaitsOrItCloses) {
  const auto store = open_or_stop(":memory:");
  std::size_t ran = 0;
  std::size_t refused = 0;
  const auto submit = [&] {
    store->submit(
        Priority::kRoutine, [](ports::Tx&) -> Result<void> { return {}; },
        [&](const Result<void>& result) {
          ++(result ? ran : refused);
          EXPECT_TRUE(result || result.error().code == Code::kUnavailable);
        });
  };
  for (std::size_t i = 0; i < kQueueLimit + 3; ++i) submit();
  EXPECT_EQ(refused, 3U);
  EXPECT_TRUE(store->run_queued());
  EXPECT_EQ(ran, kBatchLimit);
  submit();
  EXPECT_EQ(refused, 3U);
  store->close();
  submit();
  EXPECT_EQ(refused, 4U);
  while (store->run_queued()) {
  }
  EXPECT_EQ(ran, kQueueLimit + 1);
}

TEST(SqliteStore, WaitEndsWithWorkOrAWakeOrTheTime) {
  const auto store = open_or_stop(":memory:");
  store->wait(Millis(1));
  store->wake();
  store->wait(Millis(60'000));
  std::jthread other([&] {
    store->submit(
        Priority::kCall, [](ports::Tx&) -> Result<void> { return {}; }, [](const auto&) {});
  });
  store->wait(Millis(60'000));
  EXPECT_TRUE(store->run_queued());
  EXPECT_FALSE(store->run_queued());
}

TEST(StoreThread, RunsTheWorkOfManyThreadsAndLeavesNobodyWithoutAnAnswer) {
  constexpr int kThreads = 4;
  constexpr int kWorks = 500;
  const auto store = open_or_stop(":memory:");
  std::atomic<int> kept = 0;
  std::atomic<int> answered = 0;
  {
    const StoreThread thread(*store);
    std::vector<std::jthread> submitters;
    for (int t = 0; t < kThreads; ++t) {
      submitters.emplace_back([&, t] {
        Random random(static_cast<std::uint64_t>(t));
        for (int i = 0; i < kWorks; ++i) {
          store->submit(
              i % 2 == 0 ? Priority::kCall : Priority::kRoutine,
              [entry = store_suite::random_entry(random)](ports::Tx& tx) {
                return tx.append(entry);
              },
              [&](const Result<void>& result) {
                ++answered;
                if (result) ++kept;
                // The store closes at some time: then this one is refused on the spot.
                store->submit(
                    Priority::kRoutine, [](ports::Tx&) -> Result<void> { return {}; },
                    [&](const Result<void>&) { ++answered; });
              });
        }
      });
    }
  }
  EXPECT_EQ(answered, 2 * kThreads * kWorks);
  auto query = SqliteStoreProbe::database(*store).query("SELECT count(*) FROM journal");
  ASSERT_TRUE(query && query->next().value());
  EXPECT_EQ(query->integer(0), kept.load());
}

}  // namespace
}  // namespace pl::store
