// From knobs and chance to a script.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "sim/knobs.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kErasures = 0xE4A5E;
constexpr std::uint64_t kDamages = 0xDA3A6E;
constexpr std::uint64_t kMachines = 0x3AC41E;
constexpr std::uint64_t kElsewhere = 0xE15E;

struct Home {
  std::string_view region;
  const char* zone;
  const char* prefix;  // of a number; four digits follow
};
constexpr Home kHomes[] = {
    {"CH", "Europe/Zurich", "+4178000"},       {"DE", "Europe/Berlin", "+4915123450"},
    {"US", "America/New_York", "+1212555"},    {"US", "America/Los_Angeles", "+1213555"},
    {"US", "Pacific/Honolulu", "+1808555"},    {"US", "America/Anchorage", "+1907555"},
    {"GB", "Europe/London", "+44740012"},      {"FR", "Europe/Paris", "+3361234"},
    {"AT", "Europe/Vienna", "+43664123"},      {"IN", "Asia/Kolkata", "+91987654"},
    {"AU", "Australia/Sydney", "+6141234"},    {"AU", "Australia/Adelaide", "+6141234"},
    {"BR", "America/Sao_Paulo", "+551191234"}, {"CL", "America/Santiago", "+5691234"},
};

// When a world begins, for lines that call people there; without regions for every line.
struct Day {
  std::string_view regions;
  const char* at;
};
constexpr std::string_view kEurope = "CH DE GB FR AT";
// Midday in Europe of an ordinary day.
constexpr Day kDays[] = {{"", "2026-03-10T11:00:00Z"},
                         {"", "2026-06-15T12:00:00Z"},
                         {"", "2026-12-31T10:00:00Z"},
                         {"", "2027-02-28T13:00:00Z"}};
// Shortly before clocks change.
constexpr Day kChanges[] = {
    {kEurope, "2026-03-28T18:00:00Z"}, {kEurope, "2026-03-29T00:30:00Z"},
    {kEurope, "2026-10-24T18:00:00Z"}, {kEurope, "2026-10-25T00:30:00Z"},
    {"US", "2026-03-07T22:00:00Z"},    {"US", "2026-10-31T22:00:00Z"},
    {"AU", "2026-04-04T07:00:00Z"},    {"AU", "2026-04-04T15:30:00Z"},
    {"AU", "2026-10-03T07:00:00Z"},    {"AU", "2026-10-03T15:30:00Z"},
    {"CL", "2026-04-04T20:00:00Z"},    {"CL", "2026-09-05T20:00:00Z"},
};
// Shortly before people may be called there, or may be no longer.
constexpr Day kEdges[] = {
    {"", "2026-03-10T06:58:00Z"},   {"", "2026-03-10T19:55:00Z"},   {"", "2026-06-15T18:57:30Z"},
    {"", "2026-06-15T12:59:00Z"},   {"GB", "2026-06-15T06:58:00Z"}, {"GB", "2026-06-15T19:57:30Z"},
    {"IN", "2026-03-10T02:28:00Z"}, {"IN", "2026-03-10T15:25:00Z"}, {"AU", "2026-06-14T21:58:00Z"},
    {"AU", "2026-06-15T11:25:00Z"}, {"BR", "2026-03-10T10:58:00Z"}, {"CL", "2026-06-15T11:58:00Z"},
};

// Those of the line's countries, in the order of the line; all where nobody knows them.
std::vector<Home> homes_of(const std::vector<std::string>& countries) {
  std::vector<Home> found;
  for (const std::string& country : countries) {
    for (const Home& home : kHomes) {
      if (home.region == country) found.push_back(home);
    }
  }
  if (found.empty()) found.assign(std::begin(kHomes), std::end(kHomes));
  return found;
}

class Writer {
 public:
  Writer(std::uint64_t seed, const Knobs& knobs, const std::vector<std::string>& countries,
         const std::vector<std::string>& elsewhere)
      : knobs_(knobs),
        random_(Random(~seed).next()),
        erasures_(Random(seed ^ kErasures).next()),
        damages_(Random(seed ^ kDamages).next()),
        machines_(Random(seed ^ kMachines).next()),
        movings_(Random(seed ^ kElsewhere).next()),
        homes_(homes_of(countries)),
        elsewhere_(elsewhere) {
    script_.seed = seed;
  }

  Script write() {
    begin();
    for (int person = 1; person <= knobs_.people; ++person) live(person);
    faults();
    damages();
    failures();
    return std::move(script_);
  }

 private:
  void begin() {
    script_.store = knobs_.store;
    script_.beyond_bounds = knobs_.beyond_bounds;
    script_.carrier = script_.seed % 2 == 0;
    script_.platform_retries = random_.chance(500);
    const char* day = one_of(kDays);
    if (knobs_.near_window) day = one_of(kEdges);
    if (knobs_.near_dst) day = one_of(kChanges);
    script_.start = *parse_utc(day) + random_.between(0ms, 120s);
    script_.heals = knobs_.span + 6h;
    if (random_.chance(300)) script_.tweaks.simultaneous = 1 + random_.below(8);
    if (random_.chance(200)) script_.tweaks.per_second = 1 + random_.below(4);
    if (random_.chance(100)) script_.tweaks.per_number_hour = 1 + random_.below(5);
  }

  // Any of them where none is of these homes.
  template <std::size_t kCount>
  const char* one_of(const Day (&days)[kCount]) {
    std::vector<const char*> fitting;
    for (const Day& day : days) {
      const bool fits = std::any_of(homes_.begin(), homes_.end(), [&](const Home& home) {
        return day.regions.find(home.region) != std::string_view::npos;
      });
      if (day.regions.empty() || fits) fitting.push_back(day.at);
    }
    if (fitting.empty()) return days[random_.below(static_cast<int>(kCount))].at;
    return fitting[static_cast<std::size_t>(random_.below(static_cast<int>(fitting.size())))];
  }

  void add(Fact fact) { script_.facts.push_back(fact); }

  Millis moment() { return random_.between(0ms, knobs_.span + 30min); }

  // Facts are written for the first so many of each kind: few come further.
  void live(int person) {
    const int homes = static_cast<int>(homes_.size());
    const int most = random_.chance(600) ? std::min(2, homes) : homes;
    const Home& home = homes_[static_cast<std::size_t>(random_.below(most))];
    Person one;
    one.number = fmt::format("{}{:04}", home.prefix, person);
    one.zone = home.zone;
    one.zone_known = !random_.chance(knobs_.zone_unknown);
    if (one.zone_known && !elsewhere_.empty() && movings_.chance(200)) {
      const int zone = movings_.below(static_cast<int>(elsewhere_.size()));
      one.zone = elsewhere_[static_cast<std::size_t>(zone)];
    }
    one.voice = !random_.chance(knobs_.no_consent / 3);
    one.text = !random_.chance(knobs_.no_consent);
    one.telegram = !random_.chance(knobs_.no_consent);
    script_.people.push_back(one);
    // On whole seconds, so that people meet at one instant.
    Millis asked = random_.between(0ms, knobs_.span);
    if (random_.chance(300)) asked = asked / 60000 * 60000;
    add({.verb = Verb::kApi,
         .how = random_.chance(30) ? How::kSkip : How::kOnboard,
         .caller = person,
         .at = asked + 1s});
    if (random_.chance(100)) {
      add({.verb = Verb::kApi, .how = How::kCheckIn, .caller = person, .at = moment() + 1s});
    }
    for (int nth = 1; nth <= 6; ++nth) ring(person, nth);
    for (int nth = 1; nth <= 8; ++nth) dial(person, nth);
    for (int nth = 1; nth <= 6; ++nth) talk(person, nth);
    for (int nth = 1; nth <= 2; ++nth) text(person, nth);
    acts(person, asked);
  }

  void ring(int person, int nth) {
    Fact fact{.verb = Verb::kRing, .caller = person, .nth = nth};
    fact.at = random_.between(500ms, 24s);
    if (machines_.chance(knobs_.machines)) {
      static constexpr How kWays[] = {How::kGreets, How::kScreens, How::kMenu};
      fact.how = kWays[machines_.below(3)];
      fact.length = machines_.between(3s, 60s);
      fact.count = machines_.below(2);
      return add(fact);
    }
    if (random_.chance(knobs_.not_answered)) {
      static constexpr How kWays[] = {How::kBusy, How::kNoAnswer, How::kBusy, How::kFails};
      fact.how = kWays[random_.below(4)];
    } else if (random_.chance(knobs_.voicemail)) {
      fact.how = How::kMailbox;
    } else if (random_.chance(knobs_.silent)) {
      fact.how = How::kSilent;
      fact.length = random_.between(300ms, 12s);
    } else if (random_.chance(knobs_.hangs_up)) {
      fact.how = How::kAnswers;
      fact.length = random_.between(500ms, random_.chance(100) ? Millis(1200s) : Millis(40s));
      fact.count = random_.chance(800) ? 1 : 0;
    } else {
      return;
    }
    add(fact);
  }

  void dial(int person, int nth) {
    Fact fact{.verb = Verb::kDial, .caller = person, .nth = nth};
    if (random_.chance(knobs_.reply_lost)) {
      static constexpr How kWays[] = {How::kReplyLost, How::kVanishes, How::kWithheld,
                                      How::kReplyLost};
      fact.how = kWays[random_.below(4)];
      fact.at = fact.how == How::kReplyLost ? random_.between(100ms, 15s) : 2s;
      const Millis latest = knobs_.beyond_bounds ? Millis(600s) : Millis(90s);
      if (random_.chance(500)) fact.length = random_.between(0ms, latest);
    } else if (random_.chance(knobs_.refused)) {
      fact.how = random_.chance(700) ? How::kRefusesNumber : How::kRefusesUs;
      fact.at = random_.between(0ms, 3s);
    } else if (random_.chance(knobs_.limited)) {
      static constexpr Millis kWaits[] = {0ms, 1s, 7s, 60s, 15min};
      fact.how = How::kLimited;
      fact.at = random_.between(0ms, 3s);
      fact.length = kWaits[random_.below(5)];
    } else if (random_.chance(50)) {
      fact.how = How::kLate;
      fact.at = random_.between(0ms, 14s);
    } else {
      return;
    }
    add(fact);
  }

  void talk(int person, int nth) {
    if (random_.chance(knobs_.forgets)) {
      add({.verb = Verb::kTalk, .how = How::kForgets, .caller = person, .nth = nth});
    }
    if (random_.chance(knobs_.report_lost)) {
      add({.verb = Verb::kReport, .how = How::kLost, .caller = person, .nth = nth});
    } else if (random_.chance(knobs_.report_odd)) {
      static constexpr How kWays[] = {How::kTwice, How::kLate, How::kStale};
      add({.verb = Verb::kReport,
           .how = kWays[random_.below(3)],
           .caller = person,
           .nth = nth,
           .at = random_.chance(200) ? random_.between(0ms, 45min) : random_.skewed(8s)});
    }
    for (int step = 1; step <= 8; ++step) {
      if (!random_.chance(knobs_.tool_odd)) continue;
      static constexpr How kWays[] = {How::kTwice, How::kLate, How::kLost, How::kCrossed};
      add({.verb = Verb::kTool,
           .how = kWays[random_.below(4)],
           .caller = person,
           .nth = nth,
           .step = step,
           .at = random_.between(0ms, random_.chance(300) ? 120s : 4s)});
    }
  }

  void text(int person, int nth) {
    if (!random_.chance(knobs_.text_odd)) return;
    static constexpr How kWays[] = {How::kRefuses, How::kPostpones, How::kUnclear,
                                    How::kNeverAnswers};
    add({.verb = Verb::kText,
         .how = kWays[random_.below(4)],
         .caller = person,
         .nth = nth,
         .length = random_.between(1s, 20min),
         .count = random_.below(2)});
  }

  void acts(int person, Millis asked) {
    for (int calls = random_.chance(300) ? 2 : 1; calls > 0; --calls) {
      if (!random_.chance(knobs_.calls_in)) continue;
      Fact fact{.verb = Verb::kCallIn, .caller = person};
      static constexpr How kAnchors[] = {How::kAt, How::kAfterRing, How::kAfterTalk};
      fact.how = kAnchors[random_.below(3)];
      fact.nth = fact.how == How::kAt ? 0 : 1 + random_.below(3);
      fact.at = fact.how == How::kAt ? asked + random_.between(0ms, 10min)
                                     : random_.between(0ms, random_.chance(500) ? 9s : 90s);
      fact.length = random_.between(1s, random_.chance(100) ? 2000s : 60s);
      fact.count = random_.chance(400) ? 1 + random_.below(4) : 0;
      if (fact.count == 4) fact.length = random_.between(500ms, 7s);
      add(fact);
    }
    const auto may = [&](int per_mille, How how) {
      if (!random_.chance(per_mille)) return;
      add({.verb = Verb::kApi,
           .how = how,
           .caller = person,
           .at = random_.chance(600) ? asked + random_.between(0ms, 3min) : moment()});
    };
    may(knobs_.opts_out, How::kOptOut);
    may(knobs_.opts_out / 4, How::kOptIn);
    may(knobs_.changes / 3, How::kNewNumber);
    may(knobs_.changes / 3, How::kNoConsent);
    may(knobs_.changes / 3, How::kConsent);
    may(knobs_.changes / 4, How::kClose);
    may(knobs_.changes / 4, How::kSkip);
    may(knobs_.changes / 2, How::kCancel);
    may(knobs_.changes / 2, How::kRetry);
    may(knobs_.changes / 3, How::kOnboard);
    if (!erasures_.chance(knobs_.erased)) return;
    const bool soon = erasures_.chance(600);
    const Millis most = soon ? Millis(10min) : knobs_.span + 2h;
    add({.verb = Verb::kApi,
         .how = How::kErase,
         .caller = person,
         .at = (soon ? asked : 0ms) + erasures_.between(1s, most)});
  }

  int anybody() { return 1 + random_.below(knobs_.people); }

  void faults() {
    for (int i = 0; i < knobs_.crashes; ++i) {
      add({.verb = Verb::kServer,
           .how = How::kDies,
           .at = moment() + 2s,
           .length = random_.chance(700) ? random_.between(1s, 20s) : random_.between(20s, 20min),
           .count = random_.below(40)});
    }
    for (int i = 0; i < knobs_.store_faults; ++i) {
      static constexpr How kWays[] = {How::kHeld, How::kDown, How::kFullAtWrite, How::kDoubtKept,
                                      How::kDoubtLost};
      add({.verb = Verb::kStore,
           .how = kWays[random_.below(5)],
           .at = moment() + 2s,
           .length = random_.between(100ms, 30s),
           .count = 1 + random_.below(8)});
    }
    for (int i = 0; i < knobs_.platform_faults; ++i) {
      static constexpr How kWays[] = {How::kLookUpsFail, How::kListsLate, How::kTakesNoDials,
                                      How::kSwallowsDials, How::kDropsOverrides};
      add({.verb = Verb::kPlatform,
           .how = kWays[random_.below(5)],
           .at = moment() + 2s,
           .length = random_.between(10s, random_.chance(300) ? 120min : 10min),
           .count = random_.below(knobs_.beyond_bounds ? 600 : 60)});
    }
    for (int i = 0; i < knobs_.clock_faults; ++i) {
      const Millis by = random_.between(-2h, 2h);
      add({.verb = Verb::kClock, .how = How::kJumps, .at = moment(), .length = by / 1000 * 1000});
    }
    for (int i = 0; i < knobs_.attacks; ++i) {
      static constexpr How kWays[] = {How::kForgedEvent, How::kForgedTool, How::kForgedCallIn,
                                      How::kStaleLie, How::kStaleLie};
      add({.verb = Verb::kAttack,
           .how = kWays[random_.below(5)],
           .caller = anybody(),
           .at = moment() + 2s});
    }
    if (knobs_.calls_in > 0 && random_.chance(500)) {
      add({.verb = Verb::kCallIn, .how = How::kAt, .nth = 1, .at = moment(), .length = 20s});
    }
    // A person comes in from time to time and lets go on what waits for one.
    if (random_.chance(700)) {
      add({.verb = Verb::kApi, .how = How::kResolve, .at = moment()});
    }
  }

  void failures() {
    for (int i = 0; i < knobs_.calls_failed; ++i) {
      add({.verb = Verb::kPlatform,
           .how = How::kFailsCalls,
           .at = machines_.between(2s, knobs_.span + 30min),
           .length = machines_.between(10s, machines_.chance(300) ? 120min : 10min)});
    }
  }

  void damages() {
    for (int i = 0; i < knobs_.damaged; ++i) {
      static constexpr int kWhich[] = {0, 0, 0, 1, 2, 3};
      const bool short_time = damages_.chance(600);
      add({.verb = Verb::kStore,
           .how = damages_.chance(700) ? How::kNonsense : How::kImmutable,
           .caller = 1 + damages_.below(knobs_.people),
           .at = damages_.between(2s, knobs_.span + 30min),
           .length = damages_.between(1s, short_time ? Millis(2min) : Millis(3h)),
           .count = kWhich[damages_.below(6)]});
    }
  }

  const Knobs& knobs_;
  Random random_;
  Random erasures_;  // by themselves: who is erased changes nothing else
  Random damages_;   // ... and which rows are damaged
  Random machines_;  // ... and where machines answer
  Random movings_;   // ... and who says that they live elsewhere
  std::vector<Home> homes_;
  const std::vector<std::string>& elsewhere_;
  Script script_;
};

}  // namespace

Script make_script(std::uint64_t seed, const Knobs& knobs,
                   const std::vector<std::string>& countries,
                   const std::vector<std::string>& elsewhere) {
  return Writer(seed, knobs, countries, elsewhere).write();
}

}  // namespace pl::sim
