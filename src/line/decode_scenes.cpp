// `scenes:` and `inbound:`.
#include <algorithm>
#include <utility>

#include "core/opening.h"
#include "line/decode.h"

namespace pl::line {
namespace {

constexpr std::size_t kScenes = 100;
constexpr std::size_t kRules = 100;
constexpr std::size_t kOpenings = 20;
constexpr std::size_t kToolsOfScene = 100;
constexpr std::size_t kTextCharacters = 2000;  // a text message, with room for its variables
constexpr std::size_t kBriefCharacters = 20'000;
constexpr std::size_t kMentionCharacters = 200;
constexpr std::int64_t kMinutes = 120;

std::vector<core::Template> decode_templates(Context& context, const Spot& spot, std::size_t min,
                                             std::size_t characters) {
  std::vector<core::Template> templates;
  for (const Spot& entry : read_list(context, spot, min, kOpenings)) {
    // A broken one leaves its place, so that indices in later complaints are those of the file.
    templates.push_back(read_template(context, entry, characters).value_or(core::Template{}));
  }
  return templates;
}

std::vector<core::ToolName> tools_of(const std::vector<core::Persona>& personas,
                                     const core::PersonaName& name) {
  const auto found =
      std::find_if(personas.begin(), personas.end(),
                   [&](const core::Persona& persona) { return persona.name == name; });
  return found == personas.end() ? std::vector<core::ToolName>{} : found->tools;
}

// What the scene says.
void decode_words(Context& context, MapReader& map, core::Scene& scene) {
  if (const auto found = map.need("openings", "write a list of one or more first messages")) {
    scene.openings = decode_templates(context, *found, 1, core::kOpeningCharacters);
  }
  if (const auto found = map.take("choose")) {
    scene.choose =
        read_choice<core::OpeningChoice>(context, *found,
                                         {{"first", core::OpeningChoice::kFirst},
                                          {"name_initial", core::OpeningChoice::kNameInitial}})
            .value_or(scene.choose);
  }
  if (const auto found = map.take("brief")) {
    scene.brief = read_template(context, *found, kBriefCharacters);
  }
  if (const auto found = map.take("text")) {
    scene.texts = decode_templates(context, *found, 1, kTextCharacters);
  }
  if (const auto found = map.take("text_unrung")) {
    scene.unrung = decode_templates(context, *found, 1, kTextCharacters);
  }
  if (const auto found = map.take("mentions")) {
    scene.mentions = decode_templates(context, *found, 1, kMentionCharacters);
  }
}

core::Scene decode_scene(Context& context, const Spot& spot,
                         const std::vector<core::Persona>& personas) {
  core::Scene scene;
  scene.name.text = spot.node->key;
  MapReader map(context, spot);
  if (const auto found = map.need("persona", "name the persona that speaks")) {
    scene.persona.text = read_name(context, *found, NameKind::kName).value_or("");
  }
  decode_words(context, map, scene);
  if (const auto found = map.take("minutes")) {
    const auto minutes = read_integer(context, *found, 1, kMinutes);
    if (minutes) scene.minutes = std::chrono::minutes(*minutes);
  }
  if (const auto found = map.take("tools")) {
    scene.tools = decode_names<core::ToolName>(context, *found, NameKind::kTool, kToolsOfScene);
  } else {
    scene.tools = tools_of(personas, scene.persona);
  }
  map.finish();
  return scene;
}

void decode_stages(Context& context, const Spot& spot, core::Rule& rule) {
  for (const Spot& entry : read_one_or_list(context, spot, kEvery<core::Stage>.size())) {
    const auto stage = read_enum<core::Stage>(context, entry);
    if (!stage) continue;
    if (std::find(rule.stages.begin(), rule.stages.end(), *stage) != rule.stages.end()) {
      context.complaints.at(entry, "is listed twice", "remove one");
    } else {
      rule.stages.push_back(*stage);
    }
  }
}

void decode_condition(Context& context, const Spot& spot, core::Rule& rule) {
  MapReader map(context, spot);
  const auto caller = map.take("caller");
  const auto stage = map.take("stage");
  if (caller) {
    rule.caller = read_choice<core::KnownCaller>(context, *caller,
                                                 {{"unknown", core::KnownCaller::kUnknown},
                                                  {"known", core::KnownCaller::kKnown}})
                      .value_or(core::KnownCaller::kAny);
  }
  if (stage) decode_stages(context, *stage, rule);
  map.finish();
  if (spot.node->kind == Node::Kind::kMap && spot.node->children.empty()) {
    context.complaints.at(spot, "has no condition",
                          "write {caller: ...} or {stage: ...}, or leave out `when`");
  }
}

core::Rule decode_rule(Context& context, const Spot& spot) {
  core::Rule rule;
  rule.line_number = spot.node->line;
  MapReader map(context, spot);
  if (const auto when = map.take("when")) decode_condition(context, *when, rule);
  if (const auto scene = map.need("scene", "name the scene to play")) {
    rule.scene.text = read_name(context, *scene, NameKind::kName).value_or("");
  }
  map.finish();
  return rule;
}

}  // namespace

std::vector<core::Scene> decode_scenes(Context& context, const Spot& spot,
                                       const std::vector<core::Persona>& personas) {
  std::vector<core::Scene> scenes;
  for (const Spot& entry : read_entries(context, spot, NameKind::kName, kScenes)) {
    scenes.push_back(decode_scene(context, entry, personas));
  }
  return scenes;
}

std::vector<core::Rule> decode_inbound(Context& context, const Spot& spot) {
  std::vector<core::Rule> rules;
  for (const Spot& entry : read_list(context, spot, 1, kRules)) {
    rules.push_back(decode_rule(context, entry));
  }
  return rules;
}

}  // namespace pl::line
