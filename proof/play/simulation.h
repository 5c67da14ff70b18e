// Everything a simulation is made with: the line, the real facts about zones and numbers, the
// auditor's own.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "host/phone_numbers.h"
#include "host/zone_files.h"
#include "sim/cached_ports.h"
#include "sim/world.h"

namespace pl::play {

// The line of that folder, for worlds out of which nothing leaves: whatever the environment lacks
// may be called anything. kInvalid when the line is no good; what is wrong is printed.
Result<core::Line> simulated_line(const std::string& folder, const ports::Zones& zones);

class Simulation {
 public:
  // The errors of simulated_line().
  static Result<std::unique_ptr<Simulation>> open(const std::string& folder);

  const sim::Universe& universe() const { return universe_; }
  const ports::Zones& zones() const { return zones_; }
  core::FindZone find_zone() const { return zones_.finder(); }

 private:
  Simulation(core::Line line, std::unique_ptr<host::ZoneFiles> zone_files,
             std::unique_ptr<audit::ZoneTable> zone_table);

  const std::unique_ptr<host::ZoneFiles> zone_files_;
  const host::PhoneNumbers phone_numbers_;
  const sim::CachedZones zones_{*zone_files_};
  const sim::CachedNumbers numbers_{phone_numbers_};
  const core::Line line_;
  const std::unique_ptr<audit::ZoneTable> zone_table_;
  const sim::Universe universe_;
};

}  // namespace pl::play
