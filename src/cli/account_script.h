// The requests of an account as a bash script.
#pragma once

#include <string>
#include <vector>

#include "wire/account_requests.h"

namespace pl::cli {

// The script sends them in order and stops at the first that is refused. Secrets go in by the
// environment and never onto a command line, where other users of the machine would see them; what
// is kept goes into a file that its owner alone may read.
std::string account_script(const std::vector<wire::AccountRequest>& requests,
                           const std::string& platform_url);

}  // namespace pl::cli
