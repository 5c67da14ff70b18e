#include "play/simulation.h"

#include <fmt/format.h>

#include "line/load.h"

namespace pl::play {

Simulation::Simulation(core::Line line, std::unique_ptr<audit::ZoneTable> zone_table)
    : line_(std::move(line)),
      zone_table_(std::move(zone_table)),
      universe_{line_, {zones_, numbers_}, *zone_table_} {}

Result<core::Line> simulated_line(const std::string& folder, const ports::Zones& zones) {
  const auto anything = [](const std::string& variable) { return std::optional(variable); };
  auto line = line::load(line::folder_sources(
      folder, anything, [&](std::string_view zone) { return zones.exists(zone); }));
  if (line) return *std::move(line);
  for (const line::Complaint& one : line.error()) fmt::print(stderr, "{}\n", line::format(one));
  return fail(Code::kInvalid, folder + " is not a good line");
}

Result<std::unique_ptr<Simulation>> Simulation::open(const std::string& folder) {
  const host::IcuZones icu;
  PL_TRY(auto line, simulated_line(folder, icu));
  PL_TRY(auto zone_table, audit::ZoneTable::load());
  return std::unique_ptr<Simulation>(new Simulation(std::move(line), std::move(zone_table)));
}

}  // namespace pl::play
