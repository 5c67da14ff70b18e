// Instants and lengths of time. Core never reads a clock: `now` is always an argument.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pl {

using Millis = std::chrono::milliseconds;
using UtcTime = std::chrono::sys_time<Millis>;

inline std::int64_t to_ms(UtcTime time) {
  return time.time_since_epoch().count();
}
inline UtcTime from_ms(std::int64_t ms) {
  return UtcTime(Millis(ms));
}

// Whole seconds since 1970, rounded down.
inline std::int64_t unix_seconds(UtcTime time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

// "2026-11-22T11:49:00.000Z"
std::string format_utc(UtcTime time);

// Reads RFC 3339 with `Z` or an offset, seconds and fraction optional, years 1970 to 9999.
std::optional<UtcTime> parse_utc(std::string_view text);

// "5s", "10m", "4h", "1d", "250ms": one whole number and one unit, at most 366 days.
std::optional<Millis> parse_duration(std::string_view text);

// The shortest such text: 300000 ms is "5m".
std::string format_duration(Millis length);

}  // namespace pl
