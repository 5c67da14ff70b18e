// When a person may be reached, by the auditor's own tables.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

constexpr Millis kWarm = 15min;  // after a call with the person, a text is no surprise
constexpr Millis kSlack = 1s;

}  // namespace

bool Auditor::Books::window_open(const CallerRow& caller, UtcTime at) {
  const auto open_in = [&](const std::string& zone) {
    const auto clock = zones.local_clock(zone, at);
    return clock && *clock >= line.opens && *clock < line.closes;
  };
  if (caller.timezone) return open_in(*caller.timezone);
  const auto [known, is_new] = country_zones.try_emplace(caller.country);
  if (is_new) known->second = zones.of_country(caller.country);
  return !known->second.empty() && std::all_of(known->second.begin(), known->second.end(), open_in);
}

// That it was a person, the world knows; when it ended, Party Line may have seen late.
bool Auditor::Books::warm(const Commit& commit, const CallerBook& caller) const {
  return std::any_of(caller.person.rbegin(), caller.person.rend(), [&](const LegBook* leg) {
    if (commit.true_time - leg->over->at <= kWarm + kSlack) return true;
    return leg->call != nullptr && leg->call->row.ended_at &&
           commit.at - *leg->call->row.ended_at <= kWarm + kSlack;
  });
}

}  // namespace pl::audit
