// What must be made in an ElevenLabs account so that a line can be played there, as the requests
// that make it. Bodies after the platform's OpenAPI of August 2026; those under /v1/workspace/,
// which it leaves out, after the types of its SDK 2.73.0.
#pragma once

#include <string>
#include <vector>

#include "core/line.h"
#include "wire/json.h"

namespace pl::platforms {

// A member of the platform's answer, and the name by which later requests, or the server, ask for
// it.
struct Kept {
  std::string member;  // "secret_id"
  std::string name;    // "PARTYLINE_TOOLS_SECRET_ID"
  bool secret = false;
};

// Where `${NAME}` stands in path or body, for a name in `needs`, a value goes that nobody but the
// account's owner has: a secret of the environment, or what an earlier answer held.
struct AccountRequest {
  std::string makes;  // "the tool collect_profile"
  std::string method;
  std::string path;  // below the platform's base URL
  wire::Json body;
  std::vector<std::string> needs;
  std::vector<Kept> keeps;
};

// Who speaks when the platform cannot ask us: nobody in particular. Plain texts: a variable in them
// would end the very call that they are for.
struct BaseAgent {
  std::string name;
  std::string greeting;  // in the language of the line's safe scene
  std::string prompt;
};

// The greeting is English.
BaseAgent base_agent(const core::Line& line);

// In the order in which they must be sent. `public_url` is where the platform reaches the server,
// without a slash at its end; it may be a `${NAME}`. No secret is in them, only its name.
std::vector<AccountRequest> account_requests(const core::Line& line, const std::string& public_url,
                                             const BaseAgent& agent);

}  // namespace pl::platforms
