// What becomes of each dial and each text: as the script says, or as it ordinarily goes.
#pragma once

#include "sim/stage.h"

namespace pl::sim {

// What becomes of a dial and a text of which nothing is said.
DialFate ordinary_dial();
TextFate ordinary_text();

class Fates {
 public:
  explicit Fates(Stage& stage) : stage_(stage) {}

  DialFate dial(const ports::DialRequest& request);
  TextFate text(const Messenger::Sent& sent);
  // Every dial is refused, or swallowed, until then.
  void outage(How how, UtcTime until);
  void heal() { outage_until_ = {}; }

  // What a conversation that is over truly was.
  static audit::LegEnd end_of(const Conversation& conversation);

 private:
  static DialFate dial(const Fact& fact);
  static TextFate text(const Fact& fact);

  Stage& stage_;
  DialFate outage_;
  UtcTime outage_until_{};
};

}  // namespace pl::sim
