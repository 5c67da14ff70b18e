// The append-only record of what came in and what was done about it.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/time.h"
#include "core/names.h"

namespace pl::core {

// `kind` is one of a few dotted words: "caller.registered", "call.answered", "outreach.connected".
// The other fields are ids and words, never a number, a name or what was said.
struct JournalEntry {
  std::int64_t seq = 0;  // given by the store, growing, without meaning beyond order
  UtcTime at;
  LineName line;
  std::string kind;
  std::optional<CallerId> caller;
  std::optional<OutreachId> outreach;
  std::optional<CallId> call;
  std::map<std::string, std::string> details;
};

}  // namespace pl::core
