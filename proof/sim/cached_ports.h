// Zones and numbers, remembered: what they say never changes, and worlds ask for it a million
// times.
#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "ports/numbers.h"
#include "ports/zones.h"

namespace pl::sim {

// For one thread.
class CachedZones final : public ports::Zones {
 public:
  explicit CachedZones(const ports::Zones& zones) : zones_(zones) {}

  std::optional<std::string> find(std::string_view written) const override;
  std::optional<core::ZoneOffsets> offsets(std::string_view zone, UtcTime from) const override;
  std::vector<std::string> of_region(std::string_view region) const override;
  core::Edition edition() const override { return zones_.edition(); }

 private:
  // The spans of each day, with its two followers.
  using Days = std::unordered_map<std::int64_t, std::optional<core::ZoneOffsets>>;

  const ports::Zones& zones_;
  mutable std::map<std::string, std::optional<std::string>, std::less<>> found_;
  mutable std::map<std::string, Days, std::less<>> offsets_;
  mutable std::map<std::string, std::vector<std::string>, std::less<>> regions_;
};

class CachedNumbers final : public ports::Numbers {
 public:
  explicit CachedNumbers(const ports::Numbers& numbers) : numbers_(numbers) {}

  Result<core::NumberFacts> read(std::string_view written) const override;
  core::NumberArea area_of(const core::PhoneNumber& number) const override {
    return numbers_.area_of(number);
  }
  core::Edition edition() const override { return numbers_.edition(); }

 private:
  const ports::Numbers& numbers_;
  mutable std::map<std::string, Result<core::NumberFacts>, std::less<>> read_;
};

}  // namespace pl::sim
