#include "host/zone_rules.h"

#include <algorithm>

namespace pl::host {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr std::size_t kMostChanges = 10'000;

// The bytes that are left; whoever asks for more gets zeros, and `broken`.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  bool broken() const { return broken_; }
  std::string_view rest() const { return rest_; }

  std::string_view take(std::size_t count) {
    broken_ = broken_ || count > rest_.size();
    const std::string_view taken = broken_ ? std::string_view() : rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  // Big-endian, with a sign.
  std::int64_t number(std::size_t bytes) {
    std::uint64_t value = 0;
    for (const char byte : take(bytes)) value = value << 8U | static_cast<unsigned char>(byte);
    const std::size_t unused = 64 - 8 * bytes;
    return static_cast<std::int64_t>(value << unused) >> unused;
  }

 private:
  std::string_view rest_;
  bool broken_ = false;
};

struct Counts {
  std::size_t universal = 0;
  std::size_t standard = 0;
  std::size_t leaps = 0;
  std::size_t changes = 0;
  std::size_t types = 0;
  std::size_t letters = 0;

  bool sane() const {
    return types > 0 && types <= 256 &&
           std::max({universal, standard, leaps, changes, letters}) <= kMostChanges;
  }
};

// "TZif", a version, nothing, six counts; empty where that is not so.
std::optional<Counts> read_head(Bytes& bytes) {
  const bool named = bytes.take(4) == "TZif";
  const bool has_64_bits = bytes.number(1) >= '2';
  bytes.take(15);
  Counts counts;
  for (std::size_t* const count : {&counts.universal, &counts.standard, &counts.leaps,
                                   &counts.changes, &counts.types, &counts.letters}) {
    *count = static_cast<std::size_t>(bytes.number(4));
  }
  if (!named || !has_64_bits || bytes.broken() || !counts.sane()) return std::nullopt;
  return counts;
}

std::size_t size_of_body(const Counts& counts, std::size_t time) {
  return counts.changes * (time + 1) + counts.types * 6 + counts.letters +
         counts.leaps * (time + 4) + counts.standard + counts.universal;
}

}  // namespace

Result<ZoneRules> ZoneRules::read(std::string_view file) {
  const auto broken = fail(Code::kInvalid, "not a file of zone data, or a broken one");
  Bytes bytes(file);
  const auto old_counts = read_head(bytes);
  if (!old_counts) return broken;
  bytes.take(size_of_body(*old_counts, 4));
  const auto counts = read_head(bytes);
  if (!counts) return broken;
  Bytes body(bytes.take(size_of_body(*counts, 8)));
  ZoneRules rules;
  for (std::size_t i = 0; i < counts->changes; ++i) {
    rules.changes_.push_back({sys_seconds(seconds(body.number(8))), {}});
  }
  Bytes types_of_changes(body.take(counts->changes));
  std::vector<seconds> types;
  for (std::size_t i = 0; i < counts->types; ++i) {
    types.emplace_back(body.number(4));
    body.take(2);  // whether it is summer time, and its name
  }
  for (ClockChange& change : rules.changes_) {
    const auto type = static_cast<std::size_t>(types_of_changes.number(1) & 0xFF);
    if (type >= types.size()) return broken;
    change.offset = types[type];
  }
  rules.first_ = types.front();
  const std::string_view footer = bytes.rest();
  const bool in_order = std::is_sorted(
      rules.changes_.begin(), rules.changes_.end(),
      [](const ClockChange& one, const ClockChange& other) { return one.at < other.at; });
  if (bytes.broken() || !in_order || footer.size() < 2 || footer.front() != '\n' ||
      footer.back() != '\n') {
    return broken;
  }
  if (footer.size() == 2) return rules;
  rules.after_ = PosixZone::read(footer.substr(1, footer.size() - 2));
  if (!rules.after_) return broken;
  return rules;
}

seconds ZoneRules::offset_at(sys_seconds at) const {
  if (after_ && (changes_.empty() || at >= changes_.back().at)) return after_->offset_at(at);
  const auto next = std::upper_bound(
      changes_.begin(), changes_.end(), at,
      [](sys_seconds time, const ClockChange& change) { return time < change.at; });
  return next == changes_.begin() ? first_ : std::prev(next)->offset;
}

std::vector<UtcTime> ZoneRules::changes_between(UtcTime from, UtcTime until) const {
  std::vector<ClockChange> all;
  if (after_) {
    const auto year_of = [](UtcTime at) {
      return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(at)).year();
    };
    // A change is written by local clocks: it may lie in the year beside.
    const std::chrono::years beside(1);
    all = after_->changes(year_of(from) - beside, year_of(until) + beside);
  }
  all.insert(all.end(), changes_.begin(), changes_.end());
  std::vector<UtcTime> between;
  for (const ClockChange& change : all) {
    if (change.at > from && change.at < until) between.emplace_back(change.at);
  }
  std::sort(between.begin(), between.end());
  return between;
}

core::ZoneOffsets ZoneRules::offsets(UtcTime from, UtcTime until) const {
  const auto minutes_at = [this](UtcTime at) {
    return std::chrono::floor<std::chrono::minutes>(offset_at(std::chrono::floor<seconds>(at)));
  };
  core::ZoneOffsets spans{{from, until, minutes_at(from)}};
  for (const UtcTime at : changes_between(from, until)) {
    const std::chrono::minutes offset = minutes_at(at);
    if (offset == spans.back().offset) continue;  // only its name or its rule changed
    spans.back().until = at;
    spans.push_back({at, until, offset});
  }
  return spans;
}

}  // namespace pl::host
