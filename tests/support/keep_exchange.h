// Questions to an API and its answers, kept for a check against its description.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace pl::testing {

struct Exchange {
  std::string method;
  std::string path;  // with its query
  std::string request;
  int status = 0;  // 0: it was never sent; only what it asks is kept
  std::string content_type;
  std::string response;
};

// The folder of that name in the one that PARTYLINE_EXCHANGES names; empty if it names none.
std::optional<std::filesystem::path> kept_exchanges(const std::string& whose);

// Only what the API is asked: what platforms call has descriptions of their own. `whose` API:
// "ours" or "elevenlabs".
void keep(const Exchange& exchange, const std::string& whose = "ours");

}  // namespace pl::testing
