// partyline attention, journal: what goes on
#pragma once

#include <cstdint>
#include <string>

#include "cli/session.h"

namespace pl::cli {

int list_attention(const Session& session);
int resolve_attention(const Session& session, const std::string& id);

struct JournalOptions {
  std::int64_t after = 0;
  std::size_t limit = 100;
  bool follow = false;  // asks again each second; `limit` does not count then
};

// One line an entry; with `follow` and JSON, one document a line.
int journal(const Session& session, const JournalOptions& options);

}  // namespace pl::cli
