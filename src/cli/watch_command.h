// partyline attention, journal: what goes on
#pragma once

#include <cstdint>
#include <string>

#include "cli/session.h"

namespace pl::cli {

struct AttentionListOptions {
  std::string line;
  std::string reason;
  std::size_t limit = 50;
  std::string before;
};

int list_attention(const Session& session, const AttentionListOptions& options);
int resolve_attention(const Session& session, const std::string& id);

struct JournalOptions {
  std::int64_t after = 0;
  std::size_t limit = 100;
  bool follow = false;  // asks again each second; `limit` does not count then
};

// One line an entry; with `follow` and JSON, one document a line.
int journal(const Session& session, const JournalOptions& options);

}  // namespace pl::cli
