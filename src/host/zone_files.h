#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "locks/mutex.h"
#include "ports/zones.h"

namespace pl::host {

// The IANA zones as the system's tzdata has them: governments change clocks, and the package
// follows them. All of it is read when it is opened, some 600 small files. From any thread.
class ZoneFiles final : public ports::Zones {
 public:
  // The folder that TZDIR names, which other programs heed too; the system's where it is not set.
  static std::string usual_folder();

  // kUnavailable names the file that cannot be read, and the package.
  static Result<std::unique_ptr<ZoneFiles>> open(std::string folder = usual_folder());
  ~ZoneFiles() override;

  // Reads the files again; an error changes nothing.
  Result<void> reload();

  std::optional<std::string> find(std::string_view written) const override;
  std::optional<core::ZoneOffsets> offsets(std::string_view zone, UtcTime from) const override;
  std::vector<std::string> of_region(std::string_view region) const override;

  // By its version's year, or the file's own time where that is earlier: no package tells when its
  // zones were collected.
  core::Edition edition() const override;

 private:
  struct Tables;

  ZoneFiles(std::string folder, std::shared_ptr<const Tables> tables);
  std::shared_ptr<const Tables> tables() const;

  const std::string folder_;
  mutable Mutex mutex_;
  std::shared_ptr<const Tables> tables_ PL_GUARDED_BY(mutex_);
};

}  // namespace pl::host
