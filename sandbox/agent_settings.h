// An agent as it is set up in the account: what it says by itself, and what a call may change.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sandbox/json.h"
#include "sandbox/workspace.h"

namespace pl::sandbox {

// {"conversation_config", "platform_settings"}, as GET /v1/convai/agents/{agent_id} shows them.
Json settings_of(const Agent& agent);

// Changes what `body` names of name, conversation_config and platform_settings, like PATCH
// /v1/convai/agents/{agent_id}; what it does not name stays. `body` keeps to agent_patch_rules().
// Changes nothing if it adds to `detail`.
void change_agent(Agent& agent, const Json& body, Json& detail);

// What it says without an override; empty if it is set up without one.
std::string own_first_message(const Agent& agent);
std::string own_prompt(const Agent& agent);

// The name of its time zone; empty: none was set.
std::string own_timezone(const Agent& agent);

std::vector<std::string> own_tool_ids(const Agent& agent);
int own_max_duration(const Agent& agent);

// What a max_duration_seconds means, which is an integer of any size: 0 to a day.
int call_seconds(const Json& max_duration);

// How many of its calls may be live at a time; empty: any number.
std::optional<int> own_concurrency(const Agent& agent);

// What an agent has in place of the workspace's webhooks (platform_settings.workspace_overrides).
struct OwnWebhooks {
  std::optional<InitiationWebhook> initiation;
  std::string post_call_id;  // empty: the workspace's
  std::optional<std::vector<std::string>> events;
  bool exclude_transcript = false;
};
OwnWebhooks own_webhooks(const Agent& agent);

// Whether a webhook is asked who speaks on an inbound call.
bool asks_who_speaks(const Agent& agent);

}  // namespace pl::sandbox
