// An outreach driven by hand through core::step, in a world where time passes only when told to.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "sample_outreach.h"

namespace pl::testing {

class DrivenOutreach {
 public:
  explicit DrivenOutreach(core::Outreach start) : outreach(std::move(start)) {}

  void wait(Millis length) { now += length; }
  void wait_until_due() { now = std::max(now, outreach.due); }

  // What the step led to: "dialing place-call".
  std::string take(const core::OutreachEvent& event) {
    const core::OutreachStep step = core::step(outreach, event, now);
    outreach = step.outreach;
    for (const core::OutreachEffect& effect : step.effects) {
      if (std::holds_alternative<core::PlaceCall>(effect)) ++dials;
    }
    return describe(step);
  }

  std::string dial() {
    return take(core::GateSaid{core::GateOpen{}, sample_id<core::CallId>(++legs)});
  }

  // Dials, and the call comes to that; its end is seen `after` the dial, the verdict `later`.
  std::string dial_and_end(core::Verdict verdict, Millis after, Millis later = Millis(0),
                           bool goal_met = false) {
    dial();
    take(core::DialAccepted{});
    wait(after);
    const UtcTime ended_at = now;
    take(core::LegEnded{});
    wait(later);
    return take(core::LegJudged{verdict, ended_at, goal_met, core::ConversationId{"conv_1"}});
  }

  core::OutreachResult result() const { return core::result_of(outreach); }

  core::Outreach outreach;
  UtcTime now = kSampleNow;
  int dials = 0;
  std::uint64_t legs = 100;
};

}  // namespace pl::testing
