// Who was on the called side of a call.
#pragma once

#include <string>

#include "base/words.h"

namespace pl::core {

enum class Answerer {
  kPerson,    // a living human was heard at some time, whoever it was
  kMailbox,   // a recording that takes a message, or stands for one
  kScreener,  // a machine in front of one person that asks who calls, and nobody came on
  kMenu,      // a company's choices, a queue, or an announcement of the network
  kNobody,    // not one word
  kUnsure,    // sounds, or words that show neither
};
constexpr auto words_of(Answerer) {
  using enum Answerer;
  return word_table<Answerer>({{kPerson, "person"},
                               {kMailbox, "mailbox"},
                               {kScreener, "screener"},
                               {kMenu, "menu"},
                               {kNobody, "nobody"},
                               {kUnsure, "unsure"}});
}

// What some evidence shows. `evidence` is for people to read, "mailbox phrase: after the tone": it
// may name a phrase of our own tables, and holds nothing else that was said.
struct Heard {
  Answerer answerer = Answerer::kUnsure;
  std::string evidence;

  friend bool operator==(const Heard&, const Heard&) = default;
};

}  // namespace pl::core
