// What a time zone's name says of where somebody is, and how their clocks are told to an agent.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/time.h"

namespace pl::core {

// False for the zones that nobody lives in, such as UTC, EST or Etc/GMT+5: people write them who
// mean something else, an hour off for half of the year.
bool names_a_place(std::string_view zone);

// "Tuesday, 10 March 2026, 09:05"
std::string local_time(UtcTime now, std::chrono::minutes offset);
inline constexpr std::size_t kLocalTimeBytes = 40;

}  // namespace pl::core
