#include "core/gate.h"

#include <gtest/gtest.h>

#include <functional>

#include "../../tests/support/sample_line.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;
using pl::testing::kSampleNow;
using pl::testing::sample_caller;
using pl::testing::sample_line;

// Everything the gate looks at, and all of it well.
struct Situation {
  CallingPolicy policy = sample_line().calling;
  Caller caller = sample_caller();
  GateFacts facts;
  Urgency urgency = Urgency::kPromised;
  UtcTime now = kSampleNow;  // noon in Zurich

  Situation() { facts.zones = {{{kSampleNow - 24h, kSampleNow + 48h, 60min}}}; }

  GateAnswer ask() {
    GateFacts asked = facts;
    if (!erased) asked.caller = &caller;
    return dial_gate(policy, asked, urgency, now);
  }
  bool erased = false;
};

// "never: the caller opted out"
std::string say(const GateAnswer& answer) {
  struct Speaker {
    std::string operator()(const GateOpen&) const { return "open"; }
    std::string operator()(const GateWait& wait) const {
      return "wait " + format_duration(wait.until - kSampleNow) + ": " + wait.why;
    }
    std::string operator()(const GateBusy& busy) const { return "busy: " + busy.why; }
    std::string operator()(const GateNever& never) const { return "never: " + never.why; }
  };
  return std::visit(Speaker{}, answer);
}

using Spoil = std::function<void(Situation&)>;

std::vector<UtcTime> dials(std::initializer_list<Millis> ago) {
  std::vector<UtcTime> at;
  for (const Millis length : ago) at.push_back(kSampleNow - length);
  return at;
}

struct Refusal {
  Spoil spoil;
  const char* said;
};

// In the order in which the gate gives them.
std::vector<Refusal> refusals() {
  const auto ten = dials({59min, 50min, 40min, 30min, 20min, 19min, 18min, 17min, 16min, 15min});
  return {
      {[](Situation& s) { s.erased = true; }, "never: the caller was erased"},
      {[](Situation& s) { s.caller.opted_out_at = kSampleNow; }, "never: the caller opted out"},
      {[](Situation& s) { s.caller.stage = Stage::kClosed; }, "never: the account is closed"},
      {[](Situation& s) { s.caller.consent.voice = false; }, "never: no consent to voice calls"},
      {[](Situation& s) { s.caller.number.number_class = NumberClass::kPremium; },
       "never: premium-rate numbers are not dialled"},
      {[](Situation& s) { s.facts.zones.clear(); },
       "never: no time zone is known; give the caller one"},
      {[](Situation& s) { s.facts.tools_resolved = false; },
       "busy: the scene's tools are not known to the platform yet"},
      {[](Situation& s) { s.policy.opens = 13h; }, "wait 1h: outside the calling window"},
      {[ten](Situation& s) { s.facts.number_dials = ten; },
       "wait 1m: the number's hourly budget is used up"},
      {[](Situation& s) { s.facts.live_call_on_number = true; },
       "busy: a call with this number is live"},
      {[](Situation& s) { s.facts.other_dial_open = true; },
       "busy: another outreach to this caller is under way"},
      {[](Situation& s) { s.facts.live_calls_on_line = 4; }, "busy: no free slot"},
      {[](Situation& s) { s.facts.line_dials = dials({400ms}); }, "wait 600ms: the line's pace"},
  };
}

TEST(DialGate, IsOpenWhenNothingSpeaksAgainstIt) {
  EXPECT_EQ(say(Situation().ask()), "open");
}

TEST(DialGate, EachRefusalSaysWhy) {
  for (const Refusal& refusal : refusals()) {
    SCOPED_TRACE(refusal.said);
    Situation s;
    refusal.spoil(s);
    EXPECT_EQ(say(s.ask()), refusal.said);
  }
}

TEST(DialGate, OfTwoRefusalsTheMoreLastingIsGiven) {
  const auto all = refusals();
  for (std::size_t first = 0; first < all.size(); ++first) {
    for (std::size_t second = first + 1; second < all.size(); ++second) {
      SCOPED_TRACE(std::string(all[first].said) + " before " + all[second].said);
      Situation s;
      all[second].spoil(s);
      all[first].spoil(s);
      EXPECT_EQ(say(s.ask()), all[first].said);
    }
  }
}

TEST(DialGate, DialsANumberOfAnUnknownAreaOnceADayUnlessTheLineRefusesThose) {
  Situation s;
  s.caller.number.region.clear();
  s.facts.countries = {"US", "CH"};
  EXPECT_EQ(say(s.ask()), "open");
  s.facts.number_dials = dials({23h});
  EXPECT_EQ(say(s.ask()), "wait 1h: the number's daily budget is used up");
  s.facts.number_dials.clear();
  s.policy.unknown_area_codes = UnknownAreas::kRefuse;
  EXPECT_EQ(say(s.ask()),
            "never: the number's area code is not known here, and calling.unknown_area_codes says "
            "refuse");
  s.caller.number.region = "CH";
  EXPECT_EQ(say(s.ask()), "open");
}

TEST(DialGate, DialsOrdinaryNumbersOfTheLinesCountriesOnly) {
  struct Case {
    NumberClass kind;
    const char* region;
    const char* said;
  };
  const Case cases[] = {
      {NumberClass::kOrdinary, "CH", "open"},
      {NumberClass::kOrdinary, "US", "open"},
      {NumberClass::kOrdinary, "FR", "never: country FR is not among the line's calling.countries"},
      {NumberClass::kOrdinary, "",
       "never: country (none) is not among the line's calling.countries"},
      {NumberClass::kOrdinary, "ch", "never: country ch is not among the line's calling.countries"},
      {NumberClass::kPremium, "CH", "never: premium-rate numbers are not dialled"},
      {NumberClass::kEmergency, "CH", "never: emergency numbers are not dialled"},
      {NumberClass::kShort, "CH", "never: short codes are not dialled"},
      {NumberClass::kSatellite, "", "never: satellite numbers are not dialled"},
      {NumberClass::kImpossible, "CH", "never: no such number can exist"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.said);
    Situation s;
    s.caller.number.number_class = c.kind;
    s.caller.number.region = c.region;
    EXPECT_EQ(say(s.ask()), c.said);
  }
}

TEST(DialGate, BudgetsCountTheDialsOfTheHourAndTheDayBefore) {
  struct Case {
    const char* name;
    int hour;
    int day;
    std::vector<UtcTime> number_dials;
    const char* said;
  };
  const Case cases[] = {
      {"none yet", 1, 1, {}, "open"},
      {"one below the hour's", 2, 9, dials({30min}), "open"},
      {"the hour's", 2, 9, dials({50min, 30min}),
       "wait 10m: the number's hourly budget is used up"},
      {"more than the hour's", 2, 9, dials({50min, 30min, 20min}),
       "wait 30m: the number's hourly budget is used up"},
      {"one hour ago counts no more", 2, 9, dials({1h, 30min}), "open"},
      {"almost one hour ago does", 2, 9, dials({1h - 1ms, 30min}),
       "wait 1ms: the number's hourly budget is used up"},
      {"the day's", 2, 3, dials({23h, 22h, 21h}), "wait 1h: the number's daily budget is used up"},
      {"more than the day's", 2, 3, dials({23h, 22h, 21h, 20h}),
       "wait 2h: the number's daily budget is used up"},
      {"a day ago counts no more", 2, 3, dials({24h, 22h, 21h}), "open"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    Situation s;
    s.policy.per_number_hour = c.hour;
    s.policy.per_number_day = c.day;
    s.facts.number_dials = c.number_dials;
    EXPECT_EQ(say(s.ask()), c.said);
  }
}

TEST(DialGate, TheInstantItNamesIsIndeedFree) {
  Situation s;
  s.policy.per_number_hour = 2;
  s.facts.number_dials = dials({50min, 30min, 20min});
  const auto wait = std::get<GateWait>(s.ask());
  s.now = wait.until - 1ms;
  EXPECT_TRUE(std::holds_alternative<GateWait>(s.ask()));
  s.now = wait.until;
  EXPECT_EQ(say(s.ask()), "open");
}

TEST(DialGate, ANewOnboardingLeavesOneSlotFree) {
  struct Case {
    int simultaneous;
    int live;
    const char* promised;
    const char* onboarding;
  };
  const Case cases[] = {
      {1, 0, "open", "open"},
      {1, 1, "busy: no free slot", "busy: no free slot"},
      {2, 0, "open", "open"},
      {2, 1, "open", "busy: no free slot"},
      {2, 2, "busy: no free slot", "busy: no free slot"},
      {4, 2, "open", "open"},
      {4, 3, "open", "busy: no free slot"},
      {4, 9, "busy: no free slot", "busy: no free slot"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(std::to_string(c.live) + " of " + std::to_string(c.simultaneous));
    Situation s;
    s.policy.simultaneous = c.simultaneous;
    s.facts.live_calls_on_line = c.live;
    EXPECT_EQ(say(s.ask()), c.promised);
    s.urgency = Urgency::kOnboarding;
    EXPECT_EQ(say(s.ask()), c.onboarding);
  }
}

TEST(DialGate, ThePaceIsOfTheLastSecond) {
  Situation s;
  s.policy.per_second = 2;
  s.facts.line_dials = dials({900ms});
  EXPECT_EQ(say(s.ask()), "open");
  s.facts.line_dials = dials({900ms, 100ms});
  EXPECT_EQ(say(s.ask()), "wait 100ms: the line's pace");
  s.facts.line_dials = dials({1s, 100ms});
  EXPECT_EQ(say(s.ask()), "open");
}

TEST(DialGate, AWindowThatNeverOpensIsARefusal) {
  Situation s;
  s.facts.zones = {{}};
  EXPECT_EQ(say(s.ask()), "never: the calling window does not open within two days");
  // Noon in Zurich and midnight in Auckland share no hour between eight and nine.
  s.facts.zones = {{{kSampleNow, kSampleNow + 48h, 60min}}, {{kSampleNow, kSampleNow + 48h, 13h}}};
  s.policy.opens = 8h;
  s.policy.closes = 9h;
  EXPECT_EQ(say(s.ask()), "never: the calling window does not open within two days");
}

}  // namespace
}  // namespace pl::core
