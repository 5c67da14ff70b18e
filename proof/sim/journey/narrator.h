// Writes down what happens in a journey, in the words of its transcript.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/line.h"
#include "core/override.h"
#include "sim/messenger.h"
#include "sim/platform.h"
#include "sim/watched_store.h"

namespace pl::sim {

class Narrator {
 public:
  Narrator(const core::Line& line, const VirtualTime& time, UtcTime start)
      : line_(line), time_(time), start_(start) {}

  void call_it(const std::string& id, const std::string& alias);
  // The id that has this alias; empty if none has.
  std::string meant(const std::string& alias) const;

  void fed(const std::string& source) { text_ += source; }
  void happened(const std::string& what);
  void end(const std::string& what) { text_ += "end  " + what + "\n"; }

  void committed(const Written& written);
  // Nobody can say whether it was kept.
  void in_doubt(const Written& written);
  void dial(const Posted& posted);
  void text(const Messenger::Sent& sent);
  // What an inbound caller hears, and what their agent knows and asks.
  void answer(const core::Initiation& initiation);

  // The text with every id in it replaced by its alias, and every instant by its distance from the
  // start. New ids get the next alias.
  std::string shorten(const std::string& text);
  const std::string& written() const { return text_; }

 private:
  void entry(const audit::JournalRow& entry, const std::vector<core::Attention>& raised);
  std::string short_word(const std::string& word);
  std::string speaking(const core::Initiation& initiation) const;

  const core::Line& line_;
  const VirtualTime& time_;
  UtcTime start_;
  std::map<std::string, std::string> aliases_;        // by id
  std::map<std::string, int> counted_;                // by first letter
  std::map<std::string, audit::JournalRow> dialing_;  // by call
  std::string text_;
};

}  // namespace pl::sim
