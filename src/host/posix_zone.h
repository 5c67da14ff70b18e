#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace pl::host {

// From `at` on the clocks are so far ahead of UTC.
struct ClockChange {
  std::chrono::sys_seconds at;
  std::chrono::seconds offset{0};
};

// What a zone does year after year, in the words of POSIX: "CET-1CEST,M3.5.0,M10.5.0/3". With the
// hours that RFC 9636 allows besides, from -167 to 167.
class PosixZone {
 public:
  // Empty where the text is no such rule. One that names summer time must say when it is.
  static std::optional<PosixZone> read(std::string_view text);

  std::chrono::seconds offset_at(std::chrono::sys_seconds at) const;
  // Both changes of each year, in the order of the years.
  std::vector<ClockChange> changes(std::chrono::year first, std::chrono::year last) const;

 private:
  struct Day {
    enum class Kind { kOfYear, kOfYearWithoutLeapDay, kOfMonth } kind = Kind::kOfMonth;
    int day = 0;  // of the year, counted from 0 or 1; of the week, 0 is Sunday
    int month = 1;
    int week = 1;  // 5: the last
    std::chrono::seconds clock{std::chrono::hours(2)};
  };
  struct Summer {
    std::chrono::seconds offset{0};
    Day begins;
    Day ends;
  };
  class Reader;

  static std::chrono::sys_seconds midnight(const Day& day, std::chrono::year year);

  std::chrono::seconds offset_{0};
  std::optional<Summer> summer_;
};

}  // namespace pl::host
