#include "sim/report/local_clock.h"

#include <algorithm>

namespace pl::sim::report {

std::optional<Millis> LocalClock::at(const std::string& zone, UtcTime at) {
  const core::ZoneOffsets& spans = spans_of(zone);
  const auto after =
      std::upper_bound(spans.begin(), spans.end(), at,
                       [](UtcTime time, const core::OffsetSpan& span) { return time < span.from; });
  if (after == spans.begin() || at >= std::prev(after)->until) return std::nullopt;
  const UtcTime local = at + std::prev(after)->offset;
  return local - std::chrono::floor<std::chrono::days>(local);
}

const core::ZoneOffsets& LocalClock::spans_of(const std::string& zone) {
  const auto known = known_.find(zone);
  if (known != known_.end()) return known->second;
  core::ZoneOffsets& spans = known_[zone];
  for (UtcTime start = from_; start <= until_;) {
    const auto next = zones_.offsets(zone, start);
    if (!next || next->empty() || next->back().until <= start) break;
    spans.insert(spans.end(), next->begin(), next->end());
    start = next->back().until;
  }
  return spans;
}

}  // namespace pl::sim::report
