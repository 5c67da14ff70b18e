// partyline sandbox
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "app/commands.h"
#include "app/sandbox_workspace.h"
#include "app/settings.h"
#include "app/stop_signal.h"
#include "cli/flags.h"
#include "host/files.h"
#include "host/zone_files.h"
#include "sandbox/sandbox.h"

namespace pl::app {
namespace {

struct SandboxOptions {
  std::string workspace_file;
  std::vector<std::string> folders;
  std::string server = "http://127.0.0.1:8080";
  std::vector<std::int64_t> chats;
  std::uint16_t port = 8791;
  std::uint16_t control_port = 8792;
};

Result<sandbox::Workspace> read_file(const std::string& file) {
  constexpr std::size_t kWorkspaceBytes = 16 * 1024 * 1024;
  PL_TRY(const std::string text, host::read_file(file, kWorkspaceBytes));
  return sandbox::read_workspace(text);
}

Result<sandbox::Workspace> workspace_of(const SandboxOptions& options) {
  if (!options.workspace_file.empty()) return read_file(options.workspace_file);
  PL_TRY(const auto zones, host::ZoneFiles::open());
  ServerSettings settings;
  const auto folders =
      options.folders.empty() ? std::vector<std::string>{"lines/nikita"} : options.folders;
  PL_DO(read_lines_and_secrets(folders, *zones, settings));
  return sandbox_workspace(settings, options.server, options.chats);
}

Result<void> run_sandbox(SandboxOptions options) {
  PL_TRY(options.server, cli::service_url("--server", options.server, SandboxOptions{}.server));
  PL_TRY(auto workspace, workspace_of(options));
  PL_TRY(const auto sandbox, sandbox::Sandbox::start(std::move(workspace), {.port = options.port},
                                                     {.port = options.control_port}));
  spdlog::info("platform and messenger at http://127.0.0.1:{}", sandbox->platform_port());
  spdlog::info("control at http://127.0.0.1:{}/sandbox/", sandbox->control_port());
  wait_for_stop_signal();
  return {};
}

}  // namespace

void add_sandbox(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<SandboxOptions>();
  CLI::App* command = program.add_subcommand(
      "sandbox", "Stand in for ElevenLabs, the phone network and Telegram, without an account");
  auto* file = command->add_option("--workspace", options->workspace_file,
                                   "A workspace file (docs/guides/sandbox.md)");
  command
      ->add_option("--line", options->folders,
                   "Make the workspace that these line folders need [lines/nikita]")
      ->excludes(file);
  command->add_option("--server", options->server, "Where Party Line listens, for its webhooks")
      ->capture_default_str();
  command->add_option("--chat", options->chats, "A Telegram chat that has started the bot");
  command->add_option("--port", options->port, "For Party Line")
      ->check(CLI::Range(0, 65'535))
      ->capture_default_str();
  command->add_option("--control-port", options->control_port, "For you and your tests")
      ->check(CLI::Range(0, 65'535))
      ->capture_default_str();
  command->footer(
      "With --line it reads the same secrets from the environment as `partyline serve`.\n\n"
      "Example:\n"
      "  partyline sandbox --line lines/nikita --server http://127.0.0.1:8080 &\n"
      "  partyline serve --elevenlabs-url http://127.0.0.1:8791 "
      "--telegram-url http://127.0.0.1:8791");
  command->callback([options, &exit_code] {
    hold_stop_signals();
    const auto done = run_sandbox(*options);
    if (done) return;
    fmt::print(stderr, "partyline sandbox: {}\n", done.error().message);
    exit_code = 1;
  });
}

}  // namespace pl::app
