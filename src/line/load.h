// Reads a line folder into a checked core::Line, or says everything that is wrong with it at once.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/line.h"

namespace pl::line {

inline constexpr std::size_t kFileBytes = 1024 * 1024;   // of any file that is read
inline constexpr std::size_t kPromptBytes = 100 * 1000;  // of a prompt

// One mistake, for the person who wrote the file.
struct Complaint {
  std::string file;  // "lines/nikita/line.yaml"
  int line;          // the first line of a file is 1
  std::string key;   // "personas.nikita.voice.voice_id"; empty when the whole file is meant
  std::string wrong;
  std::string remedy;
  friend bool operator==(const Complaint&, const Complaint&) = default;
};

// "lines/nikita/line.yaml:12: personas.nikita.voice.voice_id: missing; write the id of a voice"
std::string format(const Complaint& complaint);

// Why a file of the folder is not there to be read, and what to do.
struct Unreadable {
  std::string why;  // "No such file or directory"
  std::string remedy;
  bool is_folder = false;  // the folder itself cannot be read
  friend bool operator==(const Unreadable&, const Unreadable&) = default;
};
using FileRead = tl::expected<std::string, Unreadable>;

// Where the bytes and the facts come from. The functions must be set.
struct Sources {
  // The file at `path`, relative to the folder.
  std::function<FileRead(const std::string& path)> read;
  std::function<std::optional<std::string>(const std::string& name)> environment;  // for ${NAME}
  core::FindZone find_zone;
  std::string folder = {};  // put before file names in complaints; may be empty
  // Told what may not read as it was meant, of a line that is good; may be empty.
  std::function<void(const Complaint&)> warn = {};
};

// Reads "line.yaml" and the prompts that it names. Complaints are ordered by file and line.
// Whatever the bytes are, it returns.
tl::expected<core::Line, std::vector<Complaint>> load(const Sources& sources);

// Sources of a real folder. Files that lie outside of it, through ".." or a link, are not read, nor
// are files of more than kFileBytes.
Sources folder_sources(
    const std::filesystem::path& folder,
    std::function<std::optional<std::string>(const std::string& name)> environment,
    core::FindZone find_zone);

}  // namespace pl::line
