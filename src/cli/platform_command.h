// partyline platform
#pragma once

#include "cli/session.h"

namespace pl::cli {

// A row a line. kRefused where something is switched off that a line needs, or cannot be asked.
int check_platform(const Session& session);

}  // namespace pl::cli
