#include "host/zone_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>

#include "base/text.h"
#include "host/files.h"
#include "host/zone_rules.h"

namespace pl::host {
namespace {

constexpr std::size_t kListBytes = 4 * 1024 * 1024;
constexpr std::size_t kZoneBytes = 64 * 1024;
constexpr std::string_view kVersion = "# version ";
// What says that nobody set the clock. It is no zone of anybody.
constexpr std::string_view kUnset = "Factory";

// Regions that phone numbers name and the zone tables do not: Kosovo, Ascension, Tristan da Cunha.
constexpr std::pair<std::string_view, const char*> kForgotten[] = {
    {"XK", "Europe/Belgrade"}, {"AC", "Atlantic/St_Helena"}, {"TA", "Atlantic/St_Helena"}};

Result<std::string> read_part(const std::string& file, std::size_t bytes_max) {
  auto bytes = read_file(file, bytes_max);
  if (bytes) return bytes;
  return fail(Code::kUnavailable, "time zones: " + bytes.error().message + "; install tzdata");
}

std::shared_ptr<const ZoneRules> read_rules(const std::string& file) {
  const auto bytes = read_file(file, kZoneBytes);
  auto rules = bytes ? ZoneRules::read(*bytes) : Result<ZoneRules>(fail(Code::kNotFound, ""));
  return rules ? std::make_shared<const ZoneRules>(*std::move(rules)) : nullptr;
}

// People write "america/new york", too.
std::string key_of(std::string_view name) {
  std::string key = lower_ascii(trim(name));
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

std::vector<std::string> words(const std::string& line, char between) {
  std::vector<std::string> found;
  std::istringstream rest(line);
  for (std::string word; std::getline(rest, word, between);) found.push_back(word);
  return found;
}

// "2026f" was made in 2026, if not before.
UtcTime made_by(const std::string& version, const std::string& file) {
  struct stat status {};
  UtcTime latest = UtcTime::max();
  if (::stat(file.c_str(), &status) == 0) latest = from_ms(1000 * std::int64_t{status.st_mtime});
  const auto next_year =
      version.size() < 4 ? std::nullopt : parse_utc(version.substr(0, 4) + "-12-31T23:59:59Z");
  return std::min(latest, next_year.value_or(latest));
}

}  // namespace

struct ZoneFiles::Tables {
  core::Edition edition;
  std::map<std::string, std::string, std::less<>> names;  // by key_of()
  std::map<std::string, std::shared_ptr<const ZoneRules>, std::less<>> rules;
  std::map<std::string, std::vector<std::string>, std::less<>> regions;

  void add(const std::string& name, std::shared_ptr<const ZoneRules> zone) {
    names.emplace(key_of(name), name);
    rules.emplace(name, std::move(zone));
  }

  // tzdata.zi, zic's input: "Z NAME ...", "L TARGET NAME". Debian 13 leaves out the files of old
  // names, which people go on to write.
  Result<void> read_zones(const std::string& folder) {
    const std::string file = folder + "/tzdata.zi";
    PL_TRY(const std::string text, read_part(file, kListBytes));
    std::vector<std::pair<std::string, std::string>> links;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      const auto word = words(line, ' ');
      if (line.starts_with(kVersion)) edition.version = line.substr(kVersion.size());
      if (line.starts_with("L ") && word.size() >= 3) links.emplace_back(word[1], word[2]);
      if (!line.starts_with("Z ") || word.size() < 2 || word[1] == kUnset) continue;
      auto zone = read_rules(folder + "/" + word[1]);
      if (zone == nullptr) {
        return fail(Code::kUnavailable,
                    "time zones: " + folder + "/" + word[1] + " cannot be read; install tzdata");
      }
      add(word[1], std::move(zone));
    }
    for (const auto& [target, name] : links) {
      if (const auto zone = rules.find(target); zone != rules.end()) add(name, zone->second);
    }
    edition.made_by = made_by(edition.version, file);
    if (!rules.empty()) return {};
    return fail(Code::kUnavailable, "time zones: " + file + " names none; install tzdata");
  }

  // zone.tab: "CH<tab>+4723+00832<tab>Europe/Zurich", and perhaps a comment.
  Result<void> read_regions(const std::string& folder) {
    PL_TRY(const std::string text, read_part(folder + "/zone.tab", kListBytes));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      const auto columns = words(line, '\t');
      if (line.starts_with('#') || columns.size() < 3) continue;
      regions[columns[0]].push_back(columns[2]);
    }
    for (const auto& [region, zone] : kForgotten) regions.try_emplace(std::string(region), 1, zone);
    return {};
  }

  static Result<std::shared_ptr<const Tables>> read(const std::string& folder) {
    auto tables = std::make_shared<Tables>();
    PL_DO(tables->read_zones(folder));
    PL_DO(tables->read_regions(folder));
    return std::shared_ptr<const Tables>(std::move(tables));
  }
};

std::string ZoneFiles::usual_folder() {
  const char* const chosen = std::getenv("TZDIR");
  return chosen == nullptr || *chosen == '\0' ? "/usr/share/zoneinfo" : chosen;
}

Result<std::unique_ptr<ZoneFiles>> ZoneFiles::open(std::string folder) {
  PL_TRY(auto tables, Tables::read(folder));
  return std::unique_ptr<ZoneFiles>(new ZoneFiles(std::move(folder), std::move(tables)));
}

ZoneFiles::ZoneFiles(std::string folder, std::shared_ptr<const Tables> tables)
    : folder_(std::move(folder)), tables_(std::move(tables)) {}

ZoneFiles::~ZoneFiles() = default;

Result<void> ZoneFiles::reload() {
  PL_TRY(auto tables, Tables::read(folder_));
  const Lock lock(mutex_);
  tables_ = std::move(tables);
  return {};
}

std::shared_ptr<const ZoneFiles::Tables> ZoneFiles::tables() const {
  const Lock lock(mutex_);
  return tables_;
}

std::optional<std::string> ZoneFiles::find(std::string_view written) const {
  constexpr std::size_t kLongest = 64;
  if (written.size() > kLongest) return std::nullopt;
  const auto now = tables();
  const auto found = now->names.find(key_of(written));
  if (found == now->names.end()) return std::nullopt;
  return found->second;
}

std::optional<core::ZoneOffsets> ZoneFiles::offsets(std::string_view zone, UtcTime from) const {
  const auto now = tables();
  const auto found = now->rules.find(zone);
  if (found == now->rules.end()) return std::nullopt;
  return found->second->offsets(from, from + core::kZoneHorizon);
}

std::vector<std::string> ZoneFiles::of_region(std::string_view region) const {
  const auto now = tables();
  const auto found = now->regions.find(region);
  return found == now->regions.end() ? std::vector<std::string>() : found->second;
}

core::Edition ZoneFiles::edition() const {
  return tables()->edition;
}

}  // namespace pl::host
