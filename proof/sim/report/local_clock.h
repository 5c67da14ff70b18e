#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/window.h"
#include "ports/zones.h"

namespace pl::sim::report {

// The time on the clocks of many people during one stretch of time. Each zone is looked up once.
class LocalClock {
 public:
  // `zones` outlives it.
  LocalClock(const ports::Zones& zones, UtcTime from, UtcTime until)
      : zones_(zones), from_(from), until_(until) {}

  // Since local midnight; empty for an unknown zone or a time outside of the stretch.
  std::optional<Millis> at(const std::string& zone, UtcTime at);

 private:
  const core::ZoneOffsets& spans_of(const std::string& zone);

  const ports::Zones& zones_;
  UtcTime from_;
  UtcTime until_;
  std::map<std::string, core::ZoneOffsets> known_;
};

}  // namespace pl::sim::report
