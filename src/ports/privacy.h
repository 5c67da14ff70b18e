// What is left of a caller who was erased: a receipt, and what the platform still has to forget.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "core/names.h"

namespace pl::ports {

// What the store has forgotten, by table: rows that are gone.
struct Erased {
  std::map<std::string, std::int64_t> rows;
  std::vector<core::ConversationId> conversations;  // that the platform still remembers
};

// The receipt. It holds nothing by which anybody could be found.
struct Erasure {
  core::ErasureId id;
  core::CallerId caller;
  UtcTime at;
  std::string by;                            // the name of the API key
  std::map<std::string, std::int64_t> rows;  // as in Erased
  std::int64_t conversations = 0;            // the platform was to forget so many
};

// A conversation that the platform is to delete.
struct Forgetting {
  core::ConversationId conversation;
  core::ErasureId erasure;
  int tries = 0;
  std::optional<UtcTime> due;  // of the next try; empty: given up, see attention
  std::string failure;         // of the last try
};

}  // namespace pl::ports
