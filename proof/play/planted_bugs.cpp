#include "play/planted_bugs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "base/planted.h"
#include "base/text.h"
#include "sim/recorder.h"

namespace pl::play {
namespace {

// In the order of Bug.
constexpr std::array<std::string_view, kBugs> kBugNames{
    "dial-sent-again",      "unknown-is-not-placed",
    "row-after-dial",       "due-from-tool-call",
    "accepted-is-answered", "completes-twice",
    "syncs-less",           "opt-out-at-schedule-only",
    "quiet-hours-in-utc",   "unknown-zone-allows",
    "not-placed-is-free",   "texts-after-late-verdict",
    "any-call-in-fulfils",  "foreign-voice",
    "foreign-prompt",       "scene-of-old-stage",
    "tools-of-any-call",    "stale-is-fresh",
    "numbers-as-written",   "budget-off-by-one",
    "refuses-when-busy",    "never-polls",
    "head-blocks-queue",    "unclear-text-again",
    "number-in-log",        "drift-unheeded",
    "erased-in-the-call",   "platform-remembers",
    "told-twice",           "unreadable-is-not-there",
    "set-aside-in-silence", "effects-of-undone",
    "any-word-is-person",   "tool-is-person",
    "failed-is-answered"};

constexpr std::uint64_t kSeeds = 5000;  // in which a bug must show

Result<void> no_bugs() {
  return fail(Code::kInvalid,
              "--bug: this build holds no bugs; build with -DPARTYLINE_PLANTED_BUGS=ON");
}

#ifdef PARTYLINE_PLANTED_BUGS
void set_bug(std::size_t bug) {
  planted_bug = bug;
}
#else
void set_bug(std::size_t) {}
#endif

}  // namespace

Result<void> plant(const std::string& name) {
  if (name.empty()) return {};
  if (!kCanPlant) return no_bugs();
  const auto found = std::find(kBugNames.begin(), kBugNames.end(), name);
  if (found == kBugNames.end()) {
    std::vector<std::string> names(kBugNames.begin(), kBugNames.end());
    return fail(Code::kInvalid, "--bug: there is " + join(names, ", "));
  }
  set_bug(static_cast<std::size_t>(found - kBugNames.begin()));
  return {};
}

Result<bool> catch_every_bug(const Simulation& simulation, const sim::ProveOptions& options) {
  if (!kCanPlant) {
    PL_DO(no_bugs());
  }
  fmt::print("{:<26} {:>6}  {}\n", "bug", "seeds", "caught by");
  bool all = true;
  for (std::size_t bug = 0; bug < kBugs; ++bug) {
    set_bug(bug);
    sim::ProveOptions until_caught = options;
    until_caught.worlds = kSeeds;
    // Only the disk that forgets can show what is not synced.
    if (static_cast<Bug>(bug) == Bug::kSyncsLess) until_caught.store = sim::StoreKind::kCrashDisk;
    const sim::Proof proof = sim::prove(simulation.universe(), until_caught, nullptr);
    const bool caught = !proof.broken.empty();
    all = all && caught;
    fmt::print("{:<26} {:>6}  {}\n", kBugNames[bug], proof.worlds,
               caught ? proof.broken.front().violations.front().invariant + ": " +
                            proof.broken.front().violations.front().what
                      : "NOT CAUGHT");
    std::fflush(stdout);
  }
  set_bug(kBugs);
  return all;
}

void write_journey(const Simulation& simulation, const sim::Script& script,
                   const std::string& path) {
  std::ofstream file(path);
  file << sim::record_journey(simulation.universe(), script);
  if (file.flush()) {
    fmt::print("As a journey, which fails in the tests: {}\n", path);
  } else {
    fmt::print(stderr, "{} cannot be written\n", path);
  }
}

}  // namespace pl::play
