#include "sim/report/wording.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"

namespace pl::sim::report {
namespace {

struct Unit {
  std::int64_t ms;
  std::string_view name;
};
constexpr Unit kUnits[] = {{86'400'000, "d"}, {3'600'000, "h"}, {60'000, "min"}, {1000, "s"}};

// "3 d 4 h", rounded to the smaller of the two units.
std::string in_two_units(std::int64_t ms, const Unit& large, const Unit& small) {
  const std::int64_t total = (ms + small.ms / 2) / small.ms;
  const std::int64_t ratio = large.ms / small.ms;
  const std::int64_t rest = total % ratio;
  const std::string front = fmt::format("{} {}", total / ratio, large.name);
  return rest == 0 ? front : fmt::format("{} {} {}", front, rest, small.name);
}

}  // namespace

std::string number(std::int64_t count) {
  std::string digits = std::to_string(count);
  const std::size_t first = count < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string percent(std::int64_t part, std::int64_t whole) {
  if (part == 0 || whole == 0) return "0 %";
  const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  if (share < 0.1) return "<0.1 %";
  if (part == whole) return "100 %";
  // Rounding must not say that all are where some are missing.
  if (share < 9.95 || share >= 99.5) return fmt::format("{:.1f} %", std::min(share, 99.9));
  return fmt::format("{:.0f} %", share);
}

std::string money(double amount, std::string_view currency) {
  const auto cents = static_cast<std::int64_t>(std::llround(amount * 100));
  return fmt::format("{}.{:02} {}", number(cents / 100), cents % 100, currency);
}

std::string length(Millis time) {
  const std::int64_t ms = time.count();
  if (ms < 9950) return fmt::format("{:.1f} s", static_cast<double>(ms) / 1000.0);
  if (ms < 59'500) return fmt::format("{} s", (ms + 500) / 1000);
  // Up to the point at which the smaller unit would round up to a whole larger one.
  if (ms < 3'599'500) return in_two_units(ms, kUnits[2], kUnits[3]);
  if (ms < 86'370'000) return in_two_units(ms, kUnits[1], kUnits[2]);
  return in_two_units(ms, kUnits[0], kUnits[1]);
}

std::string moment(UtcTime at, UtcTime from) {
  const auto midnight = std::chrono::floor<std::chrono::days>(from);
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const auto minute = std::chrono::floor<std::chrono::minutes>(at - day).count();
  return fmt::format("day {}, {:02}:{:02} UTC", (day - midnight).count() + 1, minute / 60,
                     minute % 60);
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number(count), count == 1 ? one : many);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    std::size_t end = text.find(' ');
    if (end != text.npos && text.substr(end).starts_with(" %")) end = text.find(' ', end + 1);
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    std::string& line = lines.back();
    if (line.empty()) {
      line = word;
    } else if (columns(line) + 1 + columns(word) <= width) {
      line += ' ';
      line += word;
    } else {
      lines.emplace_back(word);
    }
  }
  return lines;
}

std::size_t columns(std::string_view text) {
  return code_points(text).size();
}

}  // namespace pl::sim::report
