#include "line/decode.h"

#include <fmt/format.h>

#include <utility>

#include "core/caller_text.h"

namespace pl::line {
namespace {

constexpr std::size_t kVariables = 50;

// Stands where the real number could not be read; such a line is never handed out.
core::PhoneNumber no_number() {
  return *core::PhoneNumber::from_e164("+10000000");
}

core::PhoneNumber decode_number(Context& context, const std::optional<Spot>& spot) {
  if (!spot) return no_number();
  const auto text = read_environment(context, *spot);
  if (!text) return no_number();
  const auto number = core::PhoneNumber::from_e164(*text);
  if (number) return *number;
  context.complaints.at(*spot, "is not a phone number in international form",
                        "write it as \"+41780000000\": a plus sign, then 7 to 15 digits");
  return no_number();
}

void decode_elevenlabs(Context& context, const Spot& spot, core::Line& line) {
  MapReader map(context, spot);
  if (const auto id = map.need("agent_id", "write the agent's id, or ${ELEVENLABS_AGENT_ID}")) {
    line.agent_id = read_id(context, *id).value_or("");
  }
  if (const auto id =
          map.need("phone_number_id", "write the number's id, or ${ELEVENLABS_PHONE_NUMBER_ID}")) {
    line.phone_number_id = read_id(context, *id).value_or("");
  }
  map.finish();
}

std::vector<core::Channel> decode_text(Context& context, const Spot& spot) {
  std::vector<core::Channel> channels;
  for (const Spot& entry : read_list(context, spot, 0, 10)) {
    const auto channel = read_enum<core::Channel>(context, entry);
    if (!channel) continue;
    if (std::find(channels.begin(), channels.end(), *channel) != channels.end()) {
      context.complaints.at(entry, "is listed twice", "remove one");
    } else {
      channels.push_back(*channel);
    }
  }
  return channels;
}

core::Trust decode_trust(Context& context, const Spot& spot) {
  MapReader map(context, spot);
  auto trust = core::Trust::kName;
  if (const auto caller_id = map.need("caller_id", "write nothing, name or profile")) {
    trust = read_enum<core::Trust>(context, *caller_id).value_or(trust);
  }
  map.finish();
  return trust;
}

core::Variables decode_variables(Context& context, const Spot& spot) {
  core::Variables variables;
  for (const Spot& entry : read_entries(context, spot, NameKind::kVariable, kVariables)) {
    if (auto text = read_clean(context, entry, core::kContextValueLimit)) {
      variables.emplace(entry.node->key, *std::move(text));
    }
  }
  return variables;
}

// Who the line is and who speaks on it.
void decode_people(Context& context, MapReader& map, core::Line& line) {
  if (const auto spot = map.need("elevenlabs", "write agent_id and phone_number_id below it")) {
    decode_elevenlabs(context, *spot, line);
  }
  if (const auto spot = map.take("tools")) line.tools = decode_tools(context, *spot);
  if (const auto spot = map.need("personas", "write at least one persona")) {
    line.personas = decode_personas(context, *spot);
  }
  if (const auto spot = map.take("profile")) line.profile = decode_profile(context, *spot);
  if (const auto spot = map.need("scenes", "write at least one scene")) {
    line.scenes = decode_scenes(context, *spot, line.personas);
  }
}

// When they speak.
void decode_rules(Context& context, MapReader& map, core::Line& line) {
  if (const auto spot = map.need("inbound", "write at least the rule `- {scene: ...}`")) {
    line.inbound = decode_inbound(context, *spot);
  }
  const auto outreach = map.take("outreach");
  if (outreach) line.outreach = decode_outreach(context, *outreach);
  const auto calling = map.take("calling");
  if (calling) line.calling = decode_calling(context, *calling);
  if (!calling && !line.outreach.empty()) {
    context.complaints.missing(map.spot(), "calling",
                               "say where the plans may call, such as calling: {countries: [CH]}");
  }
  if (const auto spot = map.take("text")) line.text = decode_text(context, *spot);
  if (const auto spot = map.take("trust")) line.trust = decode_trust(context, *spot);
  if (const auto spot = map.need("safe_scene", "name a short, impersonal scene without tools")) {
    line.safe_scene.text = read_name(context, *spot, NameKind::kName).value_or("");
  }
  if (const auto spot = map.take("variables")) line.variables = decode_variables(context, *spot);
  if (const auto spot = map.take("default_name")) {
    line.default_name = read_clean(context, *spot, core::kNameLimit).value_or(line.default_name);
  }
}

}  // namespace

core::Line decode(Context& context, const Node& document) {
  MapReader map(context, Spot{&document, ""});
  if (const auto version = map.need("version", "write `version: 1` as the first line")) {
    read_integer(context, *version, 1, 1);
  }
  std::string name;
  if (const auto spot = map.need("line", "write the line's name")) {
    name = read_name(context, *spot, NameKind::kName).value_or("");
  }
  const auto number = map.need("number", "write the line's phone number, as in \"+41780000000\"");
  core::Line line{.name = {std::move(name)}, .number = decode_number(context, number)};
  decode_people(context, map, line);
  decode_rules(context, map, line);
  map.finish();
  return line;
}

}  // namespace pl::line
