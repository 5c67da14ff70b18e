// `calling:`: when and where the line may dial.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "line/decode.h"

namespace pl::line {
namespace {

constexpr int kPerHourMax = 60;
constexpr int kPerDayMax = 200;
constexpr int kSimultaneousMax = 10'000;
constexpr int kPerSecondMax = 100;

// ISO 3166-1 alpha-2, as of 2026.
constexpr std::string_view kCountries =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR "
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
    "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
    "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM "
    "ZW";

bool is_country(std::string_view text) {
  return text.size() == 2 && text.find(' ') == std::string_view::npos &&
         kCountries.find(text) != std::string_view::npos;
}

std::string upper_ascii(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

// "08:00" as minutes after midnight; "24:00" is the end of the day.
std::optional<std::chrono::minutes> clock_in(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) {
    return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (hour * 60 + minute > 24 * 60 || minute > 59) return std::nullopt;
  return std::chrono::minutes(hour * 60 + minute);
}

void decode_hours(Context& context, const Spot& spot, core::CallingPolicy& policy) {
  const std::string remedy = "write local times of one day, such as \"08:00-21:00\"";
  if (!is_scalar(context, spot, "the hours, such as \"08:00-21:00\"")) return;
  const std::string_view text = spot.node->text;
  const std::size_t dash = text.find('-');
  const auto opens = clock_in(trim(text.substr(0, dash)));
  const auto closes =
      dash == std::string_view::npos ? std::nullopt : clock_in(trim(text.substr(dash + 1)));
  if (!opens || !closes) {
    context.complaints.at(spot, fmt::format("{} is not a span of hours", shown(text)), remedy);
  } else if (*closes <= *opens) {
    context.complaints.at(spot, "ends before it begins", remedy);
  } else {
    policy.opens = *opens;
    policy.closes = *closes;
  }
}

std::vector<std::string> decode_countries(Context& context, const Spot& spot) {
  std::vector<std::string> countries;
  for (const Spot& entry : read_list(context, spot, 1, 300)) {
    if (!is_scalar(context, entry, "the two letters of a country, such as CH")) continue;
    const std::string& text = entry.node->text;
    if (std::find(countries.begin(), countries.end(), text) != countries.end()) {
      context.complaints.at(entry, "is listed twice", "remove one");
    } else if (is_country(text)) {
      countries.push_back(text);
    } else {
      const std::string upper = upper_ascii(text);
      const std::string meant = upper == "UK" ? "GB" : upper;
      context.complaints.at(
          entry, fmt::format("{} is not the code of a country", shown(text)),
          is_country(meant) ? "write " + meant : "write the two letters of ISO 3166, such as CH");
    }
  }
  return countries;
}

int take_count(Context& context, MapReader& map, std::string_view key, int max, int normal) {
  const auto spot = map.take(key);
  if (!spot) return normal;
  const auto count = read_integer(context, *spot, 1, max);
  return count ? static_cast<int>(*count) : normal;
}

}  // namespace

core::CallingPolicy decode_calling(Context& context, const Spot& spot) {
  core::CallingPolicy policy;
  MapReader map(context, spot);
  if (const auto found = map.take("hours")) decode_hours(context, *found, policy);
  if (const auto found = map.need("countries", "list the countries to call, such as [CH, DE]")) {
    policy.countries = decode_countries(context, *found);
  }
  if (const auto found = map.take("per_number")) {
    MapReader budget(context, *found);
    policy.per_number_hour =
        take_count(context, budget, "hour", kPerHourMax, policy.per_number_hour);
    policy.per_number_day = take_count(context, budget, "day", kPerDayMax, policy.per_number_day);
    budget.finish();
  }
  policy.simultaneous =
      take_count(context, map, "simultaneous", kSimultaneousMax, policy.simultaneous);
  policy.per_second = take_count(context, map, "per_second", kPerSecondMax, policy.per_second);
  if (const auto found = map.take("unknown_area_codes")) {
    policy.unknown_area_codes =
        read_enum<core::UnknownAreas>(context, *found).value_or(policy.unknown_area_codes);
  }
  map.finish();
  return policy;
}

}  // namespace pl::line
