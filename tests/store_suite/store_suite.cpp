#include "store_suite.h"

#include <gtest/gtest.h>

namespace pl::store_suite {

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.name;
}

std::vector<Case> every_case() {
  std::vector<Case> cases;
  for (auto* part : {round_trips, transactions, outreach_questions, call_questions, once_onlys,
                     outbox_and_access, erasing, retention, set_asides}) {
    for (Case& one : part()) cases.push_back(std::move(one));
  }
  return cases;
}

Result<void> run(StoreUnderTest& under, ports::Store::Work work) {
  std::optional<Result<void>> told;
  under.store().submit(ports::Priority::kRoutine, std::move(work),
                       [&told](Result<void> result) { told = std::move(result); });
  under.drain();
  if (!told) return fail(Code::kInternal, "done was never called");
  return *told;
}

void must(StoreUnderTest& under, ports::Store::Work work) {
  const Result<void> result = run(under, std::move(work));
  EXPECT_TRUE(result) << result.error().message;
}

}  // namespace pl::store_suite
