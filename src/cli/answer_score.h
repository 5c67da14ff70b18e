// How well judgements agree with what somebody knows to be true.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "core/answerer.h"

namespace pl::cli {

struct AnswerShare {
  std::size_t some = 0;
  std::size_t all = 0;

  double percent() const;  // 0 of none
};

// A machine is a mailbox, a screener or a menu.
class AnswerScore {
 public:
  void count(core::Answerer truth, core::Answerer answer) { ++cases_[{truth, answer}]; }
  void add(const AnswerScore& other);

  AnswerShare right() const;
  AnswerShare right(core::Answerer truth) const;
  AnswerShare machines_right() const;  // by their own name, not another machine's
  AnswerShare machines_taken_for_persons() const;
  AnswerShare persons_taken_for_machines() const;
  AnswerShare persons_unsure() const;

 private:
  template <class Truth, class Answer>
  AnswerShare share(Truth is_meant, Answer counts) const;

  std::map<std::pair<core::Answerer, core::Answerer>, std::size_t> cases_;  // truth and answer
};

// A row a language, "all" last: right of how many, for each kind of answerer. Below it the four
// shares that count.
std::string score_table(const std::map<std::string, AnswerScore>& by_language);

}  // namespace pl::cli
