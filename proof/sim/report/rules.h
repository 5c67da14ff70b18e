// The rules behind findings(). Each looks at one thing, and answers nothing where the numbers do
// not support a sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/report/summary.h"

namespace pl::sim::report {

struct Said {
  std::string says;
  std::string todo;
};
using Answer = std::optional<Said>;

inline constexpr int kEnough = 20;  // outreaches or dials; shares of fewer are chance

// At least `percent` of enough.
inline bool is_share(int part, int whole, int percent) {
  return whole >= kEnough && std::int64_t(part) * 100 >= std::int64_t(whole) * percent;
}

// The plan of that kind of which `part` is largest; null where it is zero for all.
const PlanSummary* worst(const Summary& summary, PlanKind kind, int PlanSummary::*part);

Answer promises_broken(const Summary& summary);
Answer outside_hours(const Summary& summary);
Answer handovers_starved(const Summary& summary);
Answer onboardings_starved(const Summary& summary);
Answer queue_for_slots(const Summary& summary);
Answer queue_for_pace(const Summary& summary);
Answer callbacks_late(const Summary& summary);
Answer slots_unused(const Summary& summary);
Answer callbacks_prompt(const Summary& summary);

Answer handovers_lost(const Summary& summary);
Answer deadline_cuts_retries(const Summary& summary);
Answer more_retries(const Summary& summary);
Answer idle_retry(const Summary& summary);
Answer onboardings_incomplete(const Summary& summary);
Answer mailboxes(const Summary& summary);
Answer texts_unconfirmed(const Summary& summary);
Answer still_open(const Summary& summary);
Answer nobody_lost(const Summary& summary);

}  // namespace pl::sim::report
