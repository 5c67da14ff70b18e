// What one turn of the called side sounds like, whatever was said before it.
#pragma once

#include <string>
#include <string_view>

namespace pl::core {

enum class Sound {
  kSilence,  // nothing, or only "..."
  kNoise,    // a tone, music, a hesitation; no words to anybody
  kMailbox,
  kScreener,
  kMenu,
  kGoesOn,  // a machine that has spoken says so next; alone, anybody
  kCut,     // a greeting that stops before it shows whether it is live
  kEither,  // as much of a machine as of a person
  kWords,   // words of which no machine is known
  kPerson,  // words to us that no recording says
};

struct TurnReading {
  Sound sound = Sound::kSilence;
  std::string phrase;  // of our tables, which decided; empty: its shape did
};

// The phrases of `language` are tried first, then those of every other one.
TurnReading read_turn(std::string_view text, std::string_view language);

}  // namespace pl::core
