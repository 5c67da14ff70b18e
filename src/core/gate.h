// The dial gate: may this outreach ring this caller now? Decided in the transaction that records
// the attempt, from facts read in it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/caller.h"
#include "core/line.h"
#include "core/window.h"

namespace pl::core {

struct GateFacts {
  const Caller* caller = nullptr;  // null: erased
  // The number's own; or, where its region is empty, those that share its code and the line calls.
  std::vector<std::string> countries;
  std::vector<ZoneOffsets> zones;    // the caller's zone, or all the plausible ones
  bool live_call_on_number = false;  // on any line
  bool other_dial_open = false;      // another outreach of this caller is dialing
  int live_calls_on_line = 0;
  std::vector<UtcTime> number_dials;  // of the last 24 h, oldest first
  std::vector<UtcTime> line_dials;    // of the last second, oldest first
  bool tools_resolved = true;         // the platform's ids of the scene's tools are known
};

struct GateOpen {};
// Not now, but at `until` without using a retry.
struct GateWait {
  UtcTime until;
  std::string why;
};
// Not now; ask again when a call ends or lapses, or the dialer resumes.
struct GateBusy {
  std::string why;
};
// Not by voice at all.
struct GateNever {
  std::string why;
};

using GateAnswer = std::variant<GateOpen, GateWait, GateBusy, GateNever>;

// `onboarding`: a first dial of a new onboarding leaves one slot free where there are two or more.
enum class Urgency { kOnboarding, kPromised };

GateAnswer dial_gate(const CallingPolicy& policy, const GateFacts& facts, Urgency urgency,
                     UtcTime now);

}  // namespace pl::core
