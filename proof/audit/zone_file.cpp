#include "audit/zone_file.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <cstring>

namespace pl::audit {
namespace {

constexpr std::size_t kHead = 44;

std::int64_t big_endian(const char* at, int bytes) {
  std::uint64_t value = (*at & 0x80) != 0 ? ~std::uint64_t{0} : 0;
  for (int i = 0; i < bytes; ++i) value = value * 256 + static_cast<unsigned char>(at[i]);
  return static_cast<std::int64_t>(value);
}

// Of the head that begins at `at`: six numbers, in the order of the file.
struct Sizes {
  explicit Sizes(const char* at)
      : universal(big_endian(at + 20, 4)),
        standard(big_endian(at + 24, 4)),
        leaps(big_endian(at + 28, 4)),
        times(big_endian(at + 32, 4)),
        kinds(big_endian(at + 36, 4)),
        letters(big_endian(at + 40, 4)) {}

  // Of what follows the head, where a time takes so many bytes.
  std::int64_t bytes(std::int64_t time) const {
    return times * (time + 1) + kinds * 6 + letters + leaps * (time + 4) + standard + universal;
  }
  bool possible() const {
    return kinds > 0 && std::min({universal, standard, leaps, times, letters}) >= 0;
  }

  std::int64_t universal, standard, leaps, times, kinds, letters;
};

std::int64_t days_before(int year, unsigned month, unsigned day) {
  const std::chrono::sys_days date(std::chrono::year(year) / std::chrono::month(month) /
                                   std::chrono::day(day));
  return date.time_since_epoch().count();
}

bool skip_name(const char*& at) {
  const char* const from = at;
  if (*at == '<') {
    while (*at != '\0' && *at != '>') ++at;
    if (*at++ != '>') return false;
  } else {
    while (std::isalpha(static_cast<unsigned char>(*at)) != 0) ++at;
  }
  return at - from >= 3;
}

// "5", "-3:30", "+167:00:01"
std::int64_t read_clock(const char*& at) {
  const std::int64_t sign = *at == '-' ? -1 : 1;
  if (*at == '-' || *at == '+') ++at;
  std::int64_t sum = 0;
  for (const int unit : {3600, 60, 1}) {
    char* end = nullptr;
    sum += std::strtol(at, &end, 10) * unit;
    at = end;
    if (*at != ':') break;
    ++at;
  }
  return sign * sum;
}

int read_int(const char*& at) {
  char* end = nullptr;
  const long value = std::strtol(at, &end, 10);
  at = end;
  return static_cast<int>(value);
}

}  // namespace

std::optional<ZoneFile> ZoneFile::read(std::string_view bytes) {
  const auto is_head = [&](std::size_t at) {
    return bytes.size() >= at + kHead && bytes.substr(at, 4) == "TZif" && bytes[at + 4] >= '2' &&
           Sizes(bytes.data() + at).possible();
  };
  if (!is_head(0)) return std::nullopt;
  const auto second = kHead + static_cast<std::size_t>(Sizes(bytes.data()).bytes(4));
  if (!is_head(second)) return std::nullopt;
  const Sizes sizes(bytes.data() + second);
  const auto body = second + kHead;
  const auto end = body + static_cast<std::size_t>(sizes.bytes(8));
  if (bytes.size() < end + 2 || bytes[end] != '\n' || bytes.back() != '\n') return std::nullopt;

  ZoneFile file;
  const char* const times = bytes.data() + body;
  const char* const kind_of_time = times + sizes.times * 8;
  const char* const kinds = kind_of_time + sizes.times;
  const auto offset_of = [&](std::int64_t kind) { return big_endian(kinds + kind * 6, 4); };
  file.offsets_.push_back(offset_of(0));
  for (std::int64_t i = 0; i < sizes.times; ++i) {
    const auto kind = static_cast<unsigned char>(kind_of_time[i]);
    if (kind >= sizes.kinds) return std::nullopt;
    file.times_.push_back(big_endian(times + i * 8, 8));
    file.offsets_.push_back(offset_of(kind));
  }
  const std::string tail(bytes.substr(end + 1, bytes.size() - end - 2));
  if (tail.empty()) return file;
  file.tail_ = read_tail(tail);
  if (!file.tail_) return std::nullopt;
  return file;
}

std::int64_t ZoneFile::offset_at(std::int64_t second) const {
  if (tail_ && (times_.empty() || second >= times_.back())) {
    return tail_->is_summer(second) ? tail_->summer : tail_->usual;
  }
  const auto passed = std::upper_bound(times_.begin(), times_.end(), second) - times_.begin();
  return offsets_[static_cast<std::size_t>(passed)];
}

bool ZoneFile::read_year_day(const char*& at, YearDay& day) {
  if (*at++ != ',') return false;
  if (*at == 'M') {
    ++at;
    day.month = read_int(at);
    if (*at++ != '.') return false;
    day.week = read_int(at);
    if (*at++ != '.') return false;
    day.day = read_int(at);
    if (day.month < 1 || day.month > 12 || day.week < 1 || day.week > 5) return false;
  } else {
    day.kind = *at == 'J' ? 'J' : 'N';
    if (*at == 'J') ++at;
    day.day = read_int(at);
  }
  if (*at == '/') day.second = read_clock(++at);
  return true;
}

std::optional<ZoneFile::Tail> ZoneFile::read_tail(const std::string& text) {
  Tail tail;
  const char* at = text.c_str();
  if (!skip_name(at)) return std::nullopt;
  tail.usual = -read_clock(at);
  if (*at == '\0') return tail;
  tail.has_summer = true;
  if (!skip_name(at)) return std::nullopt;
  tail.summer = *at == ',' ? tail.usual + 3600 : -read_clock(at);
  if (!read_year_day(at, tail.begins) || !read_year_day(at, tail.ends) || *at != '\0') {
    return std::nullopt;
  }
  return tail;
}

// Seconds of the clocks on the walls since 1970.
std::int64_t ZoneFile::YearDay::in(int year) const {
  const bool leap = std::chrono::year(year).is_leap();
  std::int64_t found = days_before(year, 1, 1);
  if (kind == 'N') {
    found += day;
  } else if (kind == 'J') {
    found += day - 1 + (leap && day > 59 ? 1 : 0);
  } else {
    const auto first = days_before(year, static_cast<unsigned>(month), 1);
    const auto next = month == 12 ? days_before(year + 1, 1, 1)
                                  : days_before(year, static_cast<unsigned>(month) + 1, 1);
    const auto weekday = ((first % 7) + 11) % 7;  // the first of 1970 was a Thursday
    found = first + (day - weekday + 7) % 7 + (week - 1) * 7;
    while (found >= next) found -= 7;
  }
  return found * 86'400 + second;
}

bool ZoneFile::Tail::is_summer(std::int64_t at) const {
  if (!has_summer) return false;
  const auto year = static_cast<int>(
      std::chrono::year_month_day(
          std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(at))))
          .year());
  for (const int first : {year - 1, year, year + 1}) {
    const std::int64_t from = begins.in(first)-usual;
    std::int64_t to = ends.in(first)-summer;
    if (to < from) to = ends.in(first + 1) - summer;  // it goes on over the new year
    if (at >= from && at < to) return true;
  }
  return false;
}

}  // namespace pl::audit
