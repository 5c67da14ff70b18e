#include "app/sandbox_workspace.h"

#include "wire/account_requests.h"
#include "wire/webhook_paths.h"

namespace pl::app {

sandbox::Workspace sandbox_workspace(const ServerSettings& settings, const std::string& server_url,
                                     const std::vector<std::int64_t>& chats) {
  sandbox::Workspace workspace;
  workspace.api_key = settings.elevenlabs_key;
  for (const core::Line& line : settings.lines) {
    const wire::BaseAgent agent = wire::base_agent(line);
    workspace.agents.push_back(
        sandbox::new_agent(line.agent_id, agent.name, agent.greeting, agent.prompt));
    workspace.phone_numbers.push_back({.phone_number_id = line.phone_number_id,
                                       .number = line.number.e164(),
                                       .agent_id = line.agent_id});
    for (const core::Tool& tool : line.tools) {
      workspace.tools.push_back(
          {.tool_id = "tool_" + line.name.text + "_" + tool.name.text,
           .name = tool.name.text,
           .url = server_url + std::string(wire::kToolsPath) + tool.name.text,
           .headers = {{std::string(wire::kSecretHeader), settings.secrets.tools.front()}},
           .fields = tool.saves,
           .completes = tool.completes_onboarding});
    }
  }
  workspace.initiation_webhook = {
      .url = server_url + std::string(wire::kInitiationPath),
      .headers = {{std::string(wire::kSecretHeader), settings.secrets.initiation.front()}}};
  workspace.post_call_webhook = {.url = server_url + std::string(wire::kEventsPath),
                                 .secret = settings.secrets.events.front()};
  workspace.twilio = {.account_sid = settings.twilio.account_sid,
                      .auth_token = settings.twilio.secret,
                      .incoming_url = server_url + "/twilio/messages"};
  workspace.telegram = {.bot_token = settings.telegram_token, .chats = chats};
  return workspace;
}

}  // namespace pl::app
