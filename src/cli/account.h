// partyline platform print: what a line needs in its ElevenLabs account, for people, for machines,
// and as a script.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "core/line.h"

namespace pl::cli {

enum class AccountForm {
  kSteps,   // what to send, in order, and what to look at
  kJson,    // {"base_url", "requests": [{makes, method, path, body, needs, keeps}]}
  kScript,  // for bash: sends them with curl, and keeps the ids and the webhook's secret
};

struct AccountOptions {
  AccountForm form = AccountForm::kSteps;
  std::string platform_url = "https://api.elevenlabs.io";
  std::string public_url;  // of the server; empty: stays a name to fill in
  std::string greeting;    // of the base agent; empty: in English
};

// Ends with a line break. kInvalid when a URL is not good (cli/flags.h), or when the line speaks
// another language than English and no greeting was given.
Result<std::string> account_text(const core::Line& line, const AccountOptions& options);

}  // namespace pl::cli
