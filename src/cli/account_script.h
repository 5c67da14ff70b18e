// The requests of an account as a bash script.
#pragma once

#include <string>
#include <vector>

#include "platforms/elevenlabs/account_requests.h"

namespace pl::cli {

// The script sends them in order and stops at the first that is refused; where curl or jq is
// missing or a value is not set, before the first. Secrets go in by the environment and never onto
// a command line, where other users of the machine would see them; what is kept goes into
// partyline.env of the working directory, which its owner alone may read before anything is sent,
// also if it was there.
std::string account_script(const std::vector<platforms::AccountRequest>& requests,
                           const std::string& platform_url);

}  // namespace pl::cli
