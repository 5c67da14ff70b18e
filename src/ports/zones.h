// Time zones of the world, as values that core can decide with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/window.h"

namespace pl::ports {

class Zones {
 public:
  virtual ~Zones() = default;

  virtual bool exists(std::string_view zone) const = 0;  // an IANA name, exact case

  // The zone's offsets from `from` for core::kZoneHorizon; empty when there is no such zone.
  virtual std::optional<core::ZoneOffsets> offsets(std::string_view zone, UtcTime from) const = 0;

  // Every zone in use in an ISO 3166 region; empty for an unknown region.
  virtual std::vector<std::string> of_region(std::string_view region) const = 0;
};

}  // namespace pl::ports
