// One work is one transaction, whoever shares its commit.
#include <gtest/gtest.h>

#include <stdexcept>

#include "store_suite.h"

namespace pl::store_suite {
namespace in_transactions {

using Results = std::vector<std::pair<std::string, Result<void>>>;

bool has_caller(StoreUnderTest& under, const core::Caller& caller) {
  return ask(under, [&](ports::Tx& tx) { return tx.caller(caller.id); }).has_value();
}

void failing_among_succeeding(StoreUnderTest& under) {
  Random random(20);
  const std::vector<core::Caller> callers{random.any<core::Caller>(), random.any<core::Caller>(),
                                          random.any<core::Caller>(), random.any<core::Caller>()};
  std::vector<Result<void>> results(callers.size());
  for (std::size_t i = 0; i < callers.size(); ++i) {
    under.store().submit(
        ports::Priority::kRoutine,
        [&, i](ports::Tx& tx) -> Result<void> {
          PL_DO(tx.insert(callers[i]));
          if (i == 1) return fail(Code::kInvalid, "of the work's own");
          if (i == 2) throw std::runtime_error("a number that must not be told");
          return {};
        },
        [&, i](Result<void> result) { results[i] = std::move(result); });
  }
  under.drain();
  EXPECT_TRUE(results[0]);
  EXPECT_EQ(results[1].error(), (Error{Code::kInvalid, "of the work's own"}));
  ASSERT_FALSE(results[2]);
  EXPECT_EQ(results[2].error().code, Code::kInternal);
  EXPECT_EQ(results[2].error().message.find("number"), std::string::npos);
  EXPECT_TRUE(results[3]);
  EXPECT_TRUE(has_caller(under, callers[0]));
  EXPECT_FALSE(has_caller(under, callers[1]));
  EXPECT_FALSE(has_caller(under, callers[2]));
  EXPECT_TRUE(has_caller(under, callers[3]));
}

void overlooked_error(StoreUnderTest& under) {
  Random random(21);
  const core::Caller taken = random.any<core::Caller>();
  const core::Caller other = random.any<core::Caller>();
  must(under, [&](ports::Tx& tx) { return tx.insert(taken); });
  const Result<void> result = run(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.insert(other));
    EXPECT_FALSE(tx.insert(taken));
    return {};
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, Code::kConflict);
  EXPECT_FALSE(has_caller(under, other));
}

void order(StoreUnderTest& under) {
  std::vector<std::string> ran;
  std::vector<std::string> told;
  const auto submit = [&](ports::Priority priority, const std::string& name) {
    under.store().submit(
        priority,
        [&ran, name](ports::Tx&) -> Result<void> {
          ran.push_back(name);
          return {};
        },
        [&told, name](const Result<void>&) { told.push_back(name); });
  };
  submit(ports::Priority::kRoutine, "routine 1");
  submit(ports::Priority::kCall, "call 1");
  submit(ports::Priority::kRoutine, "routine 2");
  submit(ports::Priority::kCall, "call 2");
  under.drain();
  const std::vector<std::string> expected{"call 1", "call 2", "routine 1", "routine 2"};
  EXPECT_EQ(ran, expected);
  EXPECT_EQ(told, expected);
}

void visibility(StoreUnderTest& under) {
  Random random(22);
  core::Caller caller = random.any<core::Caller>();
  caller.name = "before";
  bool seen_by_next = false;
  under.store().submit(
      ports::Priority::kRoutine,
      [&](ports::Tx& tx) -> Result<void> {
        PL_DO(tx.insert(caller));
        caller.name = "after";
        PL_DO(tx.update(caller));
        PL_TRY(const auto own, tx.caller(caller.id));
        EXPECT_EQ(own->name, "after");
        return {};
      },
      [](const Result<void>& result) { EXPECT_TRUE(result); });
  under.store().submit(
      ports::Priority::kRoutine,
      [&](ports::Tx& tx) -> Result<void> {
        PL_TRY(const auto found, tx.caller(caller.id));
        seen_by_next = found && found->name == "after";
        return {};
      },
      [](const Result<void>&) {});
  under.drain();
  EXPECT_TRUE(seen_by_next);
}

void submitting_from_done(StoreUnderTest& under) {
  Random random(23);
  const core::Caller caller = random.any<core::Caller>();
  bool found = false;
  under.store().submit(
      ports::Priority::kRoutine, [&](ports::Tx& tx) { return tx.insert(caller); },
      [&](const Result<void>& result) {
        EXPECT_TRUE(result);
        under.store().submit(
            ports::Priority::kCall,
            [&](ports::Tx& tx) -> Result<void> {
              PL_TRY(const auto row, tx.caller(caller.id));
              found = row.has_value();
              return {};
            },
            [](const Result<void>&) {});
      });
  under.drain();
  EXPECT_TRUE(found);
}

void more_than_one_batch(StoreUnderTest& under) {
  Random random(24);
  int told = 0;
  for (int i = 0; i < 350; ++i) {
    under.store().submit(
        ports::Priority::kRoutine,
        [caller = random.any<core::Caller>(), i](ports::Tx& tx) -> Result<void> {
          PL_DO(tx.insert(caller));
          return i % 7 == 0 ? Result<void>(fail(Code::kInvalid, "")) : Result<void>();
        },
        [&told, i](const Result<void>& result) {
          EXPECT_EQ(told, i);
          EXPECT_EQ(result.has_value(), i % 7 != 0);
          ++told;
        });
  }
  under.drain();
  EXPECT_EQ(told, 350);
}

}  // namespace in_transactions

std::vector<Case> transactions() {
  using namespace in_transactions;
  return {{"AFailingWorkAmongSucceedingOnesLeavesNothing", false, failing_among_succeeding},
          {"AnOverlookedErrorUndoesTheWork", false, overlooked_error},
          {"CallsGoFirstAndDonesComeInOrder", false, order},
          {"WritesAreSeenByTheSameAndTheNextWork", false, visibility},
          {"DoneMaySubmitAndSeesWhatWasCommitted", false, submitting_from_done},
          {"ManyWorksAreToldInOrder", false, more_than_one_batch}};
}

}  // namespace pl::store_suite
