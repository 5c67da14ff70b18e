#include "play/simulation.h"

#include <fmt/format.h>

#include "line/load.h"

namespace pl::play {

Simulation::Simulation(core::Line line, std::unique_ptr<host::ZoneFiles> zone_files,
                       std::unique_ptr<audit::ZoneTable> zone_table)
    : zone_files_(std::move(zone_files)),
      line_(std::move(line)),
      zone_table_(std::move(zone_table)),
      universe_{line_, {zones_, numbers_}, *zone_table_} {}

Result<core::Line> simulated_line(const std::string& folder, const ports::Zones& zones) {
  const auto anything = [](const std::string& variable) { return std::optional(variable); };
  auto line = line::load(line::folder_sources(folder, anything, zones.finder()));
  if (line) return *std::move(line);
  for (const line::Complaint& one : line.error()) fmt::print(stderr, "{}\n", line::format(one));
  return fail(Code::kInvalid, folder + " is not a good line");
}

Result<std::unique_ptr<Simulation>> Simulation::open(const std::string& folder) {
  const std::string zone_folder = host::ZoneFiles::usual_folder();
  PL_TRY(auto zone_files, host::ZoneFiles::open(zone_folder));
  PL_TRY(auto line, simulated_line(folder, *zone_files));
  PL_TRY(auto zone_table, audit::ZoneTable::load(zone_folder));
  return std::unique_ptr<Simulation>(
      new Simulation(std::move(line), std::move(zone_files), std::move(zone_table)));
}

}  // namespace pl::play
