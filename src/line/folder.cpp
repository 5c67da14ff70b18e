#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

#include "line/load.h"

namespace pl::line {
namespace {

namespace fs = std::filesystem;

// Links are followed before the comparison: a link that leads out of the folder is refused.
bool lies_in(const fs::path& file, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end() && rest != file.end();
}

std::optional<std::string> read_inside(const fs::path& folder, const std::string& path) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error) return std::nullopt;
  const fs::path file = fs::canonical(root / path, error);
  // A pipe or a device would block or never end.
  if (error || !lies_in(file, root) || !fs::is_regular_file(file, error)) return std::nullopt;

  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  std::string bytes(kFileBytes + 1, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  if (stream.bad() || bytes.size() > kFileBytes) return std::nullopt;
  return bytes;
}

}  // namespace

Sources folder_sources(
    const fs::path& folder,
    std::function<std::optional<std::string>(const std::string& name)> environment,
    std::function<bool(std::string_view)> is_zone) {
  return {[folder](const std::string& path) { return read_inside(folder, path); },
          std::move(environment), std::move(is_zone), folder.generic_string()};
}

}  // namespace pl::line
