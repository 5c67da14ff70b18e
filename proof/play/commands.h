// The subcommands that play what never happened: worlds that seeds make, and journeys. Each adds
// itself to the command line, and when it was chosen sets `exit_code`.
#pragma once

#include <CLI/CLI.hpp>

namespace pl::play {

void add_simulate(CLI::App& program, int& exit_code);
void add_replay(CLI::App& program, int& exit_code);

}  // namespace pl::play
