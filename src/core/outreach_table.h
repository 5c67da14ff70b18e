// The transition table of the outreach machine, as data. The machine asks it what a state makes of
// an event, its test is made from its rows, and docs/internals/outreach.md prints it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/outreach.h"

namespace pl::core {

// A set of states.
class States {
 public:
  constexpr States(OutreachState state)  // NOLINT: a state is a set of one
      : bits_(static_cast<std::uint16_t>(1U << static_cast<unsigned>(state))) {}

  constexpr bool has(OutreachState state) const { return (bits_ & States(state).bits_) != 0; }
  constexpr States with(States others) const {
    States both = *this;
    both.bits_ = static_cast<std::uint16_t>(bits_ | others.bits_);
    return both;
  }

 private:
  std::uint16_t bits_;
};
constexpr States operator|(States some, States others) {
  return some.with(others);
}
constexpr States operator|(OutreachState one, OutreachState other) {
  return States(one).with(other);
}

enum class Move {
  kNone,    // the explicit self-loop: nothing at all changes
  kStay,    // what is known of it changes, its state does not
  kTo,      // into another state
  kGiveUp,  // texting; failed, with attention, where the plan says `then: nothing`
};

enum class Follows { kNothing, kPlaceCall, kStopRinging, kAttention };

struct Target {
  Move move;
  OutreachState to = OutreachState::kWaiting;  // of kTo
  Follows follows = Follows::kNothing;
};

struct Transition {
  std::size_t event;  // its place in OutreachEvent
  States from;
  std::string_view when;  // the case, where event and state have several; one of each is in one row
  Target target;
  std::string_view note;  // for people
};

// What no row names cannot happen.
std::span<const Transition> transitions();
Response response_of(OutreachState state, std::size_t event);

}  // namespace pl::core
