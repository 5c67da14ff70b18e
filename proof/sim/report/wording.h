// Numbers as people read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace pl::sim::report {

std::string number(std::int64_t count);                       // "10,412"
std::string percent(std::int64_t part, std::int64_t whole);   // "12 %", "0.4 %", "<0.1 %"
std::string money(double amount, std::string_view currency);  // "1,204.50 USD"

// Two units at most, rounded: "0.4 s", "6.2 s", "41 s", "2 min 5 s", "6 h 20 min", "3 d 4 h".
std::string length(Millis time);

// "day 3, 14:05 UTC"; the first day is 1.
std::string moment(UtcTime at, UtcTime from);

// `count` and what is counted: "1 caller", "2,000 callers".
std::string counted(std::int64_t count, std::string_view one, std::string_view many);

// Lines of at most `width` columns; a longer word has a line of its own, and a % stays with its
// number.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// How many columns a text takes: its code points.
std::size_t columns(std::string_view text);

}  // namespace pl::sim::report
