// partyline route: which scene a caller would meet, and why.
#pragma once

#include <string>

namespace pl::cli {

struct RouteOptions {
  std::string number;
  std::string line;  // empty: the server's only one
  std::string server;
  std::string key;
  bool json = false;
  bool prompt = false;  // print the whole prompt too
};

// Asks the running server. The exit codes are those of cli/session.h.
int route(const RouteOptions& options);

}  // namespace pl::cli
