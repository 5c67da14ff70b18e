// partyline diff: who would meet another scene under a changed line folder.
#pragma once

#include <string>

#include "cli/encounters.h"
#include "cli/line_folder.h"

namespace pl::cli {

inline constexpr int kDiffers = 4;  // exit code: somebody would meet another scene

struct DiffOptions {
  std::string before;  // a line folder
  std::string after;   // the same one, changed
  bool offline = false;
  Numbers numbers = Numbers::kMasked;
};

// Asks the server for the callers of the line `before`, and compares for each of them, for a
// stranger and for a new caller. `offline`: no server; a stranger and a caller in each stage. kDone
// if nobody would meet another scene, kDiffers if somebody would.
int diff(const Session& session, const DiffOptions& options, const core::FindZone& find_zone);

}  // namespace pl::cli
