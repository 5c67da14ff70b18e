// When a person may be reached, by the auditor's own tables.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

constexpr Millis kWarm = 15min;  // after a call with the person, a text is no surprise
constexpr Millis kSlack = 1s;

// Country codes that several countries share.
constexpr std::pair<std::string_view, std::string_view> kShared[] = {
    {"+1", "AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MP MS PR SX TC TT US VC VG VI"},
    {"+7", "KZ RU"},
    {"+39", "IT VA"},
    {"+44", "GB GG IM JE"},
    {"+47", "NO SJ"},
    {"+61", "AU CC CX"},
    {"+212", "EH MA"},
    {"+262", "RE YT"},
    {"+290", "SH TA"},
    {"+358", "AX FI"},
    {"+590", "BL GP MF"},
    {"+599", "BQ CW"}};

// Of time by itself, and of no place that anybody could live in.
bool is_bare(std::string_view zone) {
  constexpr std::string_view kBare =
      " CET CST6CDT EET EST EST5EDT GMT GMT+0 GMT-0 GMT0 Greenwich HST MET MST MST7MDT PST8PDT UCT "
      "UTC Universal WET Zulu ";
  return zone.starts_with("Etc/") ||
         kBare.find(" " + std::string(zone) + " ") != std::string_view::npos;
}

}  // namespace

std::vector<std::string> Auditor::Books::countries_of(const CallerRow& caller) const {
  if (!caller.country.empty()) return {caller.country};
  std::vector<std::string> countries;
  for (const auto& [code, sharers] : kShared) {
    if (!caller.number.starts_with(code)) continue;
    for (const std::string& country : line.countries) {
      if (sharers.find(country) != std::string_view::npos) countries.push_back(country);
    }
  }
  return countries;
}

bool Auditor::Books::window_open(const CallerRow& caller, UtcTime at) {
  const auto open_in = [&](const std::string& zone) {
    const auto clock = zones.local_clock(zone, at);
    return clock && *clock >= line.opens && *clock < line.closes;
  };
  if (caller.timezone && !is_bare(*caller.timezone)) return open_in(*caller.timezone);
  const auto countries = countries_of(caller);
  return !countries.empty() &&
         std::all_of(countries.begin(), countries.end(), [&](const std::string& country) {
           const auto [known, is_new] = country_zones.try_emplace(country);
           if (is_new) known->second = zones.of_country(country);
           return !known->second.empty() &&
                  std::all_of(known->second.begin(), known->second.end(), open_in);
         });
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
