// Commands that talk to a running server: the flags they share, and the way to it.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "cli/session.h"

namespace pl::cli {

// Does a command's work and gives its exit code.
using ClientWork = std::function<int(const Session&)>;

// Adds --server, --key-file and --json to `command`. When it was chosen, and none of its own
// subcommands, `work` runs. A key is asked for unless `asks_server` says no.
void run_as_client(CLI::App& command, int& exit_code, ClientWork work,
                   std::function<bool()> asks_server = nullptr);

}  // namespace pl::cli
