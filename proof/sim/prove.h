// Many small worlds under every fault there is, to find what breaks a promise.
#pragma once

#include <functional>
#include <optional>

#include "sim/knobs.h"
#include "sim/world.h"

namespace pl::sim {

struct ProveOptions {
  std::uint64_t first_seed = 1;
  std::uint64_t lifecycles = 10'000;    // at least as many
  std::optional<std::uint64_t> worlds;  // or exactly so many worlds
  std::optional<StoreKind> store;       // empty: as the knobs say
  std::optional<int> people;            // in every world
  bool keep_going = false;              // after a world that broke a promise
  bool canary = false;                  // one world of a hundred breaks a promise that nobody gave
};

// A world that broke a promise.
struct Broken {
  std::uint64_t seed = 0;
  Knobs knobs;
  Script script;
  std::vector<audit::Violation> violations;
};

struct Proof {
  std::uint64_t worlds = 0;
  std::uint64_t lifecycles = 0;
  std::uint64_t transactions = 0;
  Millis span{0};  // of virtual time, all worlds together
  std::uint64_t hash = 0;
  std::vector<Broken> broken;
  Coverage coverage;
};

// The knobs and the script of one seed.
Knobs knobs_of(std::uint64_t seed, const ProveOptions& options);

// `progress` is told after each world, and may end it all by answering false.
Proof prove(const Universe& universe, const ProveOptions& options,
            const std::function<bool(const Proof&)>& progress);

}  // namespace pl::sim
