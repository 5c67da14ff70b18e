// partyline check: says everything that is wrong with a line folder.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/profile.h"

namespace pl::cli {

struct CheckOptions {
  std::vector<std::string> folders;
  bool json = false;
};

// What it looks at beside the folders, and where it speaks.
struct CheckSurroundings {
  core::FindZone find_zone;
  std::function<std::optional<std::string>(const std::string& name)> environment;
  std::function<void(std::string_view)> out;  // what is wrong, and what is good
  std::function<void(std::string_view)> err;  // hints
};

// 0 when every folder is a good line, 1 when one is not. Variables that the environment lacks are
// taken as set, so that a line can be checked where its secrets are not; a good line is told which
// those are, and which scenes may be left without words of their own.
int check(const CheckOptions& options, const CheckSurroundings& around);

}  // namespace pl::cli
