// Whether the demo's story came true: judged by the sandbox's ledger and the API, not by the
// journal lines it printed.
#pragma once

#include <string>
#include <vector>

#include "app/demo_story.h"

namespace pl::app {

struct Role {
  std::string name;
  std::string occupation;
  std::vector<std::string> behaviours;  // one a ring
  std::string number;
  std::string id;  // the caller's
};

struct Cast {
  Role mila{"Mila", "marine biologist", {"answer", "busy", "answer"}, {}, {}};
  Role leo{"Leo", "night baker", {"answer", "busy"}, {}, {}};
  std::string stranger;  // a number
  std::vector<wire::Json> journal;
};

Result<std::vector<Expectation>> check_story(Stage& stage, const Cast& people);

}  // namespace pl::app
