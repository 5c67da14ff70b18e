// partyline platform
#include <fmt/format.h>

#include <memory>

#include "cli/account.h"
#include "cli/commands.h"
#include "cli/line_folder.h"
#include "host/icu_zones.h"

namespace pl::cli {
namespace {

struct PrintOptions {
  std::string folder = "lines/nikita";
  bool json = false;
  bool curl = false;
  AccountOptions account;
};

Result<std::string> print(const PrintOptions& options) {
  const host::IcuZones zones;
  PL_TRY(const core::Line line,
         load_line(options.folder, [&](std::string_view zone) { return zones.exists(zone); }));
  AccountOptions account = options.account;
  if (options.json) account.form = AccountForm::kJson;
  if (options.curl) account.form = AccountForm::kScript;
  return account_text(line, account);
}

}  // namespace

void add_platform(CLI::App& program, int& exit_code) {
  CLI::App* group = program.add_subcommand(
      "platform", "A line's account at ElevenLabs: what it needs, what it lacks");
  group->require_subcommand(1);
  group->footer("Each has its own help: partyline platform COMMAND --help");
  add_platform_check(*group, exit_code);
  auto options = std::make_shared<PrintOptions>();
  CLI::App* command = group->add_subcommand(
      "print", "Print the requests that make a line's tools, webhooks, agent and number");
  command->add_option("--line", options->folder, "The line folder")->capture_default_str();
  command->add_option("--public-url", options->account.public_url,
                      "Where platforms reach this server: https://voice.example.com");
  command->add_option("--greeting", options->account.greeting,
                      "What the base agent says when your server cannot be asked");
  command->add_option("--elevenlabs-url", options->account.platform_url, "Where the platform is")
      ->capture_default_str();
  CLI::Option* json = command->add_flag("--json", options->json, "For machines");
  command->add_flag("--curl", options->curl, "A bash script that sends them with curl")
      ->excludes(json);
  command->footer(
      "Example:\n"
      "  partyline platform print --line lines/nikita --public-url https://voice.example.com\n\n"
      "It sends nothing, and prints the names of secrets alone. A ${NAME} without a value in the\n"
      "line folder is no mistake here. Exits with 1 when the line is not good.");
  command->callback([options, &exit_code] {
    const auto text = print(*options);
    if (text) {
      fmt::print("{}", *text);
      return;
    }
    fmt::print(stderr, "partyline platform print: {}\n", text.error().message);
    exit_code = 1;
  });
}

}  // namespace pl::cli
