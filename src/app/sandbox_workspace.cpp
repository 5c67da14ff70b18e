#include "app/sandbox_workspace.h"

#include "base/overloaded.h"
#include "platforms/elevenlabs/account_requests.h"
#include "platforms/elevenlabs/webhook_paths.h"

namespace pl::app {
namespace {

// The default, or what any such field accepts; empty where it depends on who is asked.
std::string usual_answer(const core::Field& field) {
  if (field.default_value) return core::show(*field.default_value);
  return std::visit(Overloaded{
                        [](const core::TextField& of) {
                          return std::string("a little of everything").substr(0, of.max);
                        },
                        [](const core::IntegerField& of) {
                          return std::to_string(of.min + (of.max - of.min) / 2);
                        },
                        [](const core::ChoiceField& of) { return of.of.front(); },
                        [](const core::ListField&) { return std::string("chess, long walks"); },
                        [](const core::TimezoneField&) { return std::string(); },
                        [](const core::BooleanField&) { return std::string("yes"); },
                    },
                    field.type);
}

std::vector<sandbox::ToolField> fields_of(const core::Line& line, const core::Tool& tool) {
  std::vector<sandbox::ToolField> fields;
  for (const std::string& name : tool.saves) {
    const core::Field* const field = core::find_field(line.profile, name);
    fields.push_back({name, field == nullptr ? "" : usual_answer(*field)});
  }
  return fields;
}

}  // namespace

sandbox::Workspace sandbox_workspace(const ServerSettings& settings, const std::string& server_url,
                                     const std::vector<std::int64_t>& chats) {
  sandbox::Workspace workspace;
  workspace.api_key = settings.elevenlabs_key;
  for (const core::Line& line : settings.lines) {
    const platforms::BaseAgent agent = platforms::base_agent(line);
    workspace.agents.push_back(
        sandbox::new_agent(line.agent_id, agent.name, agent.greeting, agent.prompt));
    workspace.phone_numbers.push_back({.phone_number_id = line.phone_number_id,
                                       .number = line.number.e164(),
                                       .agent_id = line.agent_id});
    for (const core::Tool& tool : line.tools) {
      workspace.tools.push_back(
          {.tool_id = "tool_" + line.name.text + "_" + tool.name.text,
           .name = tool.name.text,
           .url = server_url + std::string(platforms::kToolsPath) + tool.name.text,
           .headers = {{std::string(platforms::kSecretHeader), settings.secrets.tools.front()}},
           .fields = fields_of(line, tool),
           .completes = tool.completes_onboarding});
    }
  }
  workspace.initiation_webhook = {
      .url = server_url + std::string(platforms::kInitiationPath),
      .headers = {{std::string(platforms::kSecretHeader), settings.secrets.initiation.front()}}};
  workspace.post_call_webhook = {.url = server_url + std::string(platforms::kEventsPath),
                                 .secret = settings.secrets.events.front()};
  workspace.twilio = {.account_sid = settings.twilio.account_sid,
                      .auth_token = settings.twilio.secret,
                      .incoming_url = server_url + "/twilio/messages"};
  workspace.telegram = {.bot_token = settings.telegram_token, .chats = chats};
  return workspace;
}

}  // namespace pl::app
