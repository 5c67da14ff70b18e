#include "engine/lines.h"

#include <fmt/format.h>

#include "base/text.h"

namespace pl::engine {

Result<Lines> Lines::create(std::vector<core::Line> lines) {
  if (lines.empty()) return fail(Code::kInvalid, "no line; give one with --line FOLDER");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool clash = lines[i].name == lines[j].name || lines[i].number == lines[j].number ||
                         lines[i].agent_id == lines[j].agent_id;
      if (clash) {
        return fail(Code::kInvalid,
                    fmt::format("lines \"{}\" and \"{}\" share a name, a number or an agent; each "
                                "line needs its own",
                                lines[j].name.text, lines[i].name.text));
      }
    }
  }
  return Lines(std::move(lines));
}

const core::Line* Lines::find(const core::LineName& name) const {
  for (const core::Line& line : lines_) {
    if (line.name == name) return &line;
  }
  return nullptr;
}

const core::Line& Lines::answering(std::string_view agent_id,
                                   std::string_view called_number) const {
  for (const core::Line& line : lines_) {
    if (line.agent_id == agent_id) return line;
  }
  for (const core::Line& line : lines_) {
    if (line.number.e164() == called_number) return line;
  }
  return lines_.front();
}

Result<const core::Line*> Lines::meant(const std::optional<core::LineName>& name) const {
  std::vector<std::string> names;
  for (const core::Line& line : lines_) names.push_back(line.name.text);
  if (!name) {
    if (lines_.size() == 1) return &lines_.front();
    return fail(Code::kInvalid, "line: say which one: " + join(names, ", "));
  }
  const core::Line* found = find(*name);
  if (found == nullptr) {
    return fail(Code::kNotFound, "line: no such line; there is " + join(names, ", "));
  }
  return found;
}

}  // namespace pl::engine
