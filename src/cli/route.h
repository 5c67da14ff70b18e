// partyline route: which scene a caller would meet, and why.
#pragma once

#include <string>

#include "cli/encounters.h"
#include "cli/line_folder.h"

namespace pl::cli {

struct RouteOptions {
  std::string number;
  std::string line;     // its name; empty: the server's only one
  bool prompt = false;  // print the whole prompt too
};

// Asks the running server about one number.
int route(const Session& session, const RouteOptions& options);

struct RouteAllOptions {
  std::string folder = "lines/nikita";
  Numbers numbers = Numbers::kMasked;
};

// Asks the running server for all callers of the line, and decides here where each would be routed
// by that folder, whatever the server's own says.
int route_all(const Session& session, const RouteAllOptions& options,
              const core::FindZone& find_zone);

}  // namespace pl::cli
