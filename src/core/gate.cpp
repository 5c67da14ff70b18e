#include "core/gate.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/planted.h"

namespace pl::core {
namespace {

// Why this number may never be dialled, whoever it belongs to.
std::optional<std::string> forbidden(const CallingPolicy& policy, const NumberFacts& number,
                                     const std::vector<std::string>& plausible) {
  switch (number.number_class) {
    case NumberClass::kOrdinary:
      break;
    case NumberClass::kPremium:
      return "premium-rate numbers are not dialled";
    case NumberClass::kEmergency:
      return "emergency numbers are not dialled";
    case NumberClass::kShort:
      return "short codes are not dialled";
    case NumberClass::kSatellite:
      return "satellite numbers are not dialled";
    case NumberClass::kImpossible:
      return "no such number can exist";
  }
  const auto& countries = policy.countries;
  if (number.region.empty() && !plausible.empty()) {
    switch (policy.unknown_area_codes) {
      case UnknownAreas::kCall:
        return std::nullopt;
      case UnknownAreas::kRefuse:
        return "the number's area code is not known here, and calling.unknown_area_codes says "
               "refuse";
    }
  }
  if (std::find(countries.begin(), countries.end(), number.region) == countries.end()) {
    return fmt::format("country {} is not among the line's calling.countries",
                       number.region.empty() ? "(none)" : number.region);
  }
  return std::nullopt;
}

// The first instant at which fewer than `limit` of `dials` lie within the `span` before it.
std::optional<UtcTime> budget_until(const std::vector<UtcTime>& dials, int limit, Millis span,
                                    UtcTime now) {
  std::vector<UtcTime> recent;
  std::copy_if(dials.begin(), dials.end(), std::back_inserter(recent),
               [&](UtcTime at) { return at > now - span; });
  const auto count = static_cast<std::ptrdiff_t>(recent.size());
  if (count < limit + (planted(Bug::kBudgetOffByOne) ? 1 : 0)) return std::nullopt;
  return recent[static_cast<std::size_t>(count - limit)] + span;
}

}  // namespace

GateAnswer dial_gate(const CallingPolicy& policy, const GateFacts& facts, Urgency urgency,
                     UtcTime now) {
  using namespace std::chrono_literals;
  if (facts.caller == nullptr) return GateNever{"the caller was erased"};
  const Caller& caller = *facts.caller;
  if (caller.opted_out_at && !planted(Bug::kOptOutAtScheduleOnly))
    return GateNever{"the caller opted out"};
  if (caller.stage == Stage::kClosed) return GateNever{"the account is closed"};
  if (!caller.consent.voice) return GateNever{"no consent to voice calls"};
  if (const auto why = forbidden(policy, caller.number, facts.countries)) return GateNever{*why};
  if (facts.zones.empty() && planted(Bug::kUnknownZoneAllows)) return GateOpen{};
  if (facts.zones.empty()) return GateNever{"no time zone is known; give the caller one"};

  if (!facts.tools_resolved) return GateBusy{"the scene's tools are not known to the platform yet"};

  const auto open = next_open({policy.opens, policy.closes}, facts.zones, now);
  if (!open) return GateNever{"the calling window does not open within two days"};
  if (*open > now) return GateWait{*open, "outside the calling window"};
  if (const auto until = budget_until(facts.number_dials, policy.per_number_hour, 1h, now)) {
    return GateWait{*until, "the number's hourly budget is used up"};
  }
  const int a_day = caller.number.region.empty() ? 1 : policy.per_number_day;
  if (const auto until = budget_until(facts.number_dials, a_day, 24h, now)) {
    return GateWait{*until, "the number's daily budget is used up"};
  }
  if (facts.live_call_on_number) return GateBusy{"a call with this number is live"};
  if (facts.other_dial_open) return GateBusy{"another outreach to this caller is under way"};
  const int kept_free = urgency == Urgency::kOnboarding && policy.simultaneous >= 2 ? 1 : 0;
  if (facts.live_calls_on_line >= policy.simultaneous - kept_free) {
    return GateBusy{"no free slot"};
  }
  if (const auto until = budget_until(facts.line_dials, policy.per_second, 1s, now)) {
    return GateWait{*until, "the line's pace"};
  }
  return GateOpen{};
}

}  // namespace pl::core
