// From habits and chance to a script.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "sim/random.h"
#include "sim/simulate_week.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

constexpr int kRings = 10;  // of one person, that are thought about

int per_mille(double share) {
  return static_cast<int>(std::clamp(share, 0.0, 1.0) * 1000 + 0.5);
}

// Numbers for many people of one country; the real ones of such a country look like it.
struct Numbering {
  const char* region;
  const char* prefix;
  int digits;
};
constexpr Numbering kNumberings[] = {
    {"CH", "+4178", 7},   {"DE", "+49151", 8}, {"US", "+1212", 7}, {"AT", "+43664", 7},
    {"GB", "+447400", 6}, {"FR", "+3361", 7},  {"IN", "+9198", 8}, {"AU", "+6141", 7},
    {"BR", "+551191", 7}, {"CL", "+5695", 7}};

const Numbering* numbering_of(std::string_view region) {
  const auto found = std::find_if(std::begin(kNumberings), std::end(kNumberings),
                                  [&](const Numbering& one) { return region == one.region; });
  return found == std::end(kNumberings) ? nullptr : &*found;
}

std::string number_in(std::string_view region, int person) {
  const Numbering* const known = numbering_of(region);
  const Numbering& one = known == nullptr ? kNumberings[0] : *known;
  const bool american = one.region == std::string_view("US");
  const int base = american ? 5'550'000 : one.digits < 7 ? 100'000 : 1'000'000;
  return fmt::format("{}{:0{}}", one.prefix, base + person, one.digits);
}

struct HomeOfWeek {
  std::string zone;
  std::string region;
  int share = 0;  // of a thousand
};

// The country of the line in which that zone is used. Zones have several names, such as
// Asia/Kolkata and Asia/Calcutta; of another name, the first country whose clocks show the same
// time in winter.
std::string region_of(const std::string& zone, const Universe& universe) {
  const auto& countries = universe.line.calling.countries;
  const ports::Zones& zones = universe.facilities.zones;
  const auto uses = [&](const auto& is_it) {
    return std::find_if(countries.begin(), countries.end(), [&](const std::string& country) {
      const auto used = zones.of_region(country);
      return std::any_of(used.begin(), used.end(), is_it);
    });
  };
  const auto offset = [&](const std::string& name) -> std::optional<std::chrono::minutes> {
    const auto spans = zones.offsets(name, *parse_utc("2026-01-15T12:00:00Z"));
    return spans ? std::optional(spans->front().offset) : std::nullopt;
  };
  auto country = uses([&](const std::string& used) { return used == zone; });
  if (country == countries.end()) {
    country = uses([&](const std::string& used) { return offset(used) == offset(zone); });
  }
  if (country != countries.end()) return *country;
  return countries.empty() ? "CH" : countries.front();
}

// Where callers live: as the habits say, or evenly over the zones of the line's countries that have
// one zone, and the first few of those that have many.
std::vector<HomeOfWeek> homes(const Universe& universe, const Habits& habits) {
  std::vector<HomeOfWeek> found;
  for (const Habits::Zone& zone : habits.zones) {
    found.push_back({zone.name, region_of(zone.name, universe), per_mille(zone.share)});
  }
  if (!found.empty()) return found;
  constexpr std::string_view kLargeCities[] = {"America/New_York", "America/Chicago",
                                               "America/Denver", "America/Los_Angeles"};
  for (const std::string& country : universe.line.calling.countries) {
    auto zones = universe.facilities.zones.of_region(country);
    std::erase_if(zones, [&](const std::string& zone) {
      const bool large = std::find(std::begin(kLargeCities), std::end(kLargeCities), zone) !=
                         std::end(kLargeCities);
      return country == "US" && !large;
    });
    const int share = 1000 / static_cast<int>(universe.line.calling.countries.size() *
                                              std::max<std::size_t>(1, zones.size()));
    for (const std::string& zone : zones) found.push_back({zone, country, share});
  }
  return found;
}

class WeekWriter {
 public:
  WeekWriter(const Universe& universe, const Habits& habits, const WeekOptions& options)
      : universe_(universe),
        habits_(habits),
        options_(options),
        random_(Random(options.seed).next()),
        homes_(homes(universe, habits)) {
    script_.seed = options.seed;
    script_.start = options.start;
    script_.heals = std::chrono::days(options.days);
    script_.platform_retries = true;
    script_.pace = 20s;
  }

  Script write() {
    for (int person = 1; person <= options_.callers; ++person) live(person);
    strangers();
    return std::move(script_);
  }

 private:
  void add(Fact fact) { script_.facts.push_back(fact); }

  const HomeOfWeek& home() {
    int at = random_.below(1000);
    for (const HomeOfWeek& one : homes_) {
      at -= one.share;
      if (at < 0) return one;
    }
    return homes_.back();
  }

  // A moment of some day at which the product asks, on the caller's own clock.
  Millis asked(const HomeOfWeek& home) {
    const Millis day = std::chrono::days(random_.below(options_.days));
    const Millis clock = random_.between(habits_.requests_from, habits_.requests_until);
    const auto spans = universe_.facilities.zones.offsets(home.zone, options_.start + day);
    const Millis offset = spans ? Millis(spans->front().offset) : 0ms;
    return std::max(1s + 0ms, day + clock - offset);
  }

  void live(int person) {
    const HomeOfWeek& lives = home();
    Person one;
    one.number = number_in(lives.region, person);
    one.zone = lives.zone;
    one.text = random_.chance(per_mille(habits_.consents_to_texts));
    one.telegram = random_.chance(per_mille(habits_.has_telegram));
    script_.people.push_back(one);
    const Millis when = asked(lives);
    add({.verb = Verb::kApi, .how = How::kOnboard, .caller = person, .at = when});
    rings(person);
    for (int nth = 1; nth <= kRings; ++nth) {
      add({.verb = Verb::kReport,
           .how = How::kLate,
           .caller = person,
           .nth = nth,
           .at = random_.skewed(habits_.analysis)});
    }
    if (random_.chance(per_mille(habits_.opts_out))) {
      add({.verb = Verb::kApi,
           .how = How::kOptOut,
           .caller = person,
           .at = when + random_.between(0ms, std::chrono::days(1))});
    }
    calls_in(person, when);
  }

  void rings(int person) {
    double answers = habits_.answers;
    for (int nth = 1; nth <= kRings; ++nth) {
      Fact fact{.verb = Verb::kRing, .caller = person, .nth = nth};
      fact.at = std::max<Millis>(800ms, random_.skewed(habits_.picks_up_after) - 1s);
      const int at = random_.below(1000);
      int upto = per_mille(answers);
      const auto falls = [&](double share) { return at < (upto += per_mille(share)); };
      if (at < upto) {
        fact.how = How::kAnswers;
        talk(fact);
        answers = habits_.answers;
      } else {
        const double left = std::max(0.0, 1.0 - habits_.answers);
        const double scale = left > 0 ? (1.0 - answers) / left : 1.0;
        fact.how = falls(habits_.busy * scale)        ? How::kBusy
                   : falls(habits_.declines * scale)  ? How::kBusy
                   : falls(habits_.voicemail * scale) ? How::kMailbox
                   : falls(habits_.fails * scale)     ? How::kFails
                                                      : How::kNoAnswer;
        answers *= habits_.answers_again;
      }
      add(fact);
    }
  }

  void talk(Fact& fact) {
    fact.length = random_.skewed(habits_.talks);
    if (random_.chance(per_mille(habits_.hangs_up_at_once))) {
      fact.length = random_.between(300ms, 5s);
      fact.count = 1;
    } else if (random_.chance(per_mille(habits_.hangs_up_early))) {
      fact.length = random_.between(1s, fact.length + 1s);
      fact.count = 1;
    }
  }

  void calls_in(int person, Millis asked) {
    const Millis stays = random_.skewed(habits_.talks);
    if (random_.chance(per_mille(habits_.calls_in_while_waiting))) {
      add({.verb = Verb::kCallIn,
           .how = How::kAfterTalk,
           .caller = person,
           .nth = 1,
           .at = random_.between(1s, 20s),
           .length = stays});
    }
    for (Millis at = asked + 24h; at < script_.heals; at += 24h) {
      if (!random_.chance(per_mille(habits_.calls_in_per_day))) continue;
      add({.verb = Verb::kCallIn,
           .how = How::kAt,
           .caller = person,
           .at = at + random_.between(-8h, 8h),
           .length = random_.skewed(habits_.talks)});
    }
  }

  void strangers() {
    const int count = static_cast<int>(habits_.strangers_per_day * options_.days + 0.5);
    for (int nth = 1; nth <= count; ++nth) {
      add({.verb = Verb::kCallIn,
           .how = How::kAt,
           .nth = nth,
           .at = random_.between(0ms, script_.heals),
           .length = random_.between(5s, 50s)});
    }
  }

  const Universe& universe_;
  const Habits& habits_;
  const WeekOptions& options_;
  Random random_;
  std::vector<HomeOfWeek> homes_;
  Script script_;
};

}  // namespace

Script make_week_script(const Universe& universe, const Habits& habits,
                        const WeekOptions& options) {
  return WeekWriter(universe, habits, options).write();
}

}  // namespace pl::sim
