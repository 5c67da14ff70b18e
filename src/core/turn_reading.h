// What one turn of the called side sounds like, whatever was said before it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pl::core {

enum class Sound {
  kSilence,  // nothing, or only "..."
  kNoise,    // a tone, music, a hesitation; no words to anybody
  kMailbox,
  kScreener,
  kMenu,
  kCut,     // a greeting that stops before it shows whether it is live
  kEither,  // as much of a machine as of a person
  kWords,   // anything else: a person says so, unless a machine was heard that may go on so
};

struct TurnReading {
  Sound sound = Sound::kSilence;
  // How sure it is that a person said so, also where a machine was heard before. Below 0: it is
  // rather what a machine says next.
  int life = 0;
  bool asks = false;  // who calls, and why
  std::size_t words = 0;
  std::string phrase;  // of our tables, which decided; empty: its shape did
};

// The phrases of `language` are tried first, then those of every other one.
TurnReading read_turn(std::string_view text, std::string_view language);

}  // namespace pl::core
