// The world's time zones a second time: the same files, by a reader of its own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace pl::audit {

class ZoneTable {
 public:
  // Reads which zones lie in which country (zone.tab) of that folder of zone data. kUnavailable
  // when it has none.
  static Result<std::unique_ptr<ZoneTable>> load(const std::string& folder);
  ~ZoneTable();

  // Every zone, also by its old names.
  const std::vector<std::string>& names() const;

  // Empty for an unknown country.
  std::vector<std::string> of_country(std::string_view country) const;

  // The time on a clock in that zone, since its midnight; empty where there is no such zone.
  std::optional<Millis> local_clock(std::string_view zone, UtcTime at) const;

 private:
  ZoneTable();
  struct Zones;
  std::unique_ptr<Zones> zones_;
};

}  // namespace pl::audit
