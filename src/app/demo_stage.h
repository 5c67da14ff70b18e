// Where the demo plays: the sandbox and the server, as processes of their own, and clients of both.
#pragma once

#include <memory>
#include <string>

#include "app/child.h"
#include "app/demo_line.h"
#include "cli/api_client.h"

namespace pl::app {

struct Stage {
  DemoLine line;
  std::string server_url;
  std::string sandbox_url;
  std::string key_file;
  std::string folder;  // holds the database and the logs
  std::unique_ptr<Child> sandbox;
  std::unique_ptr<Child> server;
  std::unique_ptr<cli::ApiClient> api;
  std::unique_ptr<cli::ApiClient> control;
};

// Starts both on free ports of the loopback with fresh secrets, in a fresh folder below `folder`,
// and waits until they are ready. `chat` has started the bot. The error says where the logs are.
Result<Stage> set_stage(DemoLine line, const std::string& folder, std::int64_t chat);

}  // namespace pl::app
