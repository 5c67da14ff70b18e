// Each rule speaks where the numbers support it, and is silent where they just do not.
#include "sim/report/findings.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace pl::sim::report {
namespace {

using namespace std::chrono_literals;
using Change = std::function<void(Summary&)>;

// A thousand callers of whom there is nothing to say.
Summary unremarkable() {
  Summary summary;
  summary.line = "desk";
  summary.seed = 7;
  summary.callers.total = 1000;
  summary.plans = {
      {.name = "onboarding",
       .kind = PlanKind::kOnboarding,
       .ends = {.total = 1000},
       .deadline = 4h},
      {.name = "handoff", .kind = PlanKind::kHandover, .ends = {.total = 800}, .deadline = 10min}};
  summary.plans[1].ends.failed = 1;
  summary.plans[1].ends.failed_why = {{"busy; no text channel", 1}};
  summary.plans[1].dials = 1200;
  summary.plans[1].retries = 2;
  summary.dials.total = 3000;
  summary.dials.handover_tries = {{800, 500}, {200, 60}, {100, 20}};
  summary.load.simultaneous = 40;
  summary.load.live_peak = 30;
  summary.pace = {.second = 5, .per_second = 5};
  return summary;
}

PlanSummary& onboarding(Summary& summary) {
  return summary.plans[0];
}
PlanSummary& handoff(Summary& summary) {
  return summary.plans[1];
}

std::set<std::string> rules_of(const Summary& summary) {
  std::set<std::string> rules;
  for (const Finding& finding : findings(summary)) rules.insert(finding.rule);
  return rules;
}

struct Case {
  const char* rule;
  Change enough;
  Change too_little;
  const char* says;
  const char* todo;
};

const Case kCases[] = {
    {"promises-broken", [](Summary& s) { s.violations = {"INV-01: a double ring"}; },
     [](Summary&) {}, "1 promise of Party Line broke.",
     "This is a bug of the program and not of your line: please report it with seed 7."},
    {"outside-hours", [](Summary& s) { s.hours.outside = 2; }, [](Summary&) {},
     "2 dials rang outside of the line's hours.",
     "This is a bug of the program: please report it with seed 7."},
    {"handovers-starved", [](Summary& s) { handoff(s).starved = 96; },
     [](Summary& s) { handoff(s).starved = 7; },
     "12 % of `handoff` met the deadline before a slot was free.",
     "Raise calling.simultaneous (40) or the plan's deadline (10m)."},
    {"onboardings-starved", [](Summary& s) { onboarding(s).starved = 10; },
     [](Summary& s) { onboarding(s).starved = 9; },
     "1.0 % of `onboarding` met the deadline before a slot was free.",
     "Raise calling.simultaneous (40), ask for fewer onboardings at a time, or raise the plan's "
     "deadline (4h)."},
    {"queue-for-slots",
     [](Summary& s) {
       s.load.longest = 90min;
       s.load.due_peak = 412;
       s.load.minutes_queued = 100;
       s.load.minutes_queued_full = 50;
     },
     [](Summary& s) {
       s.load.longest = 29min;
       s.load.due_peak = 412;
       s.load.minutes_queued = s.load.minutes_queued_full = 29;
     },
     "Calls queued for 1 h 30 min at a stretch, 412 of them at the worst, and mostly because all "
     "slots were taken.",
     "Raise calling.simultaneous (40) as far as your plan at the platform allows, or spread the "
     "requests over the day."},
    {"queue-for-pace",
     [](Summary& s) {
       s.load.longest = 30min;
       s.load.due_peak = 10;
       s.load.minutes_queued = 100;
       s.load.minutes_queued_full = 49;
       s.pace.minute = 270;
     },
     [](Summary& s) {
       s.load.longest = 30min;
       s.load.due_peak = 10;
       s.load.minutes_queued = 100;
       s.pace.minute = 269;
     },
     "Calls queued for 30 min at a stretch, 10 of them at the worst, while slots were free: it was "
     "the pace.",
     "Raise calling.per_second (5) if your telephone account allows."},
    {"callbacks-late", [](Summary& s) { s.callback.ring = {.count = 20, .p50 = 7s, .p95 = 60s}; },
     [](Summary& s) { s.callback.ring = {.count = 19, .p50 = 7s, .p95 = 60s}; },
     "One callback in twenty rang 1 min or more after the onboarding call.",
     "A promised callback is best while it is expected; see the queue for what was in its way."},
    {"handovers-lost",
     [](Summary& s) {
       handoff(s).ends.failed = 8;
       handoff(s).ends.failed_why = {{"busy; no text channel", 5}, {"busy", 3}};
     },
     [](Summary& s) { handoff(s).ends.failed = 7; },
     "1.0 % of the hand-overs ended with neither a call nor a text, most often: busy; no text "
     "channel.",
     "Ask for consent to texts and for a channel when people sign up."},
    {"deadline-cuts-retries", [](Summary& s) { handoff(s).cut_short = 80; },
     [](Summary& s) { handoff(s).cut_short = 79; },
     "10 % of `handoff` ended with retries left that the deadline did not allow.",
     "Raise its deadline (10m) or shorten `retry`."},
    {"deadline-cuts-retries",
     [](Summary& s) {
       handoff(s).cut_short = 1;
       onboarding(s).cut_short = 200;
     },
     [](Summary& s) { onboarding(s).cut_short = 99; },
     "20 % of `onboarding` ended with retries left that the deadline did not allow.",
     "Raise its deadline (4h) or shorten `retry`."},
    {"more-retries",
     [](Summary& s) {
       handoff(s).used_up = 40;
       s.dials.handover_tries[2].answered = 25;
     },
     [](Summary& s) {
       handoff(s).used_up = 39;
       s.dials.handover_tries[2].answered = 25;
     },
     "25 % of the last retries of hand-overs were still answered, and 5.0 % of `handoff` had none "
     "left.",
     "One more entry in `retry` would reach some of them."},
    {"idle-retry", [](Summary& s) { s.dials.handover_tries[2].answered = 4; },
     [](Summary& s) {
       s.dials.handover_tries[2] = {39, 0};
     },
     "Only 4.0 % of the 100 last retries of hand-overs were answered.",
     "They could be left out, or come later."},
    {"onboardings-incomplete", [](Summary& s) { onboarding(s).incomplete = 50; },
     [](Summary& s) { onboarding(s).incomplete = 49; },
     "5.0 % of `onboarding` were answered and never completed.",
     "Ask for fewer required fields, or allow another retry."},
    {"mailboxes",
     [](Summary& s) {
       s.dials.verdicts = {{"answered", 2250}, {"voicemail", 750}};
       s.spend.mailboxes = 3h;
     },
     [](Summary& s) {
       s.dials.verdicts = {{"answered", 2251}, {"voicemail", 749}};
     },
     "25 % of the dials met a mailbox.", "Their 3 h are part of the spend."},
    {"texts-unconfirmed",
     [](Summary& s) { s.texts = {.sent = 95, .unconfirmed = 3, .refused = 2}; },
     [](Summary& s) { s.texts = {.sent = 96, .unconfirmed = 4}; },
     "5.0 % of the texts were refused or may not have arrived.",
     "Each of them raises an attention item."},
    {"still-open", [](Summary& s) { onboarding(s).ends.open = 1; }, [](Summary&) {},
     "1 outreach was still open at the end.", "They are counted as open and not as lost."},
    {"slots-unused", [](Summary& s) { s.load.live_peak = 20; },
     [](Summary& s) { s.load.live_peak = 21; },
     "Never more than 20 of 40 simultaneous calls were live.",
     "A smaller plan at the platform would do for this many callers."},
    {"callbacks-prompt",
     [](Summary& s) { s.callback.ring = {.count = 20, .p50 = 6200ms, .p95 = 41s}; },
     [](Summary& s) { s.callback.ring = {.count = 19, .p50 = 6200ms, .p95 = 41s}; },
     "Half of the callbacks rang within 6.2 s of the onboarding call, 95 % within 41 s.", ""},
    {"nobody-lost",
     [](Summary& s) {
       handoff(s).ends.failed = 0;
       handoff(s).ends.cancelled = 3;
     },
     [](Summary& s) {
       handoff(s).ends.failed = 0;
       handoff(s).ends.open = 1;
     },
     "Every hand-over ended in a conversation or a text, but for 3 that were withdrawn.", ""},
};

TEST(Findings, AreNoneWhereNothingStandsOut) {
  EXPECT_EQ(rules_of(unremarkable()), std::set<std::string>());
  EXPECT_EQ(rules_of(Summary()), std::set<std::string>());
}

TEST(Findings, SpeakExactlyWhereTheNumbersSupportThem) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.rule);
    Summary summary = unremarkable();
    c.enough(summary);
    const auto found = findings(summary);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule, c.rule);
    EXPECT_EQ(found[0].says, c.says);
    EXPECT_EQ(found[0].todo, c.todo);

    Summary less = unremarkable();
    c.too_little(less);
    EXPECT_FALSE(rules_of(less).contains(c.rule));
  }
}

TEST(Findings, PutTheWeightiestFirst) {
  Summary summary = unremarkable();
  for (const Case& c : kCases) c.enough(summary);
  const auto found = findings(summary);
  EXPECT_EQ(found.front().rule, "promises-broken");
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_LE(found[i - 1].weight, found[i].weight);
}

}  // namespace
}  // namespace pl::sim::report
