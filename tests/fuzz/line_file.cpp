// A line folder from anywhere: line.yaml with one prompt, and a secret in the environment.
#include <algorithm>

#include "base/text.h"
#include "entry.h"
#include "line/document.h"
#include "line/load.h"

namespace pl::fuzz {
namespace {

const std::string kSecret = "s3cret-of-the-environment";

line::Sources sources(std::string_view bytes) {
  return {[bytes](const std::string& path) -> line::FileRead {
            if (path == "line.yaml") return std::string(bytes);
            if (path == "prompts/a.md") return "You are Ada. {{name}} is on the phone.";
            return tl::unexpected(line::Unreadable{"it is not there", "make it"});
          },
          [](const std::string& name) -> std::optional<std::string> {
            return name == "SECRET" ? std::optional(kSecret) : std::nullopt;
          },
          [](std::string_view zone) {
            return zone == "Europe/Zurich" ? std::optional(std::string(zone)) : std::nullopt;
          }};
}

void check_line(const core::Line& line) {
  PL_CHECK(!line.personas.empty() && !line.inbound.empty());
  const auto has_scene = [&](const core::SceneName& name) {
    return std::any_of(line.scenes.begin(), line.scenes.end(),
                       [&](const core::Scene& scene) { return scene.name == name; });
  };
  PL_CHECK(has_scene(line.safe_scene));
  for (const core::Rule& rule : line.inbound) PL_CHECK(has_scene(rule.scene));
  for (const core::Plan& plan : line.outreach) PL_CHECK(has_scene(plan.scene));
  for (const core::Scene& scene : line.scenes) {
    PL_CHECK(!scene.openings.empty() && scene.minutes.count() > 0);
    const bool persona = std::any_of(line.personas.begin(), line.personas.end(),
                                     [&](const auto& each) { return each.name == scene.persona; });
    PL_CHECK(persona);
  }
}

bool is_shown(std::string_view text) {
  return is_utf8(text) && text.find_first_of("\r\n") == std::string_view::npos &&
         text.find(kSecret) == std::string_view::npos;
}

}  // namespace

void try_bytes(std::string_view bytes) {
  // libFuzzer sees what we look for, and writes it itself: what stands in the file may be shown.
  if (bytes.find(kSecret) != std::string_view::npos) return;
  if (const auto document = line::parse_document(bytes); !document) {
    PL_CHECK(document.error().line >= 1 && !document.error().wrong.empty());
  }
  const auto loaded = line::load(sources(bytes));
  if (loaded) return check_line(*loaded);
  PL_CHECK(!loaded.error().empty());
  for (const line::Complaint& complaint : loaded.error()) {
    PL_CHECK(complaint.line >= 1 && !complaint.wrong.empty() && !complaint.remedy.empty());
    PL_CHECK(is_shown(line::format(complaint)));
  }
}

}  // namespace pl::fuzz
