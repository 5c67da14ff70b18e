#pragma once

#include <string>

#include "sim/report/summary.h"
#include "wire/json.h"

namespace pl::sim::report {

// Everything the report says, for machines and for the page. Times are RFC 3339 in UTC, lengths end
// in `_ms` or `_s`; the seed is a text, since not every reader has 64 bits. docs/guides/simulate.md
// describes it.
wire::Json as_json(const Summary& summary);
std::string json(const Summary& summary);

}  // namespace pl::sim::report
