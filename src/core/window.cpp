#include "core/window.h"

#include <algorithm>

namespace pl::core {
namespace {

bool open_at(Hours hours, const ZoneOffsets& zone, UtcTime at) {
  for (const OffsetSpan& span : zone) {
    if (at < span.from || at >= span.until) continue;
    const UtcTime local = at + span.offset;
    const Millis clock = local - std::chrono::floor<std::chrono::days>(local);
    return clock >= hours.opens && clock < hours.closes;
  }
  return false;
}

// The instants at which a zone may change from closed to open: its opening times, and the edges of
// its spans, where the clock jumps.
void add_openings(Hours hours, const ZoneOffsets& zone, UtcTime now, std::vector<UtcTime>& found) {
  for (const OffsetSpan& span : zone) {
    found.push_back(std::max(span.from, now));
    const UtcTime local_from = span.from + span.offset;
    for (auto day = std::chrono::floor<std::chrono::days>(local_from);
         day <= span.until + span.offset; day += std::chrono::days(1)) {
      const UtcTime opens = UtcTime(day) + hours.opens - span.offset;
      if (opens >= span.from && opens < span.until) found.push_back(opens);
    }
  }
}

}  // namespace

std::optional<UtcTime> next_open(Hours hours, const std::vector<ZoneOffsets>& zones, UtcTime now) {
  if (zones.empty()) return std::nullopt;
  std::vector<UtcTime> candidates{now};
  for (const ZoneOffsets& zone : zones) add_openings(hours, zone, now, candidates);
  std::sort(candidates.begin(), candidates.end());
  for (const UtcTime at : candidates) {
    if (at < now) continue;
    const bool open = std::all_of(zones.begin(), zones.end(), [&](const ZoneOffsets& zone) {
      return open_at(hours, zone, at);
    });
    if (open) return at;
  }
  return std::nullopt;
}

}  // namespace pl::core
