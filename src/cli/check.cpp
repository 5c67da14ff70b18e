#include "cli/check.h"

#include <fmt/format.h>

#include <cstdlib>

#include "line/load.h"
#include "wire/json.h"

namespace pl::cli {
namespace {

std::optional<std::string> environment_or_stand_in(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value != nullptr ? std::string(value) : "unset_" + name;
}

wire::Json as_json(const line::Complaint& complaint) {
  return {wire::Json::Members{{"file", {complaint.file}},
                              {"line", {std::int64_t(complaint.line)}},
                              {"key", {complaint.key}},
                              {"wrong", {complaint.wrong}},
                              {"remedy", {complaint.remedy}}}};
}

void print_line(const std::string& folder, const core::Line& line) {
  fmt::print("{}: good. Line \"{}\": {} personas, {} scenes, {} plans, {} profile fields.\n",
             folder, line.name.text, line.personas.size(), line.scenes.size(), line.outreach.size(),
             line.profile.size());
}

}  // namespace

int check(const CheckOptions& options, const std::function<bool(std::string_view)>& is_zone) {
  wire::Json::List complaints;
  bool good = true;
  for (const std::string& folder : options.folders) {
    const auto line = line::load(line::folder_sources(folder, environment_or_stand_in, is_zone));
    if (line) {
      if (!options.json) print_line(folder, *line);
      continue;
    }
    good = false;
    for (const line::Complaint& complaint : line.error()) {
      if (options.json) {
        complaints.push_back(as_json(complaint));
      } else {
        fmt::print("{}\n", line::format(complaint));
      }
    }
    if (!options.json) {
      fmt::print("{}: {} thing(s) to mend\n", folder, line.error().size());
    }
  }
  if (options.json) {
    fmt::print("{}\n", wire::write_json({wire::Json::Members{
                           {"good", {good}}, {"complaints", {std::move(complaints)}}}}));
  }
  return good ? 0 : 1;
}

}  // namespace pl::cli
