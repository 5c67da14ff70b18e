#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

// From 10:00 in Zurich.
std::string dialled_after(Millis time, const std::function<void(CallerRow&)>& edit = {},
                          Millis clock_is_off = 0ms) {
  Story story;
  if (edit) story.changes("clr_1", edit);
  story.clock_is_off = clock_is_off;
  story.pass(time).plans("out_1", "check-in").dials("call_1", "out_1");
  return story.broken();
}

TEST(TheCallingWindow, IsOnTheClockOfTheCaller) {
  EXPECT_EQ(dialled_after(11h - 1ms), "");
  EXPECT_EQ(dialled_after(11h), "INV-07");
  EXPECT_EQ(dialled_after(22h - 1ms), "INV-07");
  EXPECT_EQ(dialled_after(22h), "");
}

TEST(TheCallingWindow, IsReadFromTheServersClock) {
  EXPECT_EQ(dialled_after(10h, {}, 1h), "INV-07");
  EXPECT_EQ(dialled_after(12h, {}, -2h), "");
}

TEST(TheCallingWindow, IsOpenInEveryZoneTheCallerMayBeIn) {
  const auto american = [](CallerRow& row) {
    row.country = "US";
    row.timezone.reset();
  };
  EXPECT_EQ(dialled_after(0ms, american), "INV-07");  // 05:00 in New York
  EXPECT_EQ(dialled_after(8h, american), "INV-07");   // 13:00 there, 07:00 in Honolulu
  EXPECT_EQ(dialled_after(10h, american), "");        // 15:00 and 09:00
  EXPECT_EQ(dialled_after(16h, american), "INV-07");  // 21:00 and 15:00
}

TEST(TheCallingWindow, DoesNotBelieveZonesThatNobodyLivesIn) {
  for (const char* zone : {"UTC", "EST", "Etc/GMT+5", "PST8PDT"}) {
    SCOPED_TRACE(zone);
    const auto american = [zone](CallerRow& row) {
      row.country = "US";
      row.timezone = zone;
    };
    EXPECT_EQ(dialled_after(0ms, american), "INV-07");
    EXPECT_EQ(dialled_after(8h, american), "INV-07");
    EXPECT_EQ(dialled_after(10h, american), "");
    EXPECT_EQ(dialled_after(16h, american), "INV-07");
  }
}

TEST(TheCallingWindow, IsThatOfEveryCountryWhereTheAreaIsNotKnown) {
  const auto somewhere = [](CallerRow& row) {
    row.number = "+13245550123";
    row.country.clear();
    row.timezone.reset();
  };
  EXPECT_EQ(dialled_after(8h, somewhere), "INV-07");  // 07:00 in Honolulu
  EXPECT_EQ(dialled_after(10h, somewhere), "");
}

TEST(TheCallingWindow, IsNeverOpenWhereNobodyKnowsTheTime) {
  EXPECT_EQ(dialled_after(0ms, [](CallerRow& row) { row.timezone = "Mars/Olympus"; }), "INV-07");
}

// A text at night, `after` a call that ended so at 20:59:59.
std::string texted_at_night(LegEnd end, Millis after, const char* verdict = "answered",
                            Millis seen_late = 0ms) {
  Story story;
  story.pass(10h + 50min).plans("out_1", "onboarding").dials("call_1", "out_1").posts("call_1");
  story.placed("call_1").rings("call_1").pass(9min + 59s).hangs_up("call_1", end);
  story.pass(seen_late).judged("call_1", verdict, "texting");
  story.pass(after).texts("txt_1", "out_1");
  return story.broken();
}

TEST(AText, KeepsToTheWindowUnlessThePersonHasJustSpoken) {
  EXPECT_EQ(texted_at_night(LegEnd::kPerson, 15min), "");
  EXPECT_EQ(texted_at_night(LegEnd::kPerson, 15min + 2s), "INV-07");
  EXPECT_EQ(texted_at_night(LegEnd::kSilent, 5min, "brief"), "INV-07");
  EXPECT_EQ(texted_at_night(LegEnd::kBusy, 5min, "busy"), "INV-07");
}

TEST(AText, MayFollowAnEndThatWasSeenLate) {
  EXPECT_EQ(texted_at_night(LegEnd::kPerson, 1min, "answered", 1h), "");
}

}  // namespace
}  // namespace pl::audit
