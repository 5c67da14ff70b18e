#include "cli/line_folder.h"

#include <cstdlib>

#include "base/text.h"
#include "line/load.h"

namespace pl::cli {

Result<core::Line> load_line(const std::string& folder, const core::FindZone& find_zone) {
  const auto environment = [](const std::string& name) -> std::optional<std::string> {
    const char* const value = std::getenv(name.c_str());
    return value != nullptr && *value != '\0' ? std::string(value) : "unset_" + name;
  };
  auto line = line::load(line::folder_sources(folder, environment, find_zone));
  if (line) return *std::move(line);
  std::vector<std::string> complaints{folder + " is not a good line"};
  for (const line::Complaint& one : line.error()) complaints.push_back(line::format(one));
  return fail(Code::kInvalid, join(complaints, "\n"));
}

}  // namespace pl::cli
