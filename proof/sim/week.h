// What became of a simulated stretch of time: the rows as they are at its end, and what was seen on
// the way. Everything the report is made of.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/call.h"
#include "core/caller.h"
#include "core/line.h"
#include "core/outreach.h"
#include "core/text_message.h"

namespace pl::sim {

// Taken once a virtual minute.
struct Sample {
  UtcTime at;
  int due = 0;   // outreaches whose time to ring has come, that have not rung: the queue
  int live = 0;  // calls on the phone, inbound ones included
};

struct Week {
  const core::Line& line;
  std::uint64_t seed = 0;
  UtcTime from;
  UtcTime until;  // when nothing was due any more
  int days = 7;
  double price_per_minute = 0;  // of talk
  std::string currency;

  std::vector<core::Caller> callers;            // by id
  std::map<core::CallerId, std::string> zones;  // where each lives
  std::vector<core::Outreach> outreaches;       // by id
  std::vector<core::Call> calls;                // by id; without prompts and transcripts
  std::vector<core::TextMessage> texts;
  std::vector<Sample> samples;
  std::vector<UtcTime> posts;           // dials sent to the platform, in order
  std::vector<std::string> violations;  // of what must always hold; empty, or there is a bug
};

}  // namespace pl::sim
