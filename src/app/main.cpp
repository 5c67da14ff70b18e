#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <csignal>

#include "app/commands.h"
#include "cli/commands.h"
#include "cli/shell.h"
#include "play/commands.h"

int main(int argc, char** argv) {
  // A peer that goes away is an error to handle, not a reason to die.
  std::signal(SIGPIPE, SIG_IGN);
  // Standard output is for answers, standard error for the log.
  spdlog::set_default_logger(spdlog::stderr_color_mt("partyline"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");

  CLI::App program("One phone number, many voices.");
  program.require_subcommand(1);
  program.set_version_flag("--version", std::string("partyline ") + pl::cli::version());
  program.footer("First time here? Run: partyline demo");
  int exit_code = 0;
  pl::app::add_serve(program, exit_code);
  pl::cli::add_init(program, exit_code);
  pl::cli::add_check(program, exit_code);
  pl::cli::add_route(program, exit_code);
  pl::cli::add_diff(program, exit_code);
  pl::cli::add_platform(program, exit_code);
  pl::app::add_sandbox(program, exit_code);
  pl::app::add_demo(program, exit_code);
  pl::play::add_simulate(program, exit_code);
  pl::play::add_replay(program, exit_code);
  pl::cli::add_who_answered(program, exit_code);
  pl::cli::add_trigger(program, exit_code);
  pl::cli::add_client_commands(program, exit_code);
  pl::cli::add_completion(program, exit_code);
  pl::cli::add_man(program, exit_code);
  pl::cli::add_version(program, exit_code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return pl::cli::end_of_parse(program, error, {argv + 1, argv + argc});
  }
  return exit_code;
}
