#include "sim/shrink.h"

#include <algorithm>

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

class Shrinker {
 public:
  Shrinker(const Universe& universe, const Script& script, int plays,
           const std::function<void(std::size_t)>& progress)
      : universe_(universe), best_(script), left_(plays), progress_(progress) {}

  Shrunk shrink(int plays) {
    Coverage coverage;
    Played first = play(universe_, best_, coverage);
    if (first.violations.empty()) return {best_, 1, {}};
    invariant_ = first.violations.front().invariant;
    violations_ = std::move(first.violations);
    while (left_ > 0) {
      const Script before = best_;
      drop_people();
      drop_facts();
      simplify();
      if (before.facts == best_.facts && before.people.size() == best_.people.size()) break;
    }
    return {best_, plays - left_, violations_};
  }

 private:
  // Takes the candidate if it still breaks the same promise.
  bool take(Script candidate) {
    if (left_ <= 0) return false;
    --left_;
    Coverage coverage;
    Played played = play(universe_, candidate, coverage);
    const bool breaks = std::any_of(
        played.violations.begin(), played.violations.end(),
        [&](const audit::Violation& violation) { return violation.invariant == invariant_; });
    if (!breaks) return false;
    best_ = std::move(candidate);
    violations_ = std::move(played.violations);
    if (progress_) progress_(best_.facts.size() + best_.people.size());
    return true;
  }

  // Whole people, with everything about them; in halves, then quarters, then one by one.
  void drop_people() {
    for (std::size_t size = best_.people.size() / 2; size >= 1; size /= 2) {
      for (std::size_t begin = 0; begin + size <= best_.people.size() && best_.people.size() > 1;) {
        if (!take(without_people(begin, size))) begin += size;
      }
    }
  }

  Script without_people(std::size_t begin, std::size_t size) const {
    Script script = best_;
    const auto first = script.people.begin() + static_cast<std::ptrdiff_t>(begin);
    script.people.erase(first, first + static_cast<std::ptrdiff_t>(size));
    const int from = static_cast<int>(begin) + 1;
    const int count = static_cast<int>(size);
    std::erase_if(script.facts, [&](const Fact& fact) {
      return fact.caller >= from && fact.caller < from + count;
    });
    for (Fact& fact : script.facts) {
      if (fact.caller >= from + count) fact.caller -= count;
    }
    return script;
  }

  void drop_facts() {
    for (std::size_t size = std::max<std::size_t>(1, best_.facts.size() / 2); size >= 1;
         size /= 2) {
      for (std::size_t begin = 0; begin < best_.facts.size();) {
        Script script = best_;
        const std::size_t end = std::min(begin + size, script.facts.size());
        script.facts.erase(script.facts.begin() + static_cast<std::ptrdiff_t>(begin),
                           script.facts.begin() + static_cast<std::ptrdiff_t>(end));
        if (!take(std::move(script))) begin += size;
      }
    }
  }

  // Plainer people, and rounder times.
  void simplify() {
    for (std::size_t i = 0; i < best_.people.size(); ++i) {
      Script script = best_;
      Person& person = script.people[i];
      const Person plain{person.number, person.zone, true, true, true, true};
      person = plain;
      take(std::move(script));
    }
    for (const Millis step : {Millis(60s), Millis(1s)}) {
      for (std::size_t i = 0; i < best_.facts.size(); ++i) {
        Script script = best_;
        Fact& fact = script.facts[i];
        const Fact before = fact;
        fact.at = fact.at / step * step;
        fact.length = fact.length / step * step;
        if (!(fact == before)) take(std::move(script));
      }
    }
    Script script = best_;
    script.tweaks = {};
    take(std::move(script));
  }

  const Universe& universe_;
  Script best_;
  int left_;
  const std::function<void(std::size_t)>& progress_;
  std::string invariant_;
  std::vector<audit::Violation> violations_;
};

}  // namespace

Shrunk shrink(const Universe& universe, const Script& script, int plays,
              const std::function<void(std::size_t)>& progress) {
  return Shrinker(universe, script, plays, progress).shrink(plays);
}

}  // namespace pl::sim
