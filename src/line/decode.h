// The document as a line: every key read, every value judged by itself. What two values have to do
// with each other is for check.h.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/line.h"
#include "line/reader.h"

namespace pl::line {

// Entities are kept even where they are broken, so that the checks know their names; what could not
// be read is left at its default. Use the line only if there was no complaint.
core::Line decode(Context& context, const Node& document);

// The parts of decode(), each at its key.
std::vector<core::Persona> decode_personas(Context& context, const Spot& spot);
std::vector<core::Tool> decode_tools(Context& context, const Spot& spot);
std::vector<core::Field> decode_profile(Context& context, const Spot& spot);
// A scene without tools of its own is granted those of its persona.
std::vector<core::Scene> decode_scenes(Context& context, const Spot& spot,
                                       const std::vector<core::Persona>& personas);
std::vector<core::Rule> decode_inbound(Context& context, const Spot& spot);
std::vector<core::Plan> decode_outreach(Context& context, const Spot& spot);
core::CallingPolicy decode_calling(Context& context, const Spot& spot);

// A list of names; doubled ones are complained about.
template <class NameType>
std::vector<NameType> decode_names(Context& context, const Spot& spot, NameKind kind,
                                   std::size_t max) {
  std::vector<NameType> names;
  for (const Spot& entry : read_list(context, spot, 0, max)) {
    auto name = read_name(context, entry, kind);
    if (!name) continue;
    const bool doubled = std::find(names.begin(), names.end(), NameType{*name}) != names.end();
    if (doubled) {
      context.complaints.at(entry, "is listed twice", "remove one");
    } else {
      names.push_back(NameType{*std::move(name)});
    }
  }
  return names;
}

}  // namespace pl::line
