// partyline calls list, show
#pragma once

#include <string>

#include "cli/callers_command.h"
#include "cli/session.h"

namespace pl::cli {

struct CallsListOptions {
  CallerRef caller;
  bool live = false;
  std::size_t limit = 50;
  std::string before;
};

int list_calls(const Session& session, const CallsListOptions& options);
// With its timeline and transcript.
int show_call(const Session& session, const std::string& id);

}  // namespace pl::cli
