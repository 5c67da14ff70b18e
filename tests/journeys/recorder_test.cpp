// What the simulator plays and what it writes down of it are the same story.
#include <gtest/gtest.h>

#include <algorithm>

#include "sim/journey/transcript.h"
#include "sim/prove.h"
#include "sim/recorder.h"
#include "universe.h"

namespace pl::journeys {
namespace {

using sim::Script;

const sim::Universe& simulated() {
  static const core::Line line = *universe().line("nikita");
  static const sim::Universe made{line, universe().facilities, universe().zone_table};
  return made;
}

// The small world of a seed, with a few people in it.
Script small_script(std::uint64_t seed) {
  sim::ProveOptions options{.people = 1 + static_cast<int>(seed % 3)};
  if (seed % 5 == 0) options.store = sim::StoreKind::kSqlite;
  if (seed % 7 == 0) options.store = sim::StoreKind::kCrashDisk;
  return sim::make_script(seed, sim::knobs_of(seed, options), simulated().line.calling.countries);
}

struct Simulated {
  std::vector<std::string> journal;
  std::vector<std::string> broken;
};

// "2026-03-10T09:00:21.000Z    call.dialing clr_... (pump)" is "00:00:21 call.dialing".
Simulated simulate(const Script& script) {
  Simulated seen;
  sim::Coverage coverage;
  const auto played = sim::play(simulated(), script, coverage, [&](const std::string& line) {
    if (line.substr(24, 4) != "    ") return;
    const std::string kind = line.substr(28, line.find(' ', 28) - 28);
    const auto offset = *parse_utc(line.substr(0, 24)) - script.start;
    seen.journal.push_back(sim::format_offset(offset) + " " + kind);
  });
  for (const audit::Violation& one : played.violations) {
    // The simulator alone knows how long its troubles last, and judges turns by it.
    if (one.invariant != "INV-31") seen.broken.push_back(one.invariant);
  }
  return seen;
}

// "INV-01 at 00:00:21: ..." is "INV-01".
std::vector<std::string> promises(const std::vector<std::string>& broken) {
  std::vector<std::string> names;
  for (const std::string& one : broken) names.push_back(one.substr(0, 6));
  return names;
}

class Recorded : public ::testing::TestWithParam<int> {};

TEST_P(Recorded, TellsTheSameStory) {
  const Script script = small_script(static_cast<std::uint64_t>(GetParam()));
  const Simulated seen = simulate(script);
  const std::string text = sim::record_journey(simulated(), script);
  const auto played = sim::play_journey(text, universe());
  ASSERT_TRUE(played.has_value()) << played.error().message << "\n" << text;
  EXPECT_EQ(promises(played->broken), seen.broken) << text;
  const auto [in_journey, in_simulation] = std::mismatch(
      played->journal.begin(), played->journal.end(), seen.journal.begin(), seen.journal.end());
  const bool same = in_journey == played->journal.end() && in_simulation == seen.journal.end();
  EXPECT_TRUE(same) << "first "
                    << (in_simulation == seen.journal.end() ? "nothing" : *in_simulation)
                    << ", now " << (in_journey == played->journal.end() ? "nothing" : *in_journey)
                    << "\n"
                    << played->text;
}

// The platform places the dial long after everybody has given it up, and nothing excuses it.
TEST(Recorder, BreaksTheSamePromise) {
  const auto script = sim::parse_script(
      "world seed=1 start=2026-03-10T09:00:00Z store=memory heals=6h\n"
      "person +41780000001 Europe/Zurich zone-known voice text telegram\n"
      "api 1 onboard at=1s\n"
      "dial 1.1 reply-lost at=15s for=200s\n");
  ASSERT_TRUE(script.has_value()) << script.error().message;
  const Simulated seen = simulate(*script);
  ASSERT_FALSE(seen.broken.empty());
  const auto played = sim::play_journey(sim::record_journey(simulated(), *script), universe());
  ASSERT_TRUE(played.has_value()) << played.error().message;
  EXPECT_EQ(promises(played->broken), seen.broken);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Recorded, ::testing::Range(1, 41));

}  // namespace
}  // namespace pl::journeys
