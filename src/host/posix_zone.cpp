#include "host/posix_zone.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace pl::host {
namespace {

using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;

}  // namespace

// Takes the text apart from the left; every step says whether it was there.
class PosixZone::Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  bool literal(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // "CET", or "<+0330>"; of no use but to be passed over.
  bool name() {
    const bool quoted = literal('<');
    const std::size_t length =
        std::min(quoted ? rest_.find('>') : rest_.find_first_of("0123456789+-,"), rest_.size());
    rest_.remove_prefix(length);
    return length >= 3 && (!quoted || literal('>'));
  }

  std::optional<int> number(int least, int most) {
    int value = 0;
    const std::string_view before = rest_;
    for (; !rest_.empty() && is_digit(rest_.front()) && value <= most; rest_.remove_prefix(1)) {
      value = 10 * value + (rest_.front() - '0');
    }
    if (rest_.size() == before.size() || value < least || value > most) return std::nullopt;
    return value;
  }

  // "[+-]hh[:mm[:ss]]"
  std::optional<seconds> clock() {
    const bool negative = literal('-');
    if (!negative) literal('+');
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i < parts.size() && (i == 0 || literal(':')); ++i) {
      const auto part = number(0, i == 0 ? 167 : 59);
      if (!part) return std::nullopt;
      parts.at(i) = *part;
    }
    const seconds sum(parts[0] * 3600 + parts[1] * 60 + parts[2]);
    return negative ? -sum : sum;
  }

  // ",M3.5.0/2", ",J60" or ",59", counted from 1 and from 0
  std::optional<Day> day() {
    if (!literal(',')) return std::nullopt;
    Day day;
    std::optional<int> last;
    if (literal('M')) {
      const auto month = number(1, 12);
      const auto week = literal('.') ? number(1, 5) : std::nullopt;
      last = literal('.') ? number(0, 6) : std::nullopt;
      if (!month || !week) return std::nullopt;
      day.month = *month;
      day.week = *week;
    } else {
      const bool leapless = literal('J');
      day.kind = leapless ? Day::Kind::kOfYearWithoutLeapDay : Day::Kind::kOfYear;
      last = leapless ? number(1, 365) : number(0, 365);
    }
    if (!last) return std::nullopt;
    day.day = *last;
    if (!literal('/')) return day;
    const auto at = clock();
    if (!at) return std::nullopt;
    day.clock = *at;
    return day;
  }

 private:
  std::string_view rest_;
};

std::optional<PosixZone> PosixZone::read(std::string_view text) {
  Reader reader(text);
  PosixZone zone;
  if (!reader.name()) return std::nullopt;
  const auto west = reader.clock();
  if (!west) return std::nullopt;
  zone.offset_ = -*west;
  if (reader.at_end()) return zone;
  if (!reader.name()) return std::nullopt;
  Summer summer{.offset = zone.offset_ + std::chrono::hours(1)};
  Reader without_offset = reader;
  if (const auto summer_west = reader.clock()) {
    summer.offset = -*summer_west;
  } else {
    reader = without_offset;
  }
  const auto begins = reader.day();
  const auto ends = begins ? reader.day() : std::nullopt;
  if (!ends || !reader.at_end()) return std::nullopt;
  summer.begins = *begins;
  summer.ends = *ends;
  zone.summer_ = summer;
  return zone;
}

sys_seconds PosixZone::midnight(const Day& day, year year) {
  using namespace std::chrono;
  const sys_days new_year(year / January / 1);
  switch (day.kind) {
    case Day::Kind::kOfYear:
      return new_year + days(day.day);
    case Day::Kind::kOfYearWithoutLeapDay:
      return new_year + days(day.day - (year.is_leap() && day.day >= 60 ? 0 : 1));
    case Day::Kind::kOfMonth: {
      const auto month = year / day.month;
      const weekday weekday(static_cast<unsigned>(day.day));
      if (day.week == 5) return sys_days(month / weekday[last]);
      return sys_days(month / weekday[static_cast<unsigned>(day.week)]);
    }
  }
  return new_year;
}

std::vector<ClockChange> PosixZone::changes(year first, year last) const {
  std::vector<ClockChange> found;
  if (!summer_) return found;
  for (year year = first; year <= last; ++year) {
    // Each is written by the clocks that it ends.
    const ClockChange begins{midnight(summer_->begins, year) + summer_->begins.clock - offset_,
                             summer_->offset};
    const ClockChange ends{midnight(summer_->ends, year) + summer_->ends.clock - summer_->offset,
                           offset_};
    found.push_back(begins.at < ends.at ? begins : ends);
    found.push_back(begins.at < ends.at ? ends : begins);
  }
  return found;
}

seconds PosixZone::offset_at(sys_seconds at) const {
  const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(at));
  seconds offset = offset_;
  // Where one year's end is the next one's beginning, summer never ends.
  for (const ClockChange& change :
       changes(today.year() - std::chrono::years(1), today.year() + std::chrono::years(1))) {
    if (change.at <= at) offset = change.offset;
  }
  return offset;
}

}  // namespace pl::host
