// Which edition of something that is kept outside of the program, and ages there.
#pragma once

#include <string>

#include "base/time.h"

namespace pl::core {

struct Edition {
  std::string version;  // as its makers name it: "2026f"
  UtcTime made_by;      // it is no younger than this
  friend bool operator==(const Edition&, const Edition&) = default;
};

// "2026f, 61 days old or more"
inline std::string shown(const Edition& edition, UtcTime now) {
  const auto days = std::chrono::floor<std::chrono::days>(now - edition.made_by).count();
  return edition.version + ", " + std::to_string(days) + " days old or more";
}

inline constexpr std::chrono::days kFresh{365};

inline bool is_old(const Edition& edition, UtcTime now) {
  return now - edition.made_by > kFresh;
}

}  // namespace pl::core
