#include "base/overloaded.h"
#include "base/text.h"
#include "core/answerer.h"
#include "platforms/elevenlabs/account_parts.h"
#include "platforms/elevenlabs/webhook_paths.h"

namespace pl::platforms {
namespace {

using wire::Json;

Json described(const char* type, const std::string& description) {
  return {Json::Members{{"type", {type}}, {"description", {description}}}};
}

// A value that the platform fills in: the model cannot see or change it.
Json bound(const char* variable) {
  return {Json::Members{{"type", {"string"}}, {"dynamic_variable", {variable}}}};
}

std::string question(const core::Field& field, const std::string& hint = {}) {
  return "The answer to: " + field.question + (hint.empty() ? "" : " " + hint);
}

Json choice(const core::Field& field, const core::ChoiceField& type) {
  Json::List words;
  for (const std::string& word : type.of) words.push_back({word});
  Json json = described("string", question(field));
  std::get<Json::Members>(json.value).emplace("enum", Json{std::move(words)});
  return json;
}

Json list(const core::Field& field) {
  return {Json::Members{{"type", {"array"}},
                        {"description", {question(field, "One item for each thing they name.")}},
                        {"items", described("string", "One of them, in a few words.")}}};
}

Json property(const core::Field& field) {
  return std::visit(
      Overloaded{
          [&](const core::TextField&) {
            return described("string", question(field, "In a few words."));
          },
          [&](const core::IntegerField& type) {
            return described("integer",
                             question(field, "A whole number from " + std::to_string(type.min) +
                                                 " to " + std::to_string(type.max) + "."));
          },
          [&](const core::ChoiceField& type) { return choice(field, type); },
          [&](const core::ListField&) { return list(field); },
          [&](const core::TimezoneField&) {
            return described("string", question(field,
                                                "As the IANA name of their time zone, such as "
                                                "Europe/Zurich."));
          },
          [&](const core::BooleanField&) { return described("boolean", question(field)); }},
      field.type);
}

std::string purpose(const core::Tool& tool) {
  if (tool.completes_onboarding) {
    return "Call this once, when everything that was to be asked has been asked. If it answers "
           "`saved: false`, its `say` tells you what is missing.";
  }
  if (tool.opts_out) {
    return "Call this when they do not want to be called or texted again. Then say goodbye.";
  }
  if (tool.tells_answerer) {
    return "Call this as soon as you know who or what has picked up, and again if you were wrong.";
  }
  return "Saves what they just told you: " + join(tool.saves, ", ") +
         ". Send only what you heard. If it answers `saved: false`, say its `say` sentence, "
         "listen, and save again.";
}

Json parameters(const core::Line& line, const core::Tool& tool) {
  Json::Members properties;
  for (const std::string& name : tool.saves) {
    if (const core::Field* field = core::find_field(line.profile, name)) {
      properties.emplace(name, property(*field));
    }
  }
  if (tool.tells_answerer) {
    Json::List answers;
    for (const core::Answerer answerer : kEvery<core::Answerer>) {
      answers.push_back({std::string(text_of(answerer))});
    }
    Json who = described("string",
                         "person: a human being speaks. mailbox: a recording takes a message. "
                         "screener: a machine asks who calls, for one person. menu: a company's "
                         "choices, a queue or an announcement. nobody: not a word. unsure: sounds "
                         "that are no answer.");
    std::get<Json::Members>(who.value).emplace("enum", Json{std::move(answers)});
    properties.emplace("answerer", std::move(who));
  }
  // They win over a field of the same name.
  properties.insert_or_assign("partyline_call", bound("partyline_call"));
  properties.insert_or_assign("conversation_id", bound("system__conversation_id"));
  return {Json::Members{{"type", {"object"}},
                        {"properties", {std::move(properties)}},
                        {"required", {Json::List{{"partyline_call"}, {"conversation_id"}}}}}};
}

}  // namespace

Json secret_header(const std::string& secret_id) {
  return {
      Json::Members{{std::string(kSecretHeader), {Json::Members{{"secret_id", Json{secret_id}}}}}}};
}

Json tool_body(const core::Line& line, const core::Tool& tool, const std::string& public_url,
               const std::string& secret_id) {
  const Json schema{Json::Members{{"url", {public_url + std::string(kToolsPath) + tool.name.text}},
                                  {"method", {"POST"}},
                                  {"content_type", {"application/json"}},
                                  {"request_headers", secret_header(secret_id)},
                                  {"request_body_schema", parameters(line, tool)}}};
  const Json config{Json::Members{{"type", {"webhook"}},
                                  {"name", {tool.name.text}},
                                  {"description", {purpose(tool)}},
                                  {"api_schema", schema}}};
  return {Json::Members{{"tool_config", config}}};
}

}  // namespace pl::platforms
