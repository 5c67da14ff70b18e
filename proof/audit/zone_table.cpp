#include "audit/zone_table.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <unordered_map>

#include "audit/zone_file.h"

namespace pl::audit {
namespace {

// Lets a map of strings be asked with a view.
struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
template <class Value>
using ByName = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

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

// A look-up reads a file, once: the table is for one thread at a time.
struct ZoneTable::Zones {
  std::string folder;
  std::vector<std::string> names;
  ByName<std::vector<std::string>> countries;
  ByName<std::string> targets;  // of names that may have no file of their own
  ByName<std::optional<ZoneFile>> files;

  const std::optional<ZoneFile>& file_of(std::string_view name) {
    const auto known = files.find(name);
    if (known != files.end()) return known->second;
    auto read = read_file(std::string(name));
    if (const auto target = targets.find(name); !read && target != targets.end()) {
      read = read_file(target->second);
    }
    return files.emplace(std::string(name), std::move(read)).first->second;
  }

  std::optional<ZoneFile> read_file(const std::string& name) const {
    if (!std::filesystem::is_regular_file(folder + "/" + name)) return std::nullopt;
    std::ifstream file(folder + "/" + name, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    return ZoneFile::read(bytes);
  }
};

ZoneTable::ZoneTable() : zones_(std::make_unique<Zones>()) {}
ZoneTable::~ZoneTable() = default;

Result<std::unique_ptr<ZoneTable>> ZoneTable::load(const std::string& folder) {
  std::ifstream countries(folder + "/zone.tab");
  std::ifstream names(folder + "/tzdata.zi");
  if (!countries || !names) {
    return fail(Code::kUnavailable, "no zone.tab and tzdata.zi in " + folder + ": install tzdata");
  }
  std::unique_ptr<ZoneTable> table(new ZoneTable());
  table->zones_->folder = folder;
  for (std::string line; std::getline(countries, line);) read_line(line, table->zones_->countries);
  // "Z Europe/Berlin 0:53:28 - LMT", "L Europe/Berlin Europe/Stockholm"
  for (std::string line; std::getline(names, line);) {
    const auto between = line.find(' ', 2);
    if (between == std::string::npos) continue;
    const std::string first = line.substr(2, between - 2);
    if (line.starts_with("Z ") && first != "Factory") table->zones_->names.push_back(first);
    if (!line.starts_with("L ")) continue;
    table->zones_->names.push_back(line.substr(between + 1));
    table->zones_->targets.emplace(table->zones_->names.back(), first);
  }
  return table;
}

const std::vector<std::string>& ZoneTable::names() const {
  return zones_->names;
}

std::vector<std::string> ZoneTable::of_country(std::string_view country) const {
  const auto found = zones_->countries.find(country);
  return found == zones_->countries.end() ? std::vector<std::string>{} : found->second;
}

std::optional<Millis> ZoneTable::local_clock(std::string_view zone, UtcTime at) const {
  const auto& file = zones_->file_of(zone);
  if (!file) return std::nullopt;
  const UtcTime local = at + std::chrono::seconds(file->offset_at(unix_seconds(at)));
  return local - std::chrono::floor<std::chrono::days>(local);
}

}  // namespace pl::audit
