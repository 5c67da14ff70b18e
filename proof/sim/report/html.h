#pragma once

#include <string>

#include "sim/report/summary.h"

namespace pl::sim::report {

// The report as one page that needs nothing but a browser: no network, no other file.
std::string html(const Summary& summary);

}  // namespace pl::sim::report
