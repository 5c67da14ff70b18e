// A world as it is written down: who lives in it, and everything about it that is not the ordinary.
// The script, not the random numbers it was made from, is what is played, repeated and shortened:
// each fact names what it decides, so that leaving one out shifts none of the others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace pl::sim {

// What a fact decides.
enum class Verb {
  kApi,       // the product, or an operator, asks for something about a caller
  kCallIn,    // a caller phones the line
  kRing,      // what the person does at the caller's nth ring
  kTalk,      // what the agent does in the caller's nth conversation
  kReport,    // how that conversation is reported: the post-call webhook
  kTool,      // the step-th tool call of the nth conversation
  kDial,      // what becomes of the nth POST to the caller
  kText,      // what becomes of the nth text to the caller
  kPlatform,  // the platform, for a while
  kStore,     // the store, once or for a while
  kServer,    // the server dies
  kClock,     // the server's clock jumps
  kAttack,    // somebody sends what is not theirs to send
};

enum class How {
  // kApi, at a time
  kOnboard,
  kCheckIn,
  kSkip,
  kOptOut,
  kOptIn,
  kClose,
  kNewNumber,
  kNoConsent,
  kConsent,
  kCancel,
  kRetry,
  kResolve,
  kErase,  // and again until nobody is on the phone with them
  // kCallIn: at a time, or as long after the caller's nth ring began, or conversation ended. They
  // stay for `length`; `count` 1: the pre-call webhook is lost, 2: it is sent twice, 3:
  // their number is spelled as people write it, 4: they say nothing
  kAt,
  kAfterRing,
  kAfterTalk,
  // kRing, after `at`; they hang up after `length`, 0: when all is said; with `count` 1 even while
  // they are asked questions
  kAnswers,
  kSilent,
  kMailbox,
  kGreets,   // a mailbox that nobody takes for one but by its words
  kScreens,  // a machine asks who calls; with `count` 1 they come on after it
  kMenu,     // a company's choices, or its queue
  kBusy,
  kNoAnswer,
  kFails,
  // kTalk
  kForgets,  // to call the tool that completes the onboarding
  // kReport and kTool; the delay is `at`
  kLost,
  kTwice,
  kLate,
  kStale,
  kCrossed,  // the tool call names another conversation's call as well

  // kDial: the reply comes after `at`
  kReplyLost,  // it rings, `length` later
  kWithheld,   // it rings; no reply ever
  kVanishes,   // no ring
  kRefusesNumber,
  kRefusesUs,
  kLimited,  // 429, Retry-After: `length`
  // kText: the answer comes after `at`
  kRefuses,
  kPostpones,
  kUnclear,
  kNeverAnswers,
  // kPlatform, from `at` for `length`
  kLookUpsFail,
  kListsLate,
  kTakesNoDials,
  kSwallowsDials,
  kFailsCalls,      // those that are picked up then: an override is not allowed
  kDropsOverrides,  // of calls that begin then: with `count` even the first message, else others
  // kStore, from `at` for `length`
  kHeld,
  kDown,
  kFullAtWrite,
  kDoubtKept,
  kDoubtLost,
  // A row of the caller makes no sense, or cannot be changed. `count` 0: their newest outreach that
  // is open, 1: their own, 2: that of their newest call, 3: the line's pause
  kNonsense,
  kImmutable,
  // kServer: from `at`, at the `count`-th boundary; it is back after `length`
  kDies,
  // kClock, at `at` by `length`
  kJumps,
  // kAttack, at `at`
  kForgedEvent,
  kStaleLie,
  kForgedTool,
  kForgedCallIn,
};
inline constexpr How kLastHow = How::kForgedCallIn;

struct Fact {
  Verb verb = Verb::kApi;
  How how = How::kAt;
  int caller = 0;    // from 1; 0: nobody's
  int nth = 0;       // from 1
  int step = 0;      // from 1
  Millis at{0};      // from the start, or a delay
  Millis length{0};  // how long
  int count = 0;     // how many

  friend bool operator==(const Fact&, const Fact&) = default;
};

struct Person {
  std::string number;  // E.164
  std::string zone;    // where they live
  bool zone_known = true;
  bool voice = true;
  bool text = true;
  bool telegram = true;
};

enum class StoreKind { kMemory, kSqlite, kCrashDisk };

// What differs from the line folder.
struct Tweaks {
  int simultaneous = 0;  // 0: as the folder says
  int per_second = 0;
  int per_number_hour = 0;
};

struct Script {
  std::uint64_t seed = 0;
  UtcTime start;
  StoreKind store = StoreKind::kMemory;
  Millis heals{0};  // from the start: afterwards nothing fails any more
  bool beyond_bounds = false;
  bool carrier = false;           // rings that nobody wants any more can be stopped
  Millis pace{2000};              // between the agent's questions
  bool platform_retries = false;  // it sends a refused post-call webhook again
  Tweaks tweaks;
  std::vector<Person> people;  // caller 1 is the first
  std::vector<Fact> facts;
};

std::string_view text_of(Verb verb);
std::string_view text_of(How how);
std::string_view text_of(StoreKind kind);

// One line a fact: "ring 3.1 silent at=4s for=12s".
std::string format(const Fact& fact);
std::string format(const Script& script);
// kInvalid names the line.
Result<Script> parse_script(std::string_view text);

// The facts of a script by what they decide.
class Facts {
 public:
  explicit Facts(const Script& script);
  // Null: the ordinary happens.
  const Fact* find(Verb verb, int caller, int nth, int step = 0) const;

 private:
  std::vector<Fact> sorted_;
};

}  // namespace pl::sim
