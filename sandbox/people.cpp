#include "sandbox/people.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "base/text.h"

namespace pl::sandbox {
namespace {

constexpr std::string_view kMagicBlock = "+121255501";

// The numbers that behave by themselves, by their last two digits; docs/guides/sandbox.md lists
// them.
std::deque<Behaviour> habits_of(std::string_view number) {
  const Behaviour answer;
  if (number.size() != kMagicBlock.size() + 2 || !number.starts_with(kMagicBlock)) return {answer};
  const std::string_view last = number.substr(kMagicBlock.size());
  if (last == "10") return {{Conduct::kBusy, {}}};
  if (last == "11") return {{Conduct::kNoAnswer, {}}};
  if (last == "12") return {{Conduct::kDecline, {}}};
  if (last == "13") return {{Conduct::kVoicemail, {}}};
  if (last == "14") return {{Conduct::kAnswer, 2}};  // the opening, then the first question
  if (last == "15") return {{Conduct::kAnswer, 1}};
  if (last == "16") return {{Conduct::kBusy, {}}, answer};
  if (last == "17") return {{Conduct::kVoicemail, {}}, answer};
  if (last == "18") return {{Conduct::kUnreachable, {}}};
  return {answer};
}

std::vector<long> whole_numbers(std::string_view text) {
  std::vector<long> numbers;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    long value = 0;
    const auto end = std::from_chars(text.data() + i, text.data() + text.size(), value).ptr;
    numbers.push_back(value);
    i = static_cast<std::size_t>(end - text.data());
    while (i < text.size() && is_digit(text[i])) ++i;
  }
  return numbers;
}

// "from 1 to 5" and "between 1 and 5": the middle.
std::string middle_of_range(const std::string& question) {
  if (question.find(" to ") == std::string::npos && question.find("between ") == std::string::npos)
    return {};
  const std::vector<long> numbers = whole_numbers(question);
  if (numbers.size() != 2 || numbers[0] >= numbers[1]) return {};
  return std::to_string(numbers[0] + (numbers[1] - numbers[0]) / 2);
}

std::string_view without_marks(std::string_view word) {
  constexpr std::string_view kMarks = " ,.;:!?()[]\"'";
  const std::size_t from = word.find_first_not_of(kMarks);
  if (from == std::string_view::npos) return {};
  return word.substr(from, word.find_last_not_of(kMarks) - from + 1);
}

// "one of: 4, 8" and "one of 4 or 8" -> "4"; "a listener, balanced or a sharer?" -> "balanced".
std::string offered_choice(std::string_view question) {
  if (const std::size_t list = question.find("one of"); list != std::string_view::npos) {
    const std::string_view rest = question.substr(list + 6);
    return std::string(without_marks(rest.substr(0, std::min(rest.find(','), rest.find(" or ")))));
  }
  const std::size_t split = question.find(" or ");
  if (split == std::string_view::npos) return {};
  const std::string_view before = question.substr(0, split);
  return std::string(without_marks(before.substr(before.find_last_of(' ') + 1)));
}

std::string home_zone(std::string_view number) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kZones{
      {{"+1", "America/New_York"},
       {"+41", "Europe/Zurich"},
       {"+44", "Europe/London"},
       {"+49", "Europe/Berlin"}}};
  for (const auto& [prefix, zone] : kZones)
    if (number.starts_with(prefix)) return std::string(zone);
  return "Europe/Zurich";
}

std::string usual_answer(const Question& question, const Person& person, std::string_view number,
                         std::size_t number_of_try) {
  if (!question.usual.empty() && number_of_try == 0) return question.usual;
  if (question.field == "name" || question.field == "first_name") return person.name;
  const std::string text = lower_ascii(question.text);
  const bool about_zone = question.field == "timezone" || question.field == "time_zone" ||
                          text.find("time zone") != std::string::npos ||
                          text.find("timezone") != std::string::npos;
  if (about_zone) return home_zone(number);
  if (std::string middle = middle_of_range(text); !middle.empty()) return middle;
  if (std::string choice = offered_choice(text); !choice.empty()) return choice;
  return "a little of everything";
}

}  // namespace

std::optional<Behaviour> behaviour_named(std::string_view name) {
  if (name == "answer") return Behaviour{};
  if (name == "busy") return Behaviour{Conduct::kBusy, {}};
  if (name == "no_answer") return Behaviour{Conduct::kNoAnswer, {}};
  if (name == "decline") return Behaviour{Conduct::kDecline, {}};
  if (name == "voicemail") return Behaviour{Conduct::kVoicemail, {}};
  if (name == "unreachable") return Behaviour{Conduct::kUnreachable, {}};
  if (name == "silent") return Behaviour{Conduct::kAnswer, 1};
  return std::nullopt;
}

std::string answer_to(const Question& question, const Person& person, std::string_view number,
                      std::size_t number_of_try) {
  const auto given = person.answers.find(question.field);
  if (given != person.answers.end() && number_of_try < given->second.size())
    return given->second[number_of_try];
  return usual_answer(question, person, number, number_of_try);
}

Person& People::at(const std::string& number) {
  const auto [found, is_new] = people_.try_emplace(number);
  if (is_new) found->second.behaviours = habits_of(number);
  return found->second;
}

Behaviour People::next(const std::string& number) {
  Person& person = at(number);
  const Behaviour behaviour = person.behaviours.front();
  if (person.behaviours.size() > 1) person.behaviours.pop_front();
  return behaviour;
}

}  // namespace pl::sandbox
