// The subcommands that the program is made for. Each adds itself to the command line, and when it
// was chosen sets `exit_code`.
#pragma once

#include <CLI/CLI.hpp>

namespace pl::app {

void add_serve(CLI::App& program, int& exit_code);
void add_sandbox(CLI::App& program, int& exit_code);
void add_demo(CLI::App& program, int& exit_code);

}  // namespace pl::app
