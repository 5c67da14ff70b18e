#include "sim/cached_ports.h"

namespace pl::sim {

std::optional<std::string> CachedZones::find(std::string_view written) const {
  const auto known = found_.find(written);
  if (known != found_.end()) return known->second;
  return found_.emplace(written, zones_.find(written)).first->second;
}

std::optional<core::ZoneOffsets> CachedZones::offsets(std::string_view zone, UtcTime from) const {
  auto of_zone = offsets_.find(zone);
  if (of_zone == offsets_.end()) of_zone = offsets_.emplace(zone, Days{}).first;
  const auto day = std::chrono::floor<std::chrono::days>(from);
  auto [known, is_new] = of_zone->second.try_emplace(day.time_since_epoch().count());
  if (is_new) {
    known->second = zones_.offsets(zone, day);
    // The horizon counts from any instant of the day: the next day's spans follow.
    if (auto more = zones_.offsets(zone, day + std::chrono::days(1)); more && known->second) {
      core::ZoneOffsets& spans = *known->second;
      for (const core::OffsetSpan& span : *more) {
        if (span.until <= spans.back().until) continue;
        if (span.offset == spans.back().offset) {
          spans.back().until = span.until;
        } else {
          spans.push_back({spans.back().until, span.until, span.offset});
        }
      }
    }
  }
  if (!known->second) return std::nullopt;
  core::ZoneOffsets spans;
  for (const core::OffsetSpan& span : *known->second) {
    if (span.until <= from) continue;
    spans.push_back(span);
  }
  spans.front().from = std::max(spans.front().from, from);
  return spans;
}

std::vector<std::string> CachedZones::of_region(std::string_view region) const {
  const auto known = regions_.find(region);
  if (known != regions_.end()) return known->second;
  return regions_.emplace(region, zones_.of_region(region)).first->second;
}

Result<core::NumberFacts> CachedNumbers::read(std::string_view written) const {
  const auto known = read_.find(written);
  if (known != read_.end()) return known->second;
  return read_.emplace(written, numbers_.read(written)).first->second;
}

}  // namespace pl::sim
