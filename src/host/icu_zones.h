#pragma once

#include <functional>
#include <map>
#include <set>

#include "locks/mutex.h"
#include "ports/zones.h"

namespace pl::host {

// The IANA zones as ICU's tables know them. Reads the list of names once, when made; stops the
// program when ICU has no data. From any thread.
class IcuZones : public ports::Zones {
 public:
  IcuZones();

  bool exists(std::string_view zone) const override;
  std::optional<core::ZoneOffsets> offsets(std::string_view zone, UtcTime from) const override;
  std::vector<std::string> of_region(std::string_view region) const override;

 private:
  std::set<std::string, std::less<>> names_;
  // ICU walks all its zones to find those of one region. Only regions that have zones are kept, so
  // the world bounds it.
  mutable Mutex mutex_;
  mutable std::map<std::string, std::vector<std::string>, std::less<>> regions_
      PL_GUARDED_BY(mutex_);
};

}  // namespace pl::host
