// The story that the demo plays, and what must come true in it.
#pragma once

#include <string>
#include <vector>

#include "app/demo_stage.h"
#include "app/timeline.h"

namespace pl::app {

inline constexpr std::int64_t kDemoChat = 4242;

struct Expectation {
  std::string what;
  bool held = false;
  std::string instead;  // what was seen, where it did not hold
};

// A time zone in which it is midday now, so that the demo works at any hour.
Result<std::string> midday_zone();

// How long it may take at most: the hand-over's retries have their real delays.
Millis longest_story(const DemoLine& line);

// Plays it in real time. An error is the stage's trouble, not a
// broken expectation.
Result<std::vector<Expectation>> play_story(Stage& stage, Timeline& timeline);

}  // namespace pl::app
