#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/window.h"
#include "host/posix_zone.h"

namespace pl::host {

// What one compiled file of zone data says (RFC 9636), its 64-bit part: the changes of the past and
// of some years to come, and what holds from the last of them on.
class ZoneRules {
 public:
  // kInvalid when that is no such file, or one of the version that ends in 2038.
  static Result<ZoneRules> read(std::string_view bytes);

  std::chrono::seconds offset_at(std::chrono::sys_seconds at) const;
  // In whole minutes, over [from, until).
  core::ZoneOffsets offsets(UtcTime from, UtcTime until) const;

 private:
  std::vector<UtcTime> changes_between(UtcTime from, UtcTime until) const;

  std::chrono::seconds first_{0};
  std::vector<ClockChange> changes_;  // in order
  std::optional<PosixZone> after_;
};

}  // namespace pl::host
