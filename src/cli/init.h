// partyline init: writes a new line folder.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace pl::cli {

struct InitSurroundings {
  std::function<void(std::string_view)> out;
  std::function<void(std::string_view)> err;
};

// Writes the starter line into `folder`, which must be missing or empty: nothing is written over.
// kDone, or kRefused with the reason on `err`.
int init(const std::string& folder, const InitSurroundings& around);

}  // namespace pl::cli
