// partyline check: says everything that is wrong with a line folder.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace pl::cli {

struct CheckOptions {
  std::vector<std::string> folders;
  bool json = false;
};

// 0 when every folder is a good line, 1 when one is not. Variables that the environment lacks are
// taken as set, so that a line can be checked where its secrets are not.
int check(const CheckOptions& options, const std::function<bool(std::string_view)>& is_zone);

}  // namespace pl::cli
