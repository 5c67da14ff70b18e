#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "host/files.h"
#include "line/complaints.h"
#include "line/load.h"

namespace pl::line {
namespace {

namespace fs = std::filesystem;

// Links are followed before the comparison: a link that leads out of the folder is refused.
bool lies_in(const fs::path& file, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end() && rest != file.end();
}

tl::unexpected<Unreadable> no_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_regular_file(folder, error)) {
    const fs::path holds_it = folder.has_parent_path() ? folder.parent_path() : ".";
    return tl::unexpected(Unreadable{"it is a file, and a line is a folder",
                                     "name the folder: " + holds_it.generic_string(), true});
  }
  const auto status = fs::status(folder, error);
  const bool is_missing = status.type() == fs::file_type::not_found;
  return tl::unexpected(Unreadable{error ? error.message() : "not a folder",
                                   is_missing
                                       ? "name the folder of a line; `partyline init FOLDER` "
                                         "writes a new one"
                                       : "name a folder that this user may read",
                                   true});
}

Unreadable missing(const fs::path& root, const std::string& path, const std::string& why) {
  constexpr const char* kOtherName = "line.yml";
  std::error_code error;
  if (path == kLineFile && fs::exists(root / kOtherName, error)) {
    return {why, fmt::format("rename {} to {}", kOtherName, kLineFile)};
  }
  return {why, "make this file"};
}

FileRead read_inside(const fs::path& folder, const std::string& path) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error || !fs::is_directory(root, error)) return no_folder(folder);
  const fs::path file = fs::canonical(root / path, error);
  if (error == std::errc::no_such_file_or_directory) {
    return tl::unexpected(missing(root, path, error.message()));
  }
  if (error) return tl::unexpected(Unreadable{error.message(), "let this user read it"});
  if (!lies_in(file, root)) {
    return tl::unexpected(Unreadable{"it lies outside of the folder",
                                     "put it into the folder; a link may not lead out of it"});
  }
  // A pipe or a device would block or never end.
  if (!fs::is_regular_file(file, error)) {
    return tl::unexpected(Unreadable{"it is no file", "write the path of a file"});
  }
  auto bytes = host::read_bytes(file.string(), kFileBytes);
  if (bytes) return *std::move(bytes);
  return tl::unexpected(
      Unreadable{bytes.error().message, "let this user read a file of at most 1 MiB there"});
}

}  // namespace

Sources folder_sources(
    const fs::path& folder,
    std::function<std::optional<std::string>(const std::string& name)> environment,
    core::FindZone find_zone) {
  return {[folder](const std::string& path) { return read_inside(folder, path); },
          std::move(environment), std::move(find_zone), folder.generic_string()};
}

}  // namespace pl::line
