// What shall go wrong next, on request. Each fault is used up by the requests that it hits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace pl::sandbox {

struct Fault {
  std::string target;
  std::string kind;
  int left = 1;
  Millis delay{0};                 // hold_reply, late, lag, delay
  int status = 500;                // refuse
  std::optional<int> retry_after;  // refuse, in seconds
  std::string code;                // refuse: which of the errors of that status; empty: the usual
};

class Faults {
 public:
  // kInvalid when the target does not exist or cannot go wrong in this way.
  Result<void> add(Fault fault);

  // The oldest fault of this target, one use of it taken.
  std::optional<Fault> take(std::string_view target);

  const std::vector<Fault>& open() const { return open_; }

 private:
  std::vector<Fault> open_;
};

}  // namespace pl::sandbox
