// Time zones of the world, as values that core can decide with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/edition.h"
#include "core/profile.h"
#include "core/window.h"

namespace pl::ports {

class Zones {
 public:
  virtual ~Zones() = default;

  // The IANA name that somebody meant who wrote it in whatever case, with blanks around it; empty
  // when there is no such zone.
  virtual std::optional<std::string> find(std::string_view written) const = 0;
  core::FindZone finder() const {
    return [this](std::string_view written) { return find(written); };
  }

  // The offsets of the zone of exactly that name, from `from` for core::kZoneHorizon; empty when
  // there is none.
  virtual std::optional<core::ZoneOffsets> offsets(std::string_view zone, UtcTime from) const = 0;

  // Every zone in use in an ISO 3166 region, that of most people first; empty for an unknown
  // region.
  virtual std::vector<std::string> of_region(std::string_view region) const = 0;

  virtual core::Edition edition() const = 0;
};

}  // namespace pl::ports
