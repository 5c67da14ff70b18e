// What an agent was told for one call: its own settings, changed by an override.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sandbox/json.h"
#include "sandbox/workspace.h"

namespace pl::sandbox {

struct Question {
  std::string field;
  std::string text;
  std::string usual = {};  // what people say at their first try; empty: what fits the text
};

using Variables = std::map<std::string, std::string>;

struct Scene {
  std::string first_message;
  std::string prompt;
  std::vector<std::string> tool_ids;
  int max_seconds = 0;
  Variables variables;
  std::string user_id;
  std::vector<std::string> disallowed;  // fields for which the call must fail
  std::vector<std::string> warnings;
};

// How one call begins: what was said about it, and what the agent makes of it.
struct Beginning {
  std::string client_data;  // JSON, as the platform shows it afterwards
  Scene scene;
};

// `client_data` is an object of the shape of conversation_initiation_client_data, which stands at
// `place`. Adds to `detail` what the platform refuses. Fields that the agent does not allow are
// dropped or make the call fail, as the workspace has it.
Beginning read_beginning(const Workspace& workspace, const Agent& agent, Json client_data,
                         const Json& place, Json& detail);

// The agent as it is set up, without an override.
Scene own_scene(const Agent& agent);

// The lines `- field: question` under the last line `Still to ask:`.
std::vector<Question> questions_in(std::string_view prompt);

}  // namespace pl::sandbox
