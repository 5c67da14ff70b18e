// partyline check, route, version
#include <fmt/format.h>

#include <memory>

#include "app/commands.h"
#include "app/settings.h"
#include "cli/check.h"
#include "cli/route.h"
#include "host/icu_zones.h"

namespace pl::app {

const char* version() {
  return PARTYLINE_VERSION;
}

void add_check(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<cli::CheckOptions>();
  CLI::App* command =
      program.add_subcommand("check", "Say everything that is wrong with a line folder");
  command->add_option("folder", options->folders, "Line folders")
      ->default_val(std::vector<std::string>{"lines/nikita"});
  command->add_flag("--json", options->json, "For machines");
  command->footer(
      "Example:\n  partyline check lines/nikita\n\nExits with 1 when a line is not good.");
  command->callback([options, &exit_code] {
    const host::IcuZones zones;
    exit_code = cli::check(*options, [&](std::string_view zone) { return zones.exists(zone); });
  });
}

void add_route(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<cli::RouteOptions>();
  auto key_file = std::make_shared<std::string>("partyline.db.key");
  CLI::App* command =
      program.add_subcommand("route", "Show which scene a caller would meet, and why");
  command->add_option("number", options->number, "The caller's number; \"anonymous\" works too")
      ->required();
  command->add_option("--line", options->line, "The line, where the server has several");
  command->add_option("--server", options->server, "The running server")
      ->default_val("http://127.0.0.1:8080");
  command
      ->add_option("--key-file", *key_file,
                   "Holds the API key; PARTYLINE_API_KEY in the environment goes first")
      ->capture_default_str();
  command->add_flag("--prompt", options->prompt, "Print the whole prompt");
  command->add_flag("--json", options->json, "For machines");
  command->footer(
      "Example:\n  partyline route +41780000001\n\n"
      "If it cannot connect: is the server running, and where?");
  command->callback([options, key_file, &exit_code] {
    options->key = environment("PARTYLINE_API_KEY");
    if (options->key.empty()) {
      const auto key = read_admin_key(*key_file);
      if (!key) {
        fmt::print(stderr, "partyline route: {}\n", key.error().message);
        exit_code = 1;
        return;
      }
      options->key = *key;
    }
    exit_code = cli::route(*options);
  });
}

void add_version(CLI::App& program, int& /*exit_code*/) {
  CLI::App* command = program.add_subcommand("version", "Print the version");
  command->footer("Example:\n  partyline version");
  command->callback([] { fmt::print("partyline {}\n", version()); });
}

}  // namespace pl::app
