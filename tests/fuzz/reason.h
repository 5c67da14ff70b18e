// What may be logged of what somebody else said.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/check.h"

namespace pl::fuzz {

// One printable line without anything that reads like a phone number. `allowed` is what our own
// words add to the 200 bytes of safe_reason().
inline void check_reason(std::string_view why, std::size_t allowed = 100) {
  PL_CHECK(why.size() <= 200 + allowed);
  int digits = 0;
  for (const char c : why) {
    PL_CHECK(c >= 0x20 && c < 0x7f);
    if (c >= '0' && c <= '9') {
      PL_CHECK(++digits < 7);
    } else if (std::string_view(" -./()").find(c) == std::string_view::npos) {
      digits = 0;
    }
  }
}

}  // namespace pl::fuzz
