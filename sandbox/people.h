// Who is at the other end of a phone number, and what they do when it rings.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sandbox/scene.h"

namespace pl::sandbox {

enum class Conduct { kAnswer, kBusy, kNoAnswer, kDecline, kVoicemail, kUnreachable };

struct Behaviour {
  Conduct conduct = Conduct::kAnswer;
  std::optional<int> hang_up_after;  // with kAnswer: turns of the agent after which they are gone
  friend bool operator==(const Behaviour&, const Behaviour&) = default;
};

// "answer", "busy", "no_answer", "decline", "voicemail", "unreachable", "silent"; empty otherwise.
// "silent" hears the opening, says nothing and hangs up.
std::optional<Behaviour> behaviour_named(std::string_view name);

struct Person {
  std::string name = "Robin";
  std::deque<Behaviour> behaviours{Behaviour{}};  // one a ring; the last repeats; never empty
  // Field -> what they say at the first try, the second, ...
  std::map<std::string, std::vector<std::string>> answers;
};

// What a person answers at try `number_of_try` (from 0): the given answer; else the usual one at
// the first try; else one that fits the words of the question.
std::string answer_to(const Question& question, const Person& person, std::string_view number,
                      std::size_t number_of_try);

class People {
 public:
  // The person at `number`; somebody who behaves as their number says if nobody was set.
  Person& at(const std::string& number);

  // Takes the behaviour for one ring.
  Behaviour next(const std::string& number);

 private:
  std::map<std::string, Person> people_;
};

}  // namespace pl::sandbox
