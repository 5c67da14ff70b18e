// partyline init, check, route, diff, version
#include <fmt/format.h>

#include <memory>

#include "cli/check.h"
#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/diff.h"
#include "cli/init.h"
#include "cli/route.h"
#include "host/icu_zones.h"
#include "host/secrets.h"

namespace pl::cli {

const char* version() {
  return PARTYLINE_VERSION;
}

void add_init(CLI::App& program, int& exit_code) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("init", "Write a new, small line to begin with");
  command->add_option("folder", *folder, "Where; it must not exist, or be empty")->required();
  command->footer(
      "Example:\n  partyline init my-line\n\n"
      "It writes nothing over. What is in it: docs/reference/line.md.");
  command->callback([folder, &exit_code] {
    exit_code =
        init(*folder, {.out = [](std::string_view text) { fmt::print("{}", text); },
                       .err = [](std::string_view text) { fmt::print(stderr, "{}", text); }});
  });
}

void add_check(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      program.add_subcommand("check", "Say everything that is wrong with a line folder");
  command->add_option("folder", options->folders, "Line folders")
      ->default_val(std::vector<std::string>{"lines/nikita"});
  command->add_flag("--json", options->json, "For machines");
  command->footer(
      "Example:\n  partyline check lines/nikita\n\nExits with 1 when a line is not good.");
  command->callback([options, &exit_code] {
    const host::IcuZones zones;
    exit_code =
        check(*options, {.is_zone = [&](std::string_view zone) { return zones.exists(zone); },
                         .environment = [](const std::string& name) -> std::optional<std::string> {
                           std::string value = host::environment(name);
                           if (value.empty()) return std::nullopt;
                           return value;
                         },
                         .out = [](std::string_view text) { fmt::print("{}", text); },
                         .err = [](std::string_view text) { fmt::print(stderr, "{}", text); }});
  });
}

void add_route(CLI::App& program, int& exit_code) {
  struct Wanted {
    RouteOptions one;
    RouteAllOptions all;
    bool everybody = false;
    bool whole_numbers = false;
  };
  auto wanted = std::make_shared<Wanted>();
  CLI::App* command =
      program.add_subcommand("route", "Show which scene a caller would meet, and why");
  command->add_option("number", wanted->one.number, "The caller's number; \"anonymous\" works too");
  command->add_flag("--all", wanted->everybody, "Every caller of the line instead of one number");
  command->add_option("--line", wanted->one.line,
                      "The line, where the server has several; with --all a line folder "
                      "[lines/nikita]");
  command->add_flag("--prompt", wanted->one.prompt, "Print the whole prompt");
  command->add_flag("--whole-numbers", wanted->whole_numbers, "With --all: do not mask numbers");
  command->footer(
      "Examples:\n  partyline route +41780000001\n  partyline route --all --line lines/nikita\n\n"
      "If it cannot connect: is the server running, and where?");
  run_as_client(*command, exit_code, [wanted](const Session& session) {
    if (wanted->everybody != wanted->one.number.empty()) {
      return wrong_usage(session, "route", "name one number, or --all");
    }
    if (!wanted->everybody) return route(session, wanted->one);
    const host::IcuZones zones;
    if (!wanted->one.line.empty()) wanted->all.folder = wanted->one.line;
    if (wanted->whole_numbers) wanted->all.numbers = Numbers::kWhole;
    return route_all(session, wanted->all,
                     [&](std::string_view zone) { return zones.exists(zone); });
  });
}

void add_diff(CLI::App& program, int& exit_code) {
  struct Wanted {
    DiffOptions options;
    bool whole_numbers = false;
  };
  auto wanted = std::make_shared<Wanted>();
  CLI::App* command =
      program.add_subcommand("diff", "Show who would meet another scene under a changed line");
  command->add_option("old", wanted->options.before, "The line folder as it is")->required();
  command->add_option("new", wanted->options.after, "The line folder as it would be")->required();
  command->add_flag("--offline", wanted->options.offline,
                    "Without a server: a stranger, and a caller in each stage");
  command->add_flag("--whole-numbers", wanted->whole_numbers, "Do not mask numbers");
  command->footer(
      "Example:\n  git worktree add ../live main\n"
      "  partyline diff ../live/lines/nikita lines/nikita\n\n"
      "Exits with 0 when nobody would meet another scene, and with 4 when somebody would.");
  run_as_client(
      *command, exit_code,
      [wanted](const Session& session) {
        const host::IcuZones zones;
        if (wanted->whole_numbers) wanted->options.numbers = Numbers::kWhole;
        return diff(session, wanted->options,
                    [&](std::string_view zone) { return zones.exists(zone); });
      },
      [wanted] { return !wanted->options.offline; });
}

void add_version(CLI::App& program, int& /*exit_code*/) {
  CLI::App* command = program.add_subcommand("version", "Print the version");
  command->footer("Example:\n  partyline version");
  command->callback([] { fmt::print("partyline {}\n", version()); });
}

}  // namespace pl::cli
