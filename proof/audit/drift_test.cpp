#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

// A call is found to have drifted; then somebody is dialled.
std::string dialled_after(bool told, bool resumed) {
  Story story;
  Commit found = story.blank("/elevenlabs/events");
  found.journal.push_back(about_call("call.drifted", "call_0"));
  if (told) found.attention.push_back({"att_1", "persona-drift", "line", true});
  story.tell(found);
  if (resumed) {
    Commit mended = story.blank("api resolve");
    mended.attention.push_back({"att_1", "", "", false});
    mended.journal.push_back({.kind = "dialer.resumed"});
    story.pass(1min).tell(mended);
  }
  story.pass(1min).plans("out_1", "check-in").dials("call_1", "out_1");
  return story.broken();
}

TEST(Drift, StopsTheDialsUntilSomebodyResumesThem) {
  EXPECT_EQ(dialled_after(true, true), "");
  EXPECT_EQ(dialled_after(true, false), "INV-33");
}

TEST(Drift, IsToldToAPerson) {
  EXPECT_EQ(dialled_after(false, true), "INV-33");
}

TEST(Drift, OfASecondCallIsCoveredByTheItemThatIsOpen) {
  Story story;
  Commit found = story.blank("/elevenlabs/events");
  found.journal.push_back(about_call("call.drifted", "call_0"));
  found.attention.push_back({"att_1", "persona-drift", "line", true});
  story.tell(found);
  Commit again = story.blank("/elevenlabs/events");
  again.journal.push_back(about_call("call.drifted", "call_1"));
  story.tell(again);
  EXPECT_EQ(story.broken(), "");
}

}  // namespace
}  // namespace pl::audit
