#include "engine/whereabouts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "core/place.h"

namespace pl::engine {
namespace {

std::vector<std::string> countries_of(const Turn& turn, const core::Caller& caller) {
  const core::NumberFacts& number = caller.number;
  if (!number.region.empty()) return {number.region};
  const core::Line* const line = turn.world.lines.find(caller.line);
  if (line == nullptr) return {};
  const auto& called = line->calling.countries;
  std::vector<std::string> countries = turn.world.numbers.area_of(number.number).countries;
  std::erase_if(countries, [&](const std::string& country) {
    return std::find(called.begin(), called.end(), country) == called.end();
  });
  return countries;
}

std::optional<std::chrono::minutes> offset_in(const Turn& turn, const std::string& zone,
                                              UtcTime at) {
  const auto spans = turn.world.zones.offsets(zone, at);
  return spans ? std::optional(spans->front().offset) : std::nullopt;
}

// Whether two zones have the same clocks, in summer and in winter.
bool agree(const Turn& turn, const std::string& one, const std::string& other) {
  constexpr std::chrono::days kHalfAYear(182);
  return offset_in(turn, one, turn.now) == offset_in(turn, other, turn.now) &&
         offset_in(turn, one, turn.now + kHalfAYear) ==
             offset_in(turn, other, turn.now + kHalfAYear);
}

// A zone of theirs that is like the one that was written, in one half of the year at least.
std::string likely_zone(const Turn& turn, const std::string& written,
                        const std::vector<std::string>& zones) {
  constexpr std::chrono::days kHalfAYear(182);
  const auto like = [&](const std::string& zone) {
    return offset_in(turn, zone, turn.now) == offset_in(turn, written, turn.now) ||
           offset_in(turn, zone, turn.now + kHalfAYear) ==
               offset_in(turn, written, turn.now + kHalfAYear);
  };
  const auto found = std::find_if(zones.begin(), zones.end(), like);
  return found == zones.end() ? zones.front() : *found;
}

}  // namespace

Whereabouts whereabouts(const Turn& turn, const core::Caller& caller) {
  Whereabouts found{.countries = countries_of(turn, caller), .zones = {}, .doubt = {}};
  const bool known = caller.timezone && offset_in(turn, *caller.timezone, turn.now);
  if (known && core::names_a_place(*caller.timezone)) {
    found.zones = {*caller.timezone};
    return found;
  }
  for (const std::string& country : found.countries) {
    for (std::string& zone : turn.world.zones.of_region(country)) {
      found.zones.push_back(std::move(zone));
    }
  }
  const auto is_like_the_given = [&](const std::string& zone) {
    return agree(turn, zone, *caller.timezone);
  };
  if (!known || std::all_of(found.zones.begin(), found.zones.end(), is_like_the_given)) {
    return found;
  }
  found.doubt = fmt::format(
      "timezone: nobody lives in {}; this person is reached when the hour is right everywhere in "
      "{}. Ask for a city near them, and give its zone, such as {}",
      *caller.timezone, join(found.countries, ", "),
      likely_zone(turn, *caller.timezone, found.zones));
  return found;
}

core::Caller with_number_of_today(const Turn& turn, core::Caller caller) {
  auto facts = turn.world.numbers.read(caller.number.number.e164());
  if (facts && facts->number == caller.number.number) {
    caller.number = *std::move(facts);
  } else {
    caller.number.number_class = core::NumberClass::kImpossible;
  }
  return caller;
}

std::optional<std::string> local_time(const Turn& turn, const core::Caller& caller) {
  std::optional<std::chrono::minutes> offset;
  for (const std::string& zone : whereabouts(turn, caller).zones) {
    const auto there = offset_in(turn, zone, turn.now);
    if (!there || there != offset.value_or(*there)) return std::nullopt;
    offset = there;
  }
  if (!offset) return std::nullopt;
  return core::local_time(turn.now, *offset);
}

Result<void> note_unknown_area(Turn& turn, const core::Line& line, const core::Caller& caller) {
  const std::string area = turn.world.numbers.area_of(caller.number.number).prefix;
  return turn.raise(
      line.name, core::AttentionReason::kAreaUnknown, area,
      "numbers that begin with " + area +
          " are in an area that the numbering plans here do not know: it is new, or nobody's",
      "look the area up. If its numbers are ordinary ones, resolve this item: they are dialled, "
      "each once a day, when the hour is right in every country that shares the code. If they are "
      "expensive, write `unknown_area_codes: refuse` below `calling:`");
}

}  // namespace pl::engine
