// What a simulated week came to, in numbers: the one source of the terminal's report, the JSON and
// the page. Pure: the same week gives the same summary.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ports/zones.h"
#include "sim/report/spread.h"
#include "sim/week.h"

namespace pl::sim::report {

struct Count {
  std::string what;
  int count = 0;
  friend bool operator==(const Count&, const Count&) = default;
};
using Tally = std::vector<Count>;  // most first; those with as many by `what`

inline constexpr std::size_t kReasons = 12;  // in a tally; the rest is its last entry

// What a number of outreaches came to. `total` is the sum of the others.
struct Ends {
  int total = 0;
  int by_call = 0;
  int by_inbound = 0;
  int texted = 0;
  int unconfirmed = 0;  // texted, and nobody knows whether it arrived
  int failed = 0;
  int cancelled = 0;
  int open = 0;
  Tally failed_why;
  Tally cancelled_why;

  int connected() const { return by_call + by_inbound; }
};

enum class PlanKind { kOnboarding, kHandover, kOther };
std::string_view text_of(PlanKind kind);  // "onboarding", "hand-over", "other"

struct PlanSummary {
  std::string name;
  PlanKind kind = PlanKind::kOther;
  Ends ends;
  int dials = 0;
  int starved = 0;     // reached the deadline without one dial, the slots mostly taken meanwhile
  int used_up = 0;     // texted or failed after the last retry
  int incomplete = 0;  // texted or failed after calls that were answered and not completed
  int cut_short = 0;   // texted or failed with retries left, for want of time
  int retries = 0;     // that the plan allows
  Millis deadline{0};
};

struct CallerSummary {
  int total = 0;
  int never_asked = 0;  // without any outreach
  // By the latest hand-over of each caller; without one by the latest onboarding, else by the
  // latest outreach of all.
  Ends ends;
  std::array<int, kEvery<core::Stage>.size()> stages{};  // in the order of kEvery<core::Stage>
};

// From the end of the call that completed the onboarding, as it was observed.
struct CallbackTimes {
  int awaited = 0;  // hand-overs that such a call began
  Spread ring;      // to the first dial that the platform took
  Spread answer;    // to a person's voice
};

inline constexpr std::size_t kManyDials = 12;  // this many or more are one bin

// The n-th dials of all hand-overs.
struct Try {
  int dials = 0;
  int answered = 0;  // by a person
};

struct DialSummary {
  int total = 0;
  std::vector<int> per_caller;      // [n]: callers that were dialled n times
  std::vector<int> per_handover;    // the same of hand-overs
  std::vector<Try> handover_tries;  // [0]: first dials
  Tally verdicts;                   // "open" where there is none yet
};

struct HourSummary {
  std::array<int, 24> dials{};    // by the hour on the clock of whoever was called
  std::array<int, 24> inbound{};  // on that of the caller; strangers have none
  std::chrono::minutes opens{0};
  std::chrono::minutes closes{0};
  int outside = 0;       // dials outside of these hours: none, or there is a bug
  int zone_unknown = 0;  // dials to somebody of whom no zone is known
  int strangers = 0;     // inbound calls
};

struct LoadPoint {
  UtcTime at;
  int due = 0;
  int live = 0;
  friend bool operator==(const LoadPoint&, const LoadPoint&) = default;
};
inline constexpr std::size_t kLoadPoints = 500;

struct LoadSummary {
  std::vector<LoadPoint> points;  // at most kLoadPoints, each the maxima of its stretch of time
  int due_peak = 0;
  UtcTime due_peak_at;
  Millis longest{0};  // stretch with a queue
  UtcTime longest_from;
  int minutes = 0;              // sampled
  int minutes_queued = 0;       // with a queue
  int minutes_full = 0;         // with every slot taken
  int minutes_queued_full = 0;  // with a queue and no slot for a new onboarding
  int live_peak = 0;
  UtcTime live_peak_at;
  int simultaneous = 0;
};

// Over any second, and any minute, not only those that a clock begins.
struct PaceSummary {
  int second = 0;
  UtcTime second_at;
  int minute = 0;
  UtcTime minute_at;
  int per_second = 0;
};

struct SpendSummary {
  std::chrono::seconds onboarding{0};
  std::chrono::seconds handover{0};
  std::chrono::seconds other{0};
  std::chrono::seconds mailboxes{0};  // of any plan
  std::chrono::seconds inbound{0};
  double per_minute = 0;
  std::string currency;
  double total = 0;
  std::optional<double> per_connected;  // caller; empty if there is none

  std::chrono::seconds talk() const { return onboarding + handover + other + mailboxes + inbound; }
};

struct TextSummary {
  int sent = 0;
  int unconfirmed = 0;
  int refused = 0;
};

struct Summary {
  std::string line;
  std::uint64_t seed = 0;
  int days = 0;
  UtcTime from;
  UtcTime until;
  CallerSummary callers;
  std::vector<PlanSummary> plans;  // in the order of the line
  CallbackTimes callback;
  DialSummary dials;
  HourSummary hours;
  LoadSummary load;
  PaceSummary pace;
  SpendSummary spend;
  TextSummary texts;
  std::vector<std::string> violations;
};

Summary summarize(const Week& week, const ports::Zones& zones);

}  // namespace pl::sim::report
