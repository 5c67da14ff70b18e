// The line folder that a command is told of.
#pragma once

#include <string>

#include "base/result.h"
#include "core/line.h"

namespace pl::cli {

// Variables that the environment lacks are taken as set, so that a line can be read where its ids
// are not known. kInvalid lists every complaint, one a line.
Result<core::Line> load_line(const std::string& folder, const core::FindZone& find_zone);

}  // namespace pl::cli
