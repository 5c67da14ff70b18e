// Where a caller may be, as far as their number and their time zone tell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/turn.h"

namespace pl::engine {

struct Whereabouts {
  // The number's own; of a number whose area nobody knows here, those that share its country code
  // and that the line calls.
  std::vector<std::string> countries;
  // Every zone that they may be in: the one that was given, or all of the countries'. Empty when
  // none is known.
  std::vector<std::string> zones;
  // Why the zone that was given is not believed, and which city to ask for; empty where it is.
  std::string doubt;
};

Whereabouts whereabouts(const Turn& turn, const core::Caller& caller);

// The caller with what the numbering plans of today say of their number: those of the day on which
// it was stored may be out of date.
core::Caller with_number_of_today(const Turn& turn, core::Caller caller);

// What the caller's clocks show now; empty where they may show different times.
std::optional<std::string> local_time(const Turn& turn, const core::Caller& caller);

// An area that the numbering plans here do not know yet may cost more than it should: somebody
// should look, once for each area.
Result<void> note_unknown_area(Turn& turn, const core::Line& line, const core::Caller& caller);

}  // namespace pl::engine
