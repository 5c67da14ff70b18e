// partyline callers import, export
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "cli/session.h"

namespace pl::cli {

struct ImportOptions {
  std::string file;
  bool dry_run = false;  // looks at the file and asks nobody
};

// Registers the callers of a CSV file (cli/callers_file.h), row by row. Rows that fail are told
// with their line and do not stop the others; what would fail for every row does. Each row has an
// Idempotency-Key made of the file's content and its line, and a number that the line has already
// counts as already there, so the same file may be imported again. Who has opted out is opted out
// right after being registered. kRefused when a row failed.
int import_callers(const Session& session, const ImportOptions& options);

struct ExportOptions {
  std::string file;  // empty: standard output
  std::string line;
  std::string stage;
};

// Writes all callers as such a file, oldest first.
int export_callers(const Session& session, const ExportOptions& options);

// The subcommands, into the group `callers`.
void add_callers_import(CLI::App& callers, int& exit_code);
void add_callers_export(CLI::App& callers, int& exit_code);

}  // namespace pl::cli
