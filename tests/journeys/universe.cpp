#include "universe.h"

#include "base/check.h"
#include "host/phone_numbers.h"
#include "host/zone_files.h"
#include "line/load.h"
#include "sim/cached_ports.h"

namespace pl::journeys {
namespace {

const auto kZoneFiles = host::ZoneFiles::open(testing::zone_folder().string());
const host::PhoneNumbers kPhoneNumbers;

Result<core::Line> load_line(const std::string& name) {
  // Nothing leaves the program: whatever a line names may be called anything.
  const auto anything = [](const std::string& variable) { return std::optional(variable); };
  auto loaded =
      line::load(line::folder_sources(kRoot / "lines" / name, anything, (*kZoneFiles)->finder()));
  if (!loaded) return fail(Code::kNotFound, line::format(loaded.error().front()));
  return *std::move(loaded);
}

}  // namespace

const sim::JourneyUniverse& universe() {
  PL_CHECK(kZoneFiles.has_value());
  static const sim::CachedZones zones(**kZoneFiles);
  static const sim::CachedNumbers numbers(kPhoneNumbers);
  static const auto table = audit::ZoneTable::load(testing::zone_folder().string());
  PL_CHECK(table.has_value());
  static const sim::JourneyUniverse made{load_line, {zones, numbers}, **table};
  return made;
}

}  // namespace pl::journeys
