// The subcommands. Each adds itself to the command line, and when it was chosen sets `exit_code`.
#pragma once

#include <CLI/CLI.hpp>

namespace pl::app {

const char* version();

void add_serve(CLI::App& program, int& exit_code);
void add_init(CLI::App& program, int& exit_code);
void add_check(CLI::App& program, int& exit_code);
void add_route(CLI::App& program, int& exit_code);
void add_diff(CLI::App& program, int& exit_code);
void add_platform(CLI::App& program, int& exit_code);
void add_sandbox(CLI::App& program, int& exit_code);
void add_demo(CLI::App& program, int& exit_code);
void add_simulate(CLI::App& program, int& exit_code);
void add_replay(CLI::App& program, int& exit_code);
void add_trigger(CLI::App& program, int& exit_code);
void add_version(CLI::App& program, int& exit_code);

}  // namespace pl::app
