#include "sim/prove.h"

namespace pl::sim {

Knobs knobs_of(std::uint64_t seed, const ProveOptions& options) {
  Random random(Random(seed).next());
  Knobs knobs = draw_knobs(random);
  if (options.store) knobs.store = *options.store;
  if (options.people) knobs.people = *options.people;
  return knobs;
}

Proof prove(const Universe& universe, const ProveOptions& options,
            const std::function<bool(const Proof&)>& progress) {
  Proof proof;
  const auto elsewhere = zones_to_draw(universe.zone_table);
  for (std::uint64_t seed = options.first_seed;; ++seed) {
    if (options.worlds ? proof.worlds >= *options.worlds : proof.lifecycles >= options.lifecycles) {
      return proof;
    }
    const Knobs knobs = knobs_of(seed, options);
    Script script = make_script(seed, knobs, universe.line.calling.countries, elsewhere);
    Played played = play(universe, script, proof.coverage);
    if (options.canary && Random(seed).below(100) == 0) {
      played.violations.push_back({"CANARY", "broken on purpose", script.start});
    }
    ++proof.worlds;
    proof.lifecycles += played.lifecycles;
    proof.transactions += played.transactions;
    proof.span += played.span;
    proof.hash = proof.hash * 1'000'003 ^ played.hash;
    if (!played.violations.empty()) {
      proof.broken.push_back({seed, knobs, std::move(script), std::move(played.violations)});
      if (!options.keep_going) return proof;
    }
    if (progress && !progress(proof)) return proof;
  }
}

}  // namespace pl::sim
