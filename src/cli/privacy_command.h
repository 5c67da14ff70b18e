// partyline forget, erasures show, export-caller: what a person may ask of us
#pragma once

#include <string>

#include "cli/callers_command.h"
#include "cli/session.h"

namespace pl::cli {

struct ForgetOptions {
  CallerRef caller;
  bool yes = false;  // no question asked
};

// Erases a caller and prints the receipt. Without `yes` the number must be typed once more;
// kWrongUsage where nobody is there to type it, kRefused where it is another one.
int forget(const Session& session, const ForgetOptions& options);

// The receipt as it is now: the platform may still have to forget conversations.
int show_erasure(const Session& session, const std::string& id);

struct ExportCallerOptions {
  CallerRef caller;
  std::string file;  // empty: standard output
};

// Everything that is kept of a caller, as JSON.
int export_caller(const Session& session, const ExportCallerOptions& options);

}  // namespace pl::cli
