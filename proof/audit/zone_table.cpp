#include "audit/zone_table.h"

#include <date/tz.h>

#include <fstream>
#include <unordered_map>

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

constexpr const char* kCountries = "/usr/share/zoneinfo/zone.tab";

// The time for which one offset holds. The default one holds never.
struct Span {
  date::sys_seconds begin;
  date::sys_seconds end;
  std::chrono::seconds offset{0};
};

struct Clock {
  const date::time_zone* zone = nullptr;  // null: there is no such zone
  Span span;
};

// Lets a map of strings be asked with a view.
struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
template <class Value>
using ByName = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

const date::time_zone* find_zone(std::string_view name) {
  try {
    return date::locate_zone(std::string(name));
  } catch (const std::exception&) {
    return nullptr;
  }
}

// "CH<tab>+4723+00832<tab>Europe/Zurich", and perhaps a comment.
void read_line(const std::string& line, ByName<std::vector<std::string>>& countries) {
  if (line.empty() || line.front() == '#') return;
  const auto first = line.find('\t');
  const auto second = first == std::string::npos ? first : line.find('\t', first + 1);
  if (second == std::string::npos) return;
  const auto third = line.find('\t', second + 1);
  const auto length = third == std::string::npos ? third : third - second - 1;
  countries[line.substr(0, first)].push_back(line.substr(second + 1, length));
}

}  // namespace

// A look-up fills the cache: the table is for one thread at a time.
struct ZoneTable::Zones {
  ByName<std::vector<std::string>> countries;
  ByName<Clock> clocks;

  Clock& clock_of(std::string_view name) {
    const auto found = clocks.find(name);
    if (found != clocks.end()) return found->second;
    return clocks.emplace(std::string(name), Clock{find_zone(name), {}}).first->second;
  }
};

ZoneTable::ZoneTable() : zones_(std::make_unique<Zones>()) {}
ZoneTable::~ZoneTable() = default;

Result<std::unique_ptr<ZoneTable>> ZoneTable::load() {
  std::ifstream file(kCountries);
  if (!file) return fail(Code::kUnavailable, "no zone.tab: install tzdata");
  std::unique_ptr<ZoneTable> table(new ZoneTable());
  for (std::string line; std::getline(file, line);) read_line(line, table->zones_->countries);
  if (find_zone("Europe/Zurich") == nullptr) {
    return fail(Code::kUnavailable, "the system's time zones cannot be read: install tzdata");
  }
  return table;
}

std::vector<std::string> ZoneTable::of_country(std::string_view country) const {
  const auto found = zones_->countries.find(country);
  return found == zones_->countries.end() ? std::vector<std::string>{} : found->second;
}

std::optional<Millis> ZoneTable::local_clock(std::string_view zone, UtcTime at) const {
  Clock& clock = zones_->clock_of(zone);
  if (clock.zone == nullptr) return std::nullopt;
  const auto second = std::chrono::floor<std::chrono::seconds>(at);
  if (second < clock.span.begin || second >= clock.span.end) {
    try {
      const date::sys_info found = clock.zone->get_info(second);
      clock.span = {found.begin, found.end, found.offset};
    } catch (const std::exception&) {
      return std::nullopt;
    }
  }
  const UtcTime local = at + clock.span.offset;
  return local - std::chrono::floor<std::chrono::days>(local);
}

}  // namespace pl::audit
