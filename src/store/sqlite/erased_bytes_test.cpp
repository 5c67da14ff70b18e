// What was erased is nowhere: not in the file, not in its log, not by any of the bytes in them.
#include <gtest/gtest.h>

#include <fstream>

#include "../../../tests/store_suite/person.h"
#include "disk/crash_disk.h"
#include "store/sqlite/test_folder.h"

namespace pl::store {
namespace {

using store_suite::Random;

constexpr int kPeople = 60;
constexpr std::size_t kEvery = 6;  // of them is erased

// Each text that they can say of themselves says `mark`, so that one search finds any.
struct Person : store_suite::Person {
  Person(Random& random, std::string unique, const core::PhoneNumber& number,
         const core::EndpointId& endpoint)
      : store_suite::Person(random, unique, endpoint), mark(std::move(unique)) {
    const std::string said = mark + std::string(random.below(1500), '.');
    caller.number.number = number;
    call.number = number;
    caller.name = caller.consent.wording = caller.context["city"] = said;
    caller.profile["dog"] = said;
    caller.telegram_chat_id = mark;
    outreach.variables["why"] = said;
    call.transcript = {{.speaker = core::Speaker::kUser, .text = said, .at = {}}};
    initiation.override.prompt = said + std::string(6000, 'p');
    initiation.dynamic_variables["name"] = said;
    text.body = said;
    effect.arguments = effect.say = said;
    answer.body = delivery.body = said;
    item.key = "transcript:conv " + mark;
  }
  // Changes leave bytes behind too.
  Result<void> insert(ports::Tx& tx) const {
    PL_DO(store_suite::Person::insert(tx));
    core::Caller moved = caller;
    moved.name += " moved" + mark;
    return tx.update(moved);
  }

  std::string mark;
};

class ErasedBytes : public ::testing::Test {
 protected:
  ErasedBytes() {
    for (int i = 0; i < kPeople; ++i) {
      const std::string number = "+4178" + std::to_string(1'000'000 + 7 * i);
      people_.emplace_back(random_, "MARK" + std::to_string(10'000 + i) + "E",
                           *core::PhoneNumber::from_e164(number), endpoint_.id);
    }
  }
  void TearDown() override { store_.reset(); }

  std::optional<Code> run(ports::Store::Work work) {
    std::optional<Code> code;
    store_->submit(ports::Priority::kRoutine, std::move(work), [&](const Result<void>& result) {
      if (!result) code = result.error().code;
    });
    store_->run_queued();
    return code;
  }
  void fill() {
    ASSERT_FALSE(run([&](ports::Tx& tx) { return tx.insert(endpoint_); }));
    for (const Person& one : people_) {
      ASSERT_FALSE(run([&](ports::Tx& tx) { return one.insert(tx); }));
    }
  }
  std::optional<Code> erase(const Person& person) {
    return run([&](ports::Tx& tx) -> Result<void> {
      PL_DO(tx.erase(person.caller.id));
      return {};
    });
  }
  bool is_there(const Person& person) {
    bool found = false;
    run([&](ports::Tx& tx) -> Result<void> {
      PL_TRY(const auto row, tx.caller(person.caller.id));
      found = row.has_value();
      return {};
    });
    return found;
  }
  static bool speaks_of(const std::string& bytes, const Person& person) {
    return bytes.find(person.mark) != std::string::npos ||
           bytes.find(person.caller.number.number.e164()) != std::string::npos;
  }

  Random random_{7};
  ports::Endpoint endpoint_ = random_.any<ports::Endpoint>();
  std::vector<Person> people_;
  std::unique_ptr<SqliteStore> store_;
};

class ErasedFromAFile : public ErasedBytes {
 protected:
  ErasedFromAFile() { store_ = open_or_stop(folder_.file()); }
  std::string bytes() const {
    std::string all;
    for (const char* suffix : {"", "-wal", "-shm"}) {
      std::ifstream file(folder_.file() + suffix, std::ios::binary);
      all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
  }

  const TestFolder folder_;
};

TEST_F(ErasedFromAFile, NothingOfThemIsLeft) {
  fill();
  for (std::size_t i = 0; i < people_.size(); i += kEvery) {
    EXPECT_TRUE(speaks_of(bytes(), people_[i]));
    EXPECT_FALSE(erase(people_[i]));
    EXPECT_FALSE(speaks_of(bytes(), people_[i])) << people_[i].mark;
  }
  const std::string left = bytes();
  for (std::size_t i = 0; i < people_.size(); ++i) {
    EXPECT_EQ(speaks_of(left, people_[i]), i % kEvery != 0) << people_[i].mark;
  }
}

TEST_F(ErasedFromAFile, NothingIsLeftOfWhatWasFoldedIntoTheFileBefore) {
  fill();
  store_.reset();
  store_ = open_or_stop(folder_.file());
  EXPECT_FALSE(erase(people_[5]));
  EXPECT_FALSE(speaks_of(bytes(), people_[5]));
}

// Where a page was split, SQLite leaves copies of rows that moved: deleting those rows does not
// overwrite them.
TEST_F(ErasedFromAFile, NothingIsLeftBetweenTheRowsOfAPage) {
  constexpr std::size_t kMany = 3000;
  std::vector<core::Caller> many;
  for (std::size_t i = 0; i < kMany; ++i) {
    many.push_back(random_.any<core::Caller>());
    many.back().name = "MARK" + std::to_string(10'000 + i) + std::string(random_.below(300), '.');
  }
  ASSERT_FALSE(run([&](ports::Tx& tx) -> Result<void> {
    for (std::size_t i = 0; i < kMany; ++i) {
      PL_DO(tx.insert(many[i]));
      core::Caller changed = many[random_.below(i + 1)];
      changed.name += std::string(random_.below(500), ':');
      PL_DO(tx.update(changed));
    }
    return {};
  }));
  ASSERT_FALSE(run([&](ports::Tx& tx) -> Result<void> {
    for (std::size_t i = 0; i < kMany; i += 3) PL_DO(tx.erase(many[i].id));
    return {};
  }));
  const std::string left = bytes();
  for (std::size_t i = 0; i < kMany; ++i) {
    const bool found = left.find(many[i].name.substr(0, 9)) != std::string::npos;
    ASSERT_EQ(found, i % 3 != 0) << many[i].name;
    ASSERT_TRUE(i % 3 != 0 || left.find(many[i].number.number.e164()) == std::string::npos);
  }
}

TEST_F(ErasedFromAFile, AWorkThatFailsAfterAllErasesNothing) {
  fill();
  EXPECT_EQ(run([&](ports::Tx& tx) -> Result<void> {
              PL_DO(tx.erase(people_[0].caller.id));
              return fail(Code::kInvalid, "after all");
            }),
            Code::kInvalid);
  EXPECT_TRUE(is_there(people_[0]));
}

TEST_F(ErasedFromAFile, AReaderOfTheLogDelaysItOnly) {
  fill();
  {
    auto other = Database::open(folder_.file(), Millis(0));
    ASSERT_TRUE(other && (*other)->run_script("BEGIN; SELECT count(*) FROM caller"));
    EXPECT_FALSE(erase(people_[0]));
    EXPECT_FALSE(is_there(people_[0]));
    EXPECT_TRUE(speaks_of(bytes(), people_[0]));
  }
  for (int i = 0; i < 10; ++i) is_there(people_[0]);
  EXPECT_FALSE(speaks_of(bytes(), people_[0]));
}

class ErasedFromADisk : public ErasedBytes {
 protected:
  ErasedFromADisk() { open(); }
  // While their disk is still there.
  ~ErasedFromADisk() override { store_.reset(); }
  void open() { store_ = open_or_stop("partyline.db", {.vfs = disk_.vfs()}); }
  std::string bytes() const {
    return disk_.bytes("partyline.db") + disk_.bytes("partyline.db-wal");
  }

  CrashDisk disk_;
};

// Whatever happens, whoever is gone is gone altogether, once the store is open again.
TEST_F(ErasedFromADisk, AlsoWhenThePowerGoesAtAnyMoment) {
  people_.erase(people_.begin() + 4, people_.end());
  fill();
  bool acknowledged_late = false;
  for (std::uint64_t n = 1; !acknowledged_late; n += 3) {
    SCOPED_TRACE(n);
    const std::uint64_t before = disk_.writes() + disk_.syncs() + disk_.truncates();
    disk_.fail_next(DiskOp::kAny, n, DiskFault::kDevice, Lasting::kUntilHealed);
    const std::optional<Code> code = erase(people_[1]);
    const std::uint64_t done = disk_.writes() + disk_.syncs() + disk_.truncates() - before;
    acknowledged_late = done < n;
    disk_.lose_power(n);
    store_.reset();
    open();
    EXPECT_FALSE(!code && is_there(people_[1]));
    EXPECT_EQ(speaks_of(bytes(), people_[1]), is_there(people_[1]));
    EXPECT_TRUE(is_there(people_[2]));
    auto check = SqliteStoreProbe::database(*store_).query("PRAGMA integrity_check");
    ASSERT_TRUE(check && check->next().value());
    EXPECT_EQ(check->text(0), "ok");
    if (!is_there(people_[1])) {
      ASSERT_FALSE(run([&](ports::Tx& tx) { return people_[1].insert(tx); }));
    }
    ASSERT_FALSE(::testing::Test::HasFailure());
  }
}

}  // namespace
}  // namespace pl::store
