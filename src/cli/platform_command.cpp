#include "cli/platform_command.h"

#include <fmt/format.h>

#include <memory>

#include "cli/account.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/line_folder.h"
#include "cli/shown.h"
#include "cli/table.h"
#include "host/zone_files.h"

namespace pl::cli {

int check_platform(const Session& session) {
  const auto list = post(session, "/v1/platform/check", wire::Json{wire::Json::Members{}});
  if (!list) return complain(session, "platform check", list.error());
  bool ready = true;
  Table table({"LINE", "AGENT", "READY", "OFF"});
  std::string todo;
  for (const wire::JsonView& check : list_at(wire::JsonView(*list), "items")) {
    const std::string is_ready = shown_at(check, "ready");
    ready = ready && is_ready == "yes";
    table.add(
        {shown_at(check, "line"), shown_at(check, "agent_id"), is_ready, shown_at(check, "off")});
    for (const char* why : {"todo", "error"}) {
      const std::string text = shown_at(check, why);
      if (!text.empty()) todo += shown_at(check, "line") + ": " + plain(text) + "\n";
    }
  }
  if (session.json) {
    print_json(session, *list);
  } else {
    session.out(table.text());
    session.err(todo);
  }
  return ready ? kDone : kRefused;
}

namespace {

struct PrintOptions {
  std::string folder = "lines/nikita";
  bool json = false;
  bool curl = false;
  AccountOptions account;
};

Result<std::string> print(const PrintOptions& options) {
  PL_TRY(const auto zones, host::ZoneFiles::open());
  PL_TRY(const core::Line line, load_line(options.folder, zones->finder()));
  AccountOptions account = options.account;
  if (options.json) account.form = AccountForm::kJson;
  if (options.curl) account.form = AccountForm::kScript;
  return account_text(line, account);
}

void add_platform_check(CLI::App& platform, int& exit_code) {
  run_as_client(
      child(platform, "check", "Ask whether each agent allows what its line needs",
            "Example:\n  partyline platform check\n\n"
            "It names what is switched off, and where to click; then it exits with 1. Where\n"
            "nothing is off, a line that was stopped by `persona-drift` dials again, unless a\n"
            "phrase was said that must never be."),
      exit_code, check_platform);
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
