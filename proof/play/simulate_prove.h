// partyline simulate --prove: every fault against the promises.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>

#include "base/result.h"

namespace pl::play {

// The flags that mean nothing without --prove.
inline constexpr const char* kWithProve = "With --prove";

struct ProveCommand {
  bool prove = false;
  std::uint64_t seed = 1;
  std::string line;
  std::uint64_t lifecycles = 100'000;
  std::uint64_t worlds = 0;  // 0: as many as it takes
  double minutes = 0;        // 0: no limit of time
  int people = 0;
  std::string store = "any";
  std::string script;
  std::string journey;
  std::string bug;
  bool canary = false;
  bool keep_going = false;
  bool trace = false;
  bool table = false;
  bool json = false;
};

void add_prove_options(CLI::App& command, ProveCommand& options);

// True when every promise was kept.
Result<bool> prove(const ProveCommand& command);

}  // namespace pl::play
