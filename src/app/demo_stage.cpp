#include "app/demo_stage.h"

#include <chrono>
#include <filesystem>
#include <thread>

#include "host/secrets.h"

namespace pl::app {
namespace {

using namespace std::chrono_literals;

constexpr int kServerPort = 8790;
constexpr int kPlatformPort = 8791;
constexpr int kControlPort = 8792;

// Whatever a line may need: what its channels do not ask for is not looked at.
std::map<std::string, std::string> environment_for(const DemoLine& line) {
  std::map<std::string, std::string> all{{"ELEVENLABS_API_KEY", "sk_" + host::new_secret()},
                                         {"ELEVENLABS_WEBHOOK_SECRET", host::new_secret()},
                                         {"PARTYLINE_INITIATION_SECRET", host::new_secret()},
                                         {"PARTYLINE_TOOLS_SECRET", host::new_secret()},
                                         {"TELEGRAM_BOT_TOKEN", "1:" + host::new_secret()},
                                         {"TWILIO_ACCOUNT_SID", "AC" + host::new_secret()},
                                         {"TWILIO_AUTH_TOKEN", host::new_secret()}};
  all.insert(line.environment.begin(), line.environment.end());
  return all;
}

Result<void> wait_until_ready(cli::ApiClient& client, Child& child, const std::string& path,
                              const std::string& log) {
  for (int tries = 0; tries < 100; ++tries) {
    if (!child.is_running()) return fail(Code::kUnavailable, "it stopped; see " + log);
    const auto answer = client.get(path);
    if (answer && answer->status == 200) return {};
    std::this_thread::sleep_for(100ms);  // another process: only asking tells
  }
  return fail(Code::kUnavailable, "it did not become ready; see " + log);
}

std::string url(int port) {
  return "http://127.0.0.1:" + std::to_string(port);
}

}  // namespace

Result<Stage> set_stage(DemoLine line, const std::string& folder, std::int64_t chat) {
  Stage stage{.line = std::move(line)};
  stage.folder = folder;
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  std::filesystem::create_directories(folder, ignored);
  PL_TRY(const int server_port, free_port(kServerPort));
  PL_TRY(const int platform_port, free_port(kPlatformPort));
  PL_TRY(const int control_port, free_port(kControlPort));
  stage.server_url = url(server_port);
  stage.sandbox_url = url(control_port);
  const std::string database = folder + "/partyline.db";
  stage.key_file = database + ".key";
  const auto environment = environment_for(stage.line);

  const std::string sandbox_log = folder + "/sandbox.log";
  PL_TRY(auto sandbox,
         Child::start({"sandbox", "--line", stage.line.folder, "--server", stage.server_url,
                       "--chat", std::to_string(chat), "--port", std::to_string(platform_port),
                       "--control-port", std::to_string(control_port)},
                      environment, sandbox_log));
  stage.sandbox = std::make_unique<Child>(std::move(sandbox));
  PL_TRY(stage.control, cli::ApiClient::create(stage.sandbox_url, ""));
  PL_DO(wait_until_ready(*stage.control, *stage.sandbox, "/healthz", sandbox_log));

  const std::string server_log = folder + "/server.log";
  PL_TRY(auto server,
         Child::start({"serve", "--line", stage.line.folder, "--database", database, "--port",
                       std::to_string(server_port), "--elevenlabs-url", url(platform_port),
                       "--telegram-url", url(platform_port), "--twilio-url", url(platform_port),
                       "--public-url", stage.server_url},
                      environment, server_log));
  stage.server = std::make_unique<Child>(std::move(server));
  PL_TRY(stage.api, cli::ApiClient::create(stage.server_url, ""));
  PL_DO(wait_until_ready(*stage.api, *stage.server, "/readyz", server_log));
  PL_TRY(const std::string key, host::read_secret(stage.key_file));
  PL_TRY(stage.api, cli::ApiClient::create(stage.server_url, key));
  return stage;
}

}  // namespace pl::app
