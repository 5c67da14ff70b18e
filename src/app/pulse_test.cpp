#include "app/pulse.h"

#include <gtest/gtest.h>

namespace pl::app {
namespace {

using namespace std::chrono_literals;

struct PulseTest : ::testing::Test {
  Pulse::TimePoint now{1000h};
  Pulse pulse{[this] { return now; }};
};

TEST_F(PulseTest, IsReadyFromACommitUntilFiveSecondsAfterIt) {
  EXPECT_FALSE(pulse.health().ready);
  EXPECT_EQ(pulse.health().lines.front(), "store: has kept nothing yet");
  pulse.written();
  EXPECT_TRUE(pulse.health().ready);
  now += 5s;
  EXPECT_TRUE(pulse.health().ready);
  EXPECT_EQ(pulse.health().lines.front(), "store: kept something 5.0 s ago");
  now += 1ms;
  EXPECT_FALSE(pulse.health().ready);
  pulse.written();
  EXPECT_TRUE(pulse.health().ready);
}

TEST_F(PulseTest, IsReadyWhateverThePumpDoes) {
  now += 1h;
  pulse.written();
  EXPECT_FALSE(pulse.health().turns);
  EXPECT_TRUE(pulse.health().ready);
}

TEST_F(PulseTest, IsNotReadyWhileItStops) {
  pulse.written();
  EXPECT_EQ(pulse.health().lines.back(), "stopping: no");
  pulse.drain();
  pulse.written();
  EXPECT_FALSE(pulse.health().ready);
  EXPECT_TRUE(pulse.health().turns);
  EXPECT_EQ(pulse.health().lines.back(), "stopping: yes");
}

TEST_F(PulseTest, TurnsUntilNoPumpHasEndedForAMinute) {
  EXPECT_TRUE(pulse.health().turns);
  now += 1h;
  pulse.pumped();
  now += 60s - 1ms;
  pulse.written();
  EXPECT_TRUE(pulse.health().turns);
  now += 1ms;
  EXPECT_FALSE(pulse.health().turns);
  EXPECT_EQ(pulse.health().lines[1], "due: looked at 60.0 s ago");
  pulse.pumped();
  EXPECT_TRUE(pulse.health().turns);
}

TEST_F(PulseTest, LooksEverySecondAndSoonerForWhatIsPlannedOrWritten) {
  pulse.look();
  EXPECT_EQ(pulse.next_look(), now + 1s);
  pulse.plan(1h);
  EXPECT_EQ(pulse.next_look(), now + 1s);
  pulse.plan(700ms);
  EXPECT_EQ(pulse.next_look(), now + 700ms);
  now += 300ms;
  pulse.written();
  EXPECT_EQ(pulse.next_look(), now);
  pulse.sleep({});  // returns: it is time
  pulse.look();
  EXPECT_EQ(pulse.next_look(), now + 1s);
}

TEST_F(PulseTest, KeepsATenthOfASecondBetweenTwoLooks) {
  pulse.look();
  now += 30ms;
  pulse.written();
  EXPECT_EQ(pulse.next_look(), now + 70ms);
  pulse.plan(0ms);
  EXPECT_EQ(pulse.next_look(), now + 70ms);
}

}  // namespace
}  // namespace pl::app
