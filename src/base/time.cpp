#include "base/time.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>
#include <charconv>

namespace pl {
namespace {

struct Unit {
  std::string_view name;
  Millis length;
};
using namespace std::chrono_literals;
constexpr std::array<Unit, 5> kUnits{{{"d", 24h}, {"h", 1h}, {"m", 1min}, {"s", 1s}, {"ms", 1ms}}};
constexpr Millis kLongest = 366 * 24h;

// Reads exactly `count` digits from the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::chrono::year_month_day> take_date(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day || *year < 1970) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Millis> take_clock(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
  Millis clock = std::chrono::hours(*hour) + std::chrono::minutes(*minute);
  if (!take(text, ':')) return clock;
  const auto second = take_digits(text, 2);
  if (!second || *second > 59) return std::nullopt;
  clock += std::chrono::seconds(*second);
  if (!take(text, '.')) return clock;
  int scale = 100;
  bool any = false;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    clock += Millis((text.front() - '0') * scale);
    scale /= 10;
    any = true;
    text.remove_prefix(1);
  }
  if (!any) return std::nullopt;
  return clock;
}

std::optional<Millis> take_offset(std::string_view& text) {
  if (take(text, 'Z') || take(text, 'z')) return Millis(0);
  const bool west = !text.empty() && text.front() == '-';
  if (!take(text, '-') && !take(text, '+')) return std::nullopt;
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
  const Millis offset = std::chrono::hours(*hour) + std::chrono::minutes(*minute);
  return west ? -offset : offset;
}

}  // namespace

std::string format_utc(UtcTime time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z"),
                     static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

std::optional<UtcTime> parse_utc(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !(take(text, 'T') || take(text, 't') || take(text, ' '))) return std::nullopt;
  const auto clock = take_clock(text);
  if (!clock) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  const UtcTime time = UtcTime(std::chrono::sys_days(*date)) + *clock - *offset;
  // The offset may lead out of the years that can be written.
  constexpr std::chrono::sys_days kFirst{std::chrono::year(1970) / 1 / 1};
  constexpr std::chrono::sys_days kEnd{std::chrono::year(10'000) / 1 / 1};
  if (time < kFirst || time >= kEnd) return std::nullopt;
  return time;
}

std::optional<Millis> parse_duration(std::string_view text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || number < 0) return std::nullopt;
  const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
  for (const Unit& known : kUnits) {
    if (unit != known.name) continue;
    if (number > kLongest / known.length) return std::nullopt;
    return number * known.length;
  }
  return std::nullopt;
}

std::string format_duration(Millis length) {
  for (const Unit& unit : kUnits) {
    if (length % unit.length == Millis(0) && (length != Millis(0) || unit.name == "s")) {
      return fmt::format("{}{}", length / unit.length, unit.name);
    }
  }
  return fmt::format("{}ms", length.count());
}

}  // namespace pl
