// What the tests of this room share: a small correct line, kept as lines that a test may replace.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "line/load.h"

namespace pl::line::testing {

inline const std::string kGoodLine = R"(version: 1
line: desk
number: "+41780000000"
elevenlabs: {agent_id: agent_1, phone_number_id: phnum_1}
tools:
  note: {saves: [city]}
  finish: {completes: onboarding}
personas:
  ada:
    prompt: prompts/ada.md
    voice: {voice_id: voice_a}
    language: en
    tools: [note, finish]
  bob:
    prompt: prompts/bob.md
    voice: {voice_id: voice_b}
    language: en
profile:
  city: {type: text, required: true, ask: "Where do you live?"}
scenes:
  intake: {persona: ada, openings: ["Hello {{name}}."], text: ["Hello by text."], text_unrung: [Hello.]}
  talk: {persona: bob, openings: ["Hello {{name}} of {{city}}.", "Hello {{name}}."], text: ["Hi {{name}}."], text_unrung: [Hi.]}
  safe: {persona: bob, openings: [Hello.]}
inbound:
  - {when: {caller: unknown}, scene: safe}
  - {scene: talk}
outreach:
  intake: {scene: intake, complete_when: required_fields, retry: [1m], deadline: 1h}
  next: {scene: talk, on: onboarding_completed, deadline: 10m}
calling: {countries: [CH]}
text: [telegram]
safe_scene: safe
)";

// A folder in memory.
struct Folder {
  std::map<std::string, std::string> files{{"line.yaml", kGoodLine},
                                           {"prompts/ada.md", "You are Ada.\n"},
                                           {"prompts/bob.md", "You are Bob.\n"}};
  std::map<std::string, std::string> environment;

  Sources sources() const {
    const auto find = [](const auto& map, const std::string& key) -> std::optional<std::string> {
      const auto found = map.find(key);
      if (found == map.end()) return std::nullopt;
      return found->second;
    };
    return {[this](const std::string& path) -> FileRead {
              const auto found = files.find(path);
              if (found != files.end()) return found->second;
              return tl::unexpected(Unreadable{"No such file or directory", "make this file"});
            },
            [this, find](const std::string& name) { return find(environment, name); },
            [](std::string_view zone) {
              return zone == "Europe/Zurich" ? std::optional(std::string(zone)) : std::nullopt;
            }};
  }

  // Replaces the one place in line.yaml where `old_text` stands.
  Folder& change(const std::string& old_text, const std::string& new_text) {
    std::string& text = files.at("line.yaml");
    const std::size_t at = text.find(old_text);
    if (at == std::string::npos) throw std::logic_error("not in the good line: " + old_text);
    text.replace(at, old_text.size(), new_text);
    return *this;
  }
};

inline std::vector<Complaint> complaints_of(const Folder& folder) {
  auto loaded = load(folder.sources());
  return loaded ? std::vector<Complaint>{} : loaded.error();
}

// One a line, as they are printed.
inline std::string text_of(const std::vector<Complaint>& complaints) {
  std::string text;
  for (const Complaint& complaint : complaints) text += format(complaint) + "\n";
  return text;
}

}  // namespace pl::line::testing
