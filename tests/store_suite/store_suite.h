// What every store must do, as one list of cases to be run against each of them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ports/store.h"
#include "rows.h"

namespace pl::store_suite {

class StoreUnderTest {
 public:
  virtual ~StoreUnderTest() = default;
  // Empty at the start of a case. Another object after reopen().
  virtual ports::Store& store() = 0;
  // Runs what was submitted, and what that submits, and returns when all is done.
  virtual void drain() = 0;
  virtual void reopen() = 0;
};

struct Case {
  std::string name;  // a word in PascalCase
  bool reopens;      // not for a store that keeps nothing
  void (*run)(StoreUnderTest&);
};

// How a failing test names its case.
void PrintTo(const Case& one, std::ostream* out);

std::vector<Case> every_case();

// The parts of the list.
std::vector<Case> round_trips();
std::vector<Case> transactions();
std::vector<Case> outreach_questions();
std::vector<Case> call_questions();
std::vector<Case> once_onlys();
std::vector<Case> outbox_and_access();
std::vector<Case> erasing();
std::vector<Case> retention();
std::vector<Case> set_asides();

// Runs one work to its end.
Result<void> run(StoreUnderTest& under, ports::Store::Work work);
// The same, expecting success.
void must(StoreUnderTest& under, ports::Store::Work work);

// What `question` answers, asked in a transaction of its own; expects an answer.
template <class T>
T ask(StoreUnderTest& under, const std::function<Result<T>(ports::Tx&)>& question) {
  T answer{};
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_TRY(answer, question(tx));
    return {};
  });
  return answer;
}

// As above, for a lambda: ask(under, [&](ports::Tx& tx) { return tx.caller(id); }).
template <class Question>
auto ask(StoreUnderTest& under, Question question) {
  using Answer = typename decltype(question(std::declval<ports::Tx&>()))::value_type;
  return ask<Answer>(under, std::function<Result<Answer>(ports::Tx&)>(question));
}

}  // namespace pl::store_suite
