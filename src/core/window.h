// When a caller may be rung: local hours, over every zone the caller may plausibly be in.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "base/time.h"

namespace pl::core {

// The offset from UTC that one zone has during [from, until).
struct OffsetSpan {
  UtcTime from;
  UtcTime until;
  std::chrono::minutes offset;
};

// One zone over the next 48 hours or more: spans in order, without gaps, the first holding `now`.
using ZoneOffsets = std::vector<OffsetSpan>;

inline constexpr std::chrono::hours kZoneHorizon{48};

struct Hours {
  std::chrono::minutes opens;   // after local midnight
  std::chrono::minutes closes;  // > opens, at most 24 h
};

// `now` if it lies inside the hours in every zone, else the earliest instant that does; empty if
// there is none within the horizon, or no zone is known.
std::optional<UtcTime> next_open(Hours hours, const std::vector<ZoneOffsets>& zones, UtcTime now);

}  // namespace pl::core
