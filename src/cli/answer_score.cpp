#include "cli/answer_score.h"

#include <fmt/format.h>

#include "cli/table.h"

namespace pl::cli {
namespace {

using core::Answerer;

bool is_person(Answerer who) {
  return who == Answerer::kPerson;
}

bool is_machine(Answerer who) {
  return who == Answerer::kMailbox || who == Answerer::kScreener || who == Answerer::kMenu;
}

std::string shown(const AnswerShare& share) {
  return share.all == 0 ? "" : fmt::format("{}/{}", share.some, share.all);
}

std::vector<std::string> row(const std::string& language, const AnswerScore& score) {
  std::vector<std::string> cells{language, shown(score.right())};
  for (const Answerer truth : kEvery<Answerer>) cells.push_back(shown(score.right(truth)));
  return cells;
}

std::string line(std::string_view what, const AnswerShare& share) {
  return fmt::format("{}: {} of {}, {:.1f} %\n", what, share.some, share.all, share.percent());
}

}  // namespace

double AnswerShare::percent() const {
  return all == 0 ? 0 : 100.0 * static_cast<double>(some) / static_cast<double>(all);
}

void AnswerScore::add(const AnswerScore& other) {
  for (const auto& [told, count] : other.cases_) cases_[told] += count;
}

template <class Truth, class Answer>
AnswerShare AnswerScore::share(Truth is_meant, Answer counts) const {
  AnswerShare share;
  for (const auto& [told, count] : cases_) {
    const auto [truth, answer] = told;
    if (!is_meant(truth)) continue;
    share.all += count;
    if (counts(truth, answer)) share.some += count;
  }
  return share;
}

AnswerShare AnswerScore::right() const {
  return share([](Answerer) { return true; }, std::equal_to<>());
}

AnswerShare AnswerScore::right(Answerer truth) const {
  return share([truth](Answerer one) { return one == truth; }, std::equal_to<>());
}

AnswerShare AnswerScore::machines_right() const {
  return share(is_machine, std::equal_to<>());
}

AnswerShare AnswerScore::machines_taken_for_persons() const {
  return share(is_machine, [](Answerer, Answerer told) { return told == Answerer::kPerson; });
}

AnswerShare AnswerScore::persons_taken_for_machines() const {
  return share(is_person, [](Answerer, Answerer told) { return is_machine(told); });
}

AnswerShare AnswerScore::persons_unsure() const {
  return share(is_person, [](Answerer, Answerer told) { return told == Answerer::kUnsure; });
}

std::string score_table(const std::map<std::string, AnswerScore>& by_language) {
  std::vector<std::string> titles{"LANGUAGE", "RIGHT"};
  for (const Answerer truth : kEvery<Answerer>) titles.emplace_back(text_of(truth));
  Table table(titles);
  AnswerScore all;
  for (const auto& [language, score] : by_language) {
    table.add(row(language, score));
    all.add(score);
  }
  table.add(row("all", all));
  return table.text() + line("machines taken for a person", all.machines_taken_for_persons()) +
         line("persons taken for a machine", all.persons_taken_for_machines()) +
         line("persons called unsure", all.persons_unsure()) +
         line("machines called by their kind", all.machines_right());
}

}  // namespace pl::cli
