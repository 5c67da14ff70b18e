// The subcommands that work on line folders and ask running servers. Each adds itself to the
// command line, and when it was chosen sets `exit_code`: 0 done, 1 refused or failed, 2 wrong
// usage, 3 the server is not there.
#pragma once

#include <CLI/CLI.hpp>

namespace pl::cli {

const char* version();

void add_init(CLI::App& program, int& exit_code);
void add_check(CLI::App& program, int& exit_code);
void add_route(CLI::App& program, int& exit_code);
void add_diff(CLI::App& program, int& exit_code);
void add_platform(CLI::App& program, int& exit_code);
void add_trigger(CLI::App& program, int& exit_code);
void add_who_answered(CLI::App& program, int& exit_code);
void add_version(CLI::App& program, int& exit_code);

void add_callers(CLI::App& program, int& exit_code);
void add_call(CLI::App& program, int& exit_code);
void add_outreaches(CLI::App& program, int& exit_code);
void add_calls(CLI::App& program, int& exit_code);
void add_attention(CLI::App& program, int& exit_code);
void add_journal(CLI::App& program, int& exit_code);
void add_keys(CLI::App& program, int& exit_code);
void add_endpoints(CLI::App& program, int& exit_code);
void add_deliveries(CLI::App& program, int& exit_code);
void add_forget(CLI::App& program, int& exit_code);
void add_erasures(CLI::App& program, int& exit_code);
void add_export_caller(CLI::App& program, int& exit_code);

// add_callers and all below it.
void add_client_commands(CLI::App& program, int& exit_code);

}  // namespace pl::cli
