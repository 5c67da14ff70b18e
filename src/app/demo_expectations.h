// Whether the demo's story came true: judged by the sandbox's ledger and the API, not by the
// journal lines it printed.
#pragma once

#include <string>
#include <vector>

#include "app/demo_story.h"

namespace pl::app {

struct Role {
  std::string name;
  std::string number;
  std::string occupation;
  std::vector<std::string> behaviours;  // one a ring
};

inline const Role kMila{"Mila", "+41780000011", "marine biologist", {"answer", "busy", "answer"}};
inline const Role kLeo{"Leo", "+41780000012", "night baker", {"answer", "busy"}};

struct Cast {
  std::string mila;  // caller ids
  std::string leo;
  std::vector<wire::Json> journal;
};

Result<std::vector<Expectation>> check_story(Stage& stage, const Cast& people);

}  // namespace pl::app
