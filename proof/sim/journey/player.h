// Plays .call files: whole calls as text.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/zone_table.h"
#include "base/result.h"
#include "core/line.h"
#include "sim/server.h"

namespace pl::sim {

// What every journey of a run is played with. Everything outlives the journeys.
struct JourneyUniverse {
  // The line of that name; kNotFound where there is none.
  std::function<Result<core::Line>(const std::string& name)> line;
  Facilities facilities;
  const audit::ZoneTable& zone_table;
};

struct JourneyResult {
  std::string text;                  // of the whole file, with what happened now
  std::vector<std::string> broken;   // promises, each in a sentence
  std::vector<std::string> journal;  // every entry in its order, as "00:00:21 call.dialing"
};

// Plays what is fed in. kInvalid says what is wrong with the file; if something in it did not
// happen, the message begins with all that did.
Result<JourneyResult> play_journey(std::string_view source, const JourneyUniverse& universe);

}  // namespace pl::sim
