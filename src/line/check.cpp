#include "line/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <bitset>
#include <map>

#include "line/reader.h"

namespace pl::line {
namespace {

template <class Things>
std::vector<std::string> names_of(const Things& things) {
  std::vector<std::string> names;
  for (const auto& thing : things) names.push_back(thing.name.text);
  return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Complains at `key` unless `name` is one of `known` (or is empty: then it could not be read).
void expect_known(Complaints& complaints, const std::string& key, const std::string& name,
                  const std::vector<std::string>& known, std::string_view what,
                  std::string_view section) {
  if (name.empty() || has(known, name)) return;
  complaints.at(key, fmt::format("there is no {} {}", what, shown(name)),
                fmt::format("declare it under `{}:`{}", section, did_you_mean(name, known)));
}

void check_granted(Complaints& complaints, const std::string& key,
                   const std::vector<core::ToolName>& granted,
                   const std::vector<std::string>& tools) {
  for (std::size_t i = 0; i < granted.size(); ++i) {
    expect_known(complaints, fmt::format("{}[{}]", key, i), granted[i].text, tools, "tool",
                 "tools");
  }
}

// The kinds of inbound caller a rule can tell apart: bit 0 unknown, bit 1 + n known in stage n.
using Callers = std::bitset<1 + kEvery<core::Stage>.size()>;

Callers callers_of(const core::Rule& rule) {
  Callers callers;
  callers[0] = rule.caller != core::KnownCaller::kKnown && rule.stages.empty();
  for (std::size_t i = 0; i < kEvery<core::Stage>.size(); ++i) {
    const bool stage_fits =
        rule.stages.empty() || std::find(rule.stages.begin(), rule.stages.end(),
                                         kEvery<core::Stage>[i]) != rule.stages.end();
    callers[i + 1] = stage_fits && rule.caller != core::KnownCaller::kUnknown;
  }
  return callers;
}

// Whether the last rule is the only one without a condition. It must be there even where the rules
// above it already cover everyone.
bool only_general(const std::vector<core::Rule>& rules) {
  return rules.back().unconditional() &&
         std::count_if(rules.begin(), rules.end(),
                       [](const core::Rule& rule) { return rule.unconditional(); }) == 1;
}

// The optional fields of an override that a persona sets, each by its key.
std::map<std::string, bool> optional_fields(const core::Persona& persona) {
  return {{"voice.model_id", persona.voice.model_id.has_value()},
          {"voice.stability", persona.voice.stability.has_value()},
          {"voice.similarity_boost", persona.voice.similarity_boost.has_value()},
          {"voice.speed", persona.voice.speed.has_value()},
          {"llm", persona.llm.has_value()}};
}

}  // namespace

void check(Complaints& complaints, const core::Line& line) {
  check_names(complaints, line);
  check_templates(complaints, line);
  check_mentions(complaints, line);
  check_sizes(complaints, line);
  check_voices(complaints, line);
  check_profile(complaints, line);
  check_inbound(complaints, line);
  check_safe_scene(complaints, line);
  check_plans(complaints, line);
  check_budgets(complaints, line);
}

void check_names(Complaints& complaints, const core::Line& line) {
  const auto tools = names_of(line.tools);
  const auto personas = names_of(line.personas);
  const auto scenes = names_of(line.scenes);
  std::vector<std::string> fields;
  for (const core::Field& field : line.profile) fields.push_back(field.name);

  for (const core::Tool& tool : line.tools) {
    for (std::size_t i = 0; i < tool.saves.size(); ++i) {
      expect_known(complaints, fmt::format("tools.{}.saves[{}]", tool.name.text, i), tool.saves[i],
                   fields, "field", "profile");
    }
  }
  for (const core::Persona& persona : line.personas) {
    check_granted(complaints, fmt::format("personas.{}.tools", persona.name.text), persona.tools,
                  tools);
  }
  for (const core::Scene& scene : line.scenes) {
    const std::string key = "scenes." + scene.name.text;
    expect_known(complaints, key + ".persona", scene.persona.text, personas, "persona", "personas");
    // Tools that come from the persona have been looked at there.
    const auto persona = std::find_if(line.personas.begin(), line.personas.end(),
                                      [&](const auto& p) { return p.name == scene.persona; });
    if (persona == line.personas.end() || persona->tools != scene.tools) {
      check_granted(complaints, key + ".tools", scene.tools, tools);
    }
  }
  for (std::size_t i = 0; i < line.inbound.size(); ++i) {
    expect_known(complaints, fmt::format("inbound[{}].scene", i), line.inbound[i].scene.text,
                 scenes, "scene", "scenes");
  }
  for (const core::Plan& plan : line.outreach) {
    expect_known(complaints, fmt::format("outreach.{}.scene", plan.name.text), plan.scene.text,
                 scenes, "scene", "scenes");
  }
  expect_known(complaints, "safe_scene", line.safe_scene.text, scenes, "scene", "scenes");
}

// Every override of a line sets the same fields: one that is left out would be whatever the agent,
// or the persona before, had there.
void check_voices(Complaints& complaints, const core::Line& line) {
  std::map<std::string, std::string> set_by;  // field -> the first persona that sets it
  for (const core::Persona& persona : line.personas) {
    for (const auto& [field, set] : optional_fields(persona)) {
      if (set) set_by.emplace(field, persona.name.text);
    }
  }
  for (const core::Persona& persona : line.personas) {
    const bool used =
        std::any_of(line.scenes.begin(), line.scenes.end(),
                    [&](const core::Scene& scene) { return scene.persona == persona.name; });
    if (!used) continue;
    for (const auto& [field, set] : optional_fields(persona)) {
      const std::string key = fmt::format("personas.{}.{}", persona.name.text, field);
      if (set || !set_by.contains(field) || complaints.about(key)) continue;
      complaints.at(key, fmt::format("missing, but persona `{}` sets it", set_by.at(field)),
                    "set it here too: what a persona leaves out, it takes from another voice");
    }
  }
}

void check_profile(Complaints& complaints, const core::Line& line) {
  const core::Field* zone = nullptr;
  for (const core::Field& field : line.profile) {
    if (!std::holds_alternative<core::TimezoneField>(field.type)) continue;
    if (zone != nullptr) {
      complaints.at(fmt::format("profile.{}.type", field.name),
                    fmt::format("`{}` is the caller's time zone already", zone->name),
                    "keep one field of type timezone");
    } else {
      zone = &field;
    }
  }
}

void check_inbound(Complaints& complaints, const core::Line& line) {
  Callers taken;
  for (std::size_t i = 0; i < line.inbound.size(); ++i) {
    const core::Rule& rule = line.inbound[i];
    const std::string key = fmt::format("inbound[{}]", i);
    if (complaints.about(key + ".when")) continue;
    const bool last = i + 1 == line.inbound.size();
    const Callers callers = callers_of(rule);
    if (last && !rule.unconditional()) {
      complaints.at(key, "the last rule has a condition, so some callers would meet no scene",
                    "add a last rule without `when`");
    }
    if (callers.none()) {
      complaints.at(key, "can never match: an unknown caller has no stage",
                    "remove `caller: unknown` or `stage`");
    } else if ((callers & ~taken).none() && !(last && only_general(line.inbound))) {
      complaints.at(key, "is never reached: the rules above it match first",
                    "move it up, or remove it");
    }
    taken |= callers;
  }
}

void check_safe_scene(Complaints& complaints, const core::Line& line) {
  const core::Scene* const scene = line.find_scene(line.safe_scene);
  if (scene == nullptr) return;
  const std::string key = "scenes." + scene->name.text;
  if (!scene->tools.empty()) {
    complaints.at(key + ".tools", "the safe scene grants tools",
                  "write `tools: []`: it speaks to callers nobody could look up");
  }
  const auto expect_impersonal = [&](const core::Template& words, const std::string& where) {
    for (const std::string& name : words.names()) {
      if (name == "name") continue;
      complaints.at(where, fmt::format("the safe scene uses {{{{{}}}}}", name),
                    "use no variable but {{name}}: it must work when nothing can be looked up");
    }
  };
  for (std::size_t i = 0; i < scene->openings.size(); ++i) {
    expect_impersonal(scene->openings[i], fmt::format("{}.openings[{}]", key, i));
  }
  if (scene->brief) expect_impersonal(*scene->brief, key + ".brief");
}

}  // namespace pl::line
