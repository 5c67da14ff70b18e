// The account that a set of lines needs, as the sandbox can play it.
#pragma once

#include <string>
#include <vector>

#include "app/server.h"
#include "sandbox/workspace.h"

namespace pl::app {

// Agents, numbers, tools and webhooks of `settings.lines`, with its secrets, calling the server at
// `server_url`.
sandbox::Workspace sandbox_workspace(const ServerSettings& settings, const std::string& server_url,
                                     const std::vector<std::int64_t>& chats);

}  // namespace pl::app
