#pragma once

#include <string>

#include "sim/report/summary.h"

namespace pl::sim::report {

inline constexpr std::size_t kTerminalColumns = 76;

// The report as text of at most kTerminalColumns columns, with bars, without colours; ends with a
// line break.
std::string terminal(const Summary& summary);

}  // namespace pl::sim::report
