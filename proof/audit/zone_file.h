// A file of zone data, read once more: no line of this is shared with the program's own reader.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pl::audit {

// Times are seconds since 1970, offsets seconds before UTC.
class ZoneFile {
 public:
  // Empty where these are not the bytes of such a file with times of 64 bits.
  static std::optional<ZoneFile> read(std::string_view bytes);

  std::int64_t offset_at(std::int64_t second) const;

 private:
  // When in a year something changes, by the clocks that are on the walls until then.
  struct YearDay {
    char kind = 'M';  // 'M': month, week, weekday; 'J': day from 1, without leap days; 'N': from 0
    int month = 0;
    int week = 0;
    int day = 0;
    std::int64_t second = 7200;
    std::int64_t in(int year) const;
  };
  // What goes on for ever after the last change of the table.
  struct Tail {
    std::int64_t usual = 0;
    bool has_summer = false;
    std::int64_t summer = 0;
    YearDay begins;
    YearDay ends;
    bool is_summer(std::int64_t second) const;
  };
  static std::optional<Tail> read_tail(const std::string& text);
  static bool read_year_day(const char*& at, YearDay& day);

  std::vector<std::int64_t> times_;
  std::vector<std::int64_t> offsets_;  // one more: that of before the first time is the first
  std::optional<Tail> tail_;
};

}  // namespace pl::audit
