// The line that the demo plays, and what its story takes from it: the story is the same for every
// line, its plans, names, numbers and words are the line's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "core/line.h"

namespace pl::app {

struct DemoLine {
  std::string folder;
  core::Line line;
  std::map<std::string, std::string> environment;  // something for each variable that it names

  const core::Plan& onboarding() const;
  const core::Plan& handover() const;  // what starts when an onboarding is complete
};

// kInvalid says what is wrong with the line, or what it lacks for the story: an onboarding, a
// hand-over with a retry that ends in a text, a country that the demo has numbers of.
Result<DemoLine> load_demo_line(const std::string& folder);

// The fictional number of person `nth`, 1 to 9, in a country that the line calls.
std::string demo_number(const core::Line& line, int nth);

// "Meta-Nikita" of "meta-nikita".
std::string shown_name(const std::string& persona);
const std::string& persona_of(const core::Line& line, const core::Plan& plan);

// "5 s", "5, 15 and 45 s"
std::string shown_seconds(const std::vector<Millis>& lengths);

}  // namespace pl::app
