// One world: a script, played on a store from its first event until nothing is due any more.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "audit/auditor.h"
#include "audit/zone_table.h"
#include "sim/coverage.h"
#include "sim/script.h"
#include "sim/server.h"

namespace pl::sim {

// What every world of a run is made with. Everything outlives the worlds.
struct Universe {
  const core::Line& line;
  Facilities facilities;
  const audit::ZoneTable& zone_table;
};

// What became of a world.
struct Played {
  std::vector<audit::Violation> violations;
  std::uint64_t hash = 0;        // of everything that was committed, dialled and texted, in order
  std::uint64_t lifecycles = 0;  // outreaches that came to their end
  std::uint64_t transactions = 0;
  Millis span{0};  // of virtual time
};

// Told what happens, line by line, in words.
using Trace = std::function<void(const std::string&)>;

class Recorder;

// Looks on while a world is played, and into its store from time to time.
class Visitor {
 public:
  virtual ~Visitor() = default;
  // Once a virtual minute, as long as anything goes on. Both may only read.
  virtual Result<void> minute(UtcTime now, ports::Tx& tx) = 0;
  virtual Result<void> end(const std::vector<std::string>& callers, ports::Tx& tx) = 0;
  virtual void posted(UtcTime at) = 0;
};

// Plays the script. The same script gives the same result, on every machine and compiler; what it
// came through is added to `coverage`.
Played play(const Universe& universe, const Script& script, Coverage& coverage,
            const Trace& trace = nullptr, Visitor* visitor = nullptr, Recorder* recorder = nullptr);

}  // namespace pl::sim
