#include "sandbox/variables.h"

#include <date/tz.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "sandbox/agent_settings.h"
#include "sandbox/body_rules.h"

namespace pl::sandbox {
namespace {

constexpr std::string_view kReserved = "system__";
constexpr std::string_view kSecret = "secret__";

// An agent without a time zone, or with one that nobody knows, lives by UTC.
const date::time_zone* zone_named(const std::string& name) {
  try {
    return date::locate_zone(name.empty() ? "UTC" : name);
  } catch (const std::exception&) {
    return date::locate_zone("UTC");
  }
}

// Seen: "2025-11-21T21:19:51.877690+00:00", and "Friday, 16:19 21 November 2025" in New York.
void add_time(Variables& known, const std::string& timezone, UtcTime now) {
  const date::time_zone* const zone = zone_named(timezone);
  const auto local = zone->to_local(std::chrono::floor<std::chrono::seconds>(now));
  known["system__time_utc"] =
      date::format("%FT%T+00:00", std::chrono::time_point_cast<std::chrono::microseconds>(now));
  known["system__time"] = date::format("%A, %H:%M %d %B %Y", local);
  known["system__timezone"] = zone->name();
}

std::string history_of(const Conversation& conversation) {
  Json entries = Json::array();
  for (const Turn& turn : conversation.turns)
    if (turn.message)
      entries.push_back(
          Json{{"role", turn.role == Role::kAgent ? "agent" : "user"}, {"message", *turn.message}});
  return to_text(Json{{"x-elevenlabs-history", true}, {"entries", std::move(entries)}});
}

void add_course(Variables& known, const Conversation& conversation, UtcTime now) {
  const auto since = conversation.answered ? now - *conversation.answered : Millis{0};
  known["system__call_duration_secs"] =
      std::to_string(std::chrono::floor<std::chrono::seconds>(since).count());
  const auto turns = std::to_string(std::count_if(
      conversation.turns.begin(), conversation.turns.end(),
      [](const Turn& turn) { return turn.role == Role::kAgent && turn.message.has_value(); }));
  // There is one agent, and no agent below it.
  known["system__agent_turns"] = turns;
  known["system__current_agent_turns"] = turns;
  known["system__is_text_only"] = "false";
  known["system__conversation_history"] = history_of(conversation);
}

}  // namespace

void check_variables(const Json& client_data, const Json& place, Json& detail) {
  const auto given = client_data.find("dynamic_variables");
  if (given == client_data.end() || !given->is_object()) return;
  for (const auto& [name, value] : given->items()) {
    if (value.is_primitive() && !value.is_null()) continue;
    Json inside = place;
    inside.push_back("dynamic_variables");
    inside.push_back(name);
    // The platform's own words for this are not known.
    complain(detail, inside, "string_type", "Input should be a valid string", value);
  }
}

Variables read_variables(const Json& client_data) {
  Variables variables;
  const auto given = client_data.find("dynamic_variables");
  if (given == client_data.end() || given->is_null()) return variables;
  for (const auto& [name, value] : given->items())
    variables[name] = value.is_string() ? value.get<std::string>() : value.dump();
  return variables;
}

std::vector<std::string> take_out_reserved(Json& client_data) {
  std::vector<std::string> names;
  const auto given = client_data.find("dynamic_variables");
  if (given == client_data.end() || !given->is_object()) return names;
  for (const auto& [name, value] : given->items())
    if (name.starts_with(kReserved)) names.push_back(name);
  for (const std::string& name : names) given->erase(name);
  return names;
}

Variables known_variables(const Conversation& conversation, const Workspace& workspace,
                          UtcTime now) {
  Variables known = conversation.scene.variables;
  const bool is_inbound = conversation.direction == Direction::kInbound;
  known["system__conversation_id"] = conversation.id;
  known["system__agent_id"] = conversation.agent_id;
  known["system__current_agent_id"] = conversation.agent_id;
  known["system__call_sid"] = conversation.call_sid;
  known["system__caller_id"] =
      is_inbound ? conversation.external_number : conversation.agent_number;
  known["system__called_number"] =
      is_inbound ? conversation.agent_number : conversation.external_number;
  for (const auto& [label, value] : workspace.environment_variables)
    known["system__env_" + label] = value;
  const Agent* const agent = workspace.agent(conversation.agent_id);
  add_time(known, agent ? own_timezone(*agent) : "", now);
  add_course(known, conversation, now);
  return known;
}

Variables speakable(Variables variables) {
  std::erase_if(variables, [](const auto& one) { return one.first.starts_with(kSecret); });
  return variables;
}

std::vector<std::string> fill_in(std::string& text, const Variables& variables) {
  std::vector<std::string> missing;
  std::size_t from = 0;
  while ((from = text.find("{{", from)) != std::string::npos) {
    const std::size_t end = text.find("}}", from);
    if (end == std::string::npos) break;
    const std::string name(trim(std::string_view(text).substr(from + 2, end - from - 2)));
    const auto found = variables.find(name);
    if (found == variables.end()) {
      if (std::find(missing.begin(), missing.end(), name) == missing.end()) missing.push_back(name);
      from = end + 2;
      continue;
    }
    text.replace(from, end + 2 - from, found->second);
    from += found->second.size();
  }
  return missing;
}

}  // namespace pl::sandbox
