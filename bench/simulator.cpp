// How fast worlds are played: outreach lifecycles a second, the same worlds on each store, with
// every commit audited.
#include <benchmark/benchmark.h>
#include <spdlog/spdlog.h>

#include "play/simulation.h"
#include "sim/prove.h"

namespace pl::bench {
namespace {

const play::Simulation& simulation() {
  static const auto opened =
      play::Simulation::open(std::string(PARTYLINE_SOURCE_DIR) + "/lines/nikita");
  return **opened;
}

// What each seed makes, faults and all.
void any_world(benchmark::State& state, sim::StoreKind store) {
  spdlog::set_level(spdlog::level::off);
  sim::ProveOptions options{.worlds = 1, .store = store, .people = 60, .keep_going = true};
  std::uint64_t lifecycles = 0;
  std::uint64_t transactions = 0;
  for (auto _ : state) {
    const sim::Proof proof = sim::prove(simulation().universe(), options, nullptr);
    lifecycles += proof.lifecycles;
    transactions += proof.transactions;
    ++options.first_seed;
  }
  state.counters["lifecycles"] =
      benchmark::Counter(static_cast<double>(lifecycles), benchmark::Counter::kIsRate);
  state.counters["transactions"] =
      benchmark::Counter(static_cast<double>(transactions), benchmark::Counter::kIsRate);
}

// An ordinary afternoon: everybody is onboarded and called back, nothing fails.
void ordinary_world(benchmark::State& state, sim::StoreKind store) {
  spdlog::set_level(spdlog::level::off);
  sim::Knobs knobs;
  knobs.people = 100;
  knobs.store = store;
  knobs.span = Millis(3'600'000);
  sim::Script script = sim::make_script(7, knobs, simulation().universe().line.calling.countries);
  script.tweaks = {.simultaneous = 40, .per_second = 10, .per_number_hour = 0};
  std::uint64_t lifecycles = 0;
  std::uint64_t transactions = 0;
  sim::Coverage coverage;
  for (auto _ : state) {
    const sim::Played played = sim::play(simulation().universe(), script, coverage);
    lifecycles += played.lifecycles;
    transactions += played.transactions;
  }
  state.counters["lifecycles"] =
      benchmark::Counter(static_cast<double>(lifecycles), benchmark::Counter::kIsRate);
  state.counters["transactions"] =
      benchmark::Counter(static_cast<double>(transactions), benchmark::Counter::kIsRate);
}

BENCHMARK_CAPTURE(ordinary_world, memory, sim::StoreKind::kMemory);
BENCHMARK_CAPTURE(ordinary_world, sqlite, sim::StoreKind::kSqlite);
BENCHMARK_CAPTURE(ordinary_world, crash_disk, sim::StoreKind::kCrashDisk);
BENCHMARK_CAPTURE(any_world, memory, sim::StoreKind::kMemory);
BENCHMARK_CAPTURE(any_world, sqlite, sim::StoreKind::kSqlite);
BENCHMARK_CAPTURE(any_world, crash_disk, sim::StoreKind::kCrashDisk);

}  // namespace
}  // namespace pl::bench

BENCHMARK_MAIN();
