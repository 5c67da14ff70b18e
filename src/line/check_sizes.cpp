// Whether what is said to the platform about a call stays within what it takes, whatever is known
// of the caller.
#include <fmt/format.h>

#include <algorithm>

#include "base/overloaded.h"
#include "core/caller_text.h"
#include "core/opening.h"
#include "core/override.h"
#include "core/place.h"
#include "line/check.h"

namespace pl::line {
namespace {

constexpr std::size_t kPointBytes = 4;  // of a code point in UTF-8; longer than any escape of one
constexpr std::size_t kToolIdBytes = 260;
constexpr std::size_t kBesides = 4096;  // keys, ids, the voice, the words around the facts

// In a JSON text, where quotes, backslashes and line ends take two bytes.
std::size_t json_bytes(std::string_view text) {
  return text.size() + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
           return c == '"' || c == '\\' || c == '\n' || c == '\t';
         }));
}

std::size_t longest(const core::FieldType& type) {
  constexpr std::size_t kShort = 64;  // a number, a time zone, "false"
  return std::visit(
      Overloaded{
          [](const core::TextField& t) { return t.max * kPointBytes; },
          [](const core::ListField& t) { return t.max * (t.item_max * kPointBytes + 2); },
          [](const core::ChoiceField& t) {
            std::size_t most = 0;
            for (const std::string& word : t.of) most = std::max(most, json_bytes(word));
            return most;
          },
          [](const core::IntegerField&) { return kShort; },
          [](const core::TimezoneField&) { return kShort; },
          [](const core::BooleanField&) { return kShort; },
      },
      type);
}

class Measure {
 public:
  explicit Measure(const core::Line& line) : line_(line) {}

  // The most bytes that the initiation of a call with this scene may have.
  std::size_t of(const core::Scene& scene, const core::Persona& persona) const {
    const bool planned =
        std::any_of(line_.outreach.begin(), line_.outreach.end(),
                    [&](const core::Plan& plan) { return plan.scene == scene.name; });
    const auto known = planned ? core::Trust::kProfile : line_.trust;
    std::size_t opening = 0;
    for (const auto& words : scene.openings) opening = std::max(opening, rendered(words, known));
    if (planned) opening = std::max(opening, given_opening());
    std::size_t variables = 0;
    for (const auto& [name, value] : line_.variables) variables += name.size() + json_bytes(value);
    return kBesides + json_bytes(persona.prompt) +
           (scene.brief ? rendered(*scene.brief, known) : 0) + opening + variables +
           questions(scene) + scene.tools.size() * kToolIdBytes +
           (known == core::Trust::kProfile ? facts() : 0);
  }

 private:
  // One that comes with an outreach.
  std::size_t given_opening() const {
    std::size_t most = core::kContextValueLimit * kPointBytes;
    for (const core::Field& field : line_.profile) most = std::max(most, longest(field.type));
    return core::kOpeningCharacters * kPointBytes + core::kGivenOpeningVariables * most;
  }

  std::size_t rendered(const core::Template& words, core::Trust known) const {
    core::Variables values;
    for (const std::string& name : words.names()) {
      values[name] = std::string(std::max(most_of(name, known), core::kNotKnown.size()), 'x');
    }
    return json_bytes(words.render(values));
  }

  std::size_t most_of(const std::string& variable, core::Trust known) const {
    if (variable == "name") return core::kNameLimit * kPointBytes;
    if (variable == "local_time") return core::kLocalTimeBytes;
    const core::Field* const field = core::find_field(line_.profile, variable);
    if (known == core::Trust::kProfile) {
      return field != nullptr ? longest(field->type) : core::kContextValueLimit * kPointBytes;
    }
    const bool has_default = field != nullptr && field->default_value.has_value();
    return has_default ? json_bytes(core::show(*field->default_value)) : 0;
  }

  std::size_t facts() const {
    std::size_t bytes = core::kNameLimit * kPointBytes;
    for (const core::Field& field : line_.profile) bytes += field.name.size() + longest(field.type);
    return bytes + core::kContextEntries *
                       (core::kContextKeyLimit + core::kContextValueLimit * kPointBytes);
  }

  std::size_t questions(const core::Scene& scene) const {
    std::size_t bytes = 0;
    for (const core::ToolName& name : scene.tools) {
      const core::Tool* const tool = line_.find_tool(name);
      if (tool == nullptr) continue;
      for (const std::string& saved : tool->saves) {
        const core::Field* const field = core::find_field(line_.profile, saved);
        if (field != nullptr) bytes += saved.size() + json_bytes(field->question) + 6;
      }
    }
    return bytes;
  }

  const core::Line& line_;
};

}  // namespace

void check_sizes(Complaints& complaints, const core::Line& line) {
  const Measure measure(line);
  for (const core::Scene& scene : line.scenes) {
    const auto persona = std::find_if(line.personas.begin(), line.personas.end(),
                                      [&](const auto& one) { return one.name == scene.persona; });
    if (persona == line.personas.end()) continue;
    const std::size_t bytes = measure.of(scene, *persona);
    if (bytes <= core::kInitiationBytes) continue;
    complaints.at(
        "scenes." + scene.name.text,
        fmt::format("what the platform is told may grow to {} kB, and it takes {} kB",
                    (bytes + 1023) / 1024, core::kInitiationBytes / 1024),
        fmt::format("shorten the prompt of `{}` or the brief, or use fewer {{{{variables}}}} there",
                    persona->name.text));
  }
}

}  // namespace pl::line
