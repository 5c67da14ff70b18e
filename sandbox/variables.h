// Dynamic variables: what {{name}} in the texts and headers of a call stands for. Source: the
// platform's page on dynamic variables, with the list of system__ names of 2026-10.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sandbox/conversation.h"
#include "sandbox/json.h"
#include "sandbox/workspace.h"

namespace pl::sandbox {

// Adds to `detail` every value of dynamic_variables that is neither text nor number nor boolean.
// `place` is where `client_data` stands.
void check_variables(const Json& client_data, const Json& place, Json& detail);

// The dynamic_variables of a checked `client_data`.
Variables read_variables(const Json& client_data);

// Takes names that only the platform gives values to (system__...) out of dynamic_variables, and
// returns them.
std::vector<std::string> take_out_reserved(Json& client_data);

// All that the headers of a tool may name at `now`: what was sent, and what the platform knows.
Variables known_variables(const Conversation& conversation, const Workspace& workspace,
                          UtcTime now);

// The same without secrets (secret__...), which are for headers alone: a model never reads them.
Variables speakable(Variables variables);

// Replaces every {{name}} of `text`; names without a value are left and returned. What was put in
// is not looked at again.
std::vector<std::string> fill_in(std::string& text, const Variables& variables);

}  // namespace pl::sandbox
