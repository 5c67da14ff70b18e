// The people of a world and their telephones, and the agent that speaks with them.
#pragma once

#include <functional>
#include <map>
#include <string_view>

#include "sim/stage.h"

namespace pl::sim {

class People {
 public:
  explicit People(Stage& stage) : stage_(stage) {}

  // The telephone rings.
  void ring(Conversation& conversation);
  // A person, or with 0 a stranger from `number`, phones the line.
  void call_in(int person, const std::string& number, const Fact& fact);
  // The conversation is over, for whatever reason.
  void over(const Conversation& conversation);

 private:
  struct Stay {
    Millis length{0};  // then they hang up; 0: when all is said
    bool speaks = true;
    bool whatever = true;  // even while they are asked questions
  };

  void pick_up(std::size_t index, int person, const Fact* fact);
  void play_machine(std::size_t index, int person, const Fact& fact);
  void ask_before(std::size_t index, int person, const Fact& fact, int times);
  void converse(std::size_t index, int person, const Stay& stay);
  void ask_next(std::size_t index, int person);
  void call_tool(std::size_t index, int person, const std::string& tool, const std::string& field,
                 int step);
  void cross(std::size_t index, const std::string& tool, const std::string& arguments);
  void hang_up(std::size_t index);
  void record(std::size_t index, std::string_view does);
  Conversation& conversation(std::size_t index);
  bool goes_on(std::size_t index);
  void call_in_after(Verb verb, int person, int nth);

  Stage& stage_;
  std::map<std::size_t, int> steps_;  // tool calls so far, of the conversations that go on
};

}  // namespace pl::sim
