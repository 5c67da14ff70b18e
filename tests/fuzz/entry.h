// A fuzz target is one function, try_bytes(), which is given bytes as a stranger could send them.
// What must hold of them it holds with PL_CHECK; libFuzzer keeps the bytes that stop the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"

namespace pl::fuzz {

// Each target defines it.
void try_bytes(std::string_view bytes);

// The front of `rest` up to `mark`, or all of it; what is taken goes from `rest`, the mark too.
inline std::string_view take_until(std::string_view& rest, std::string_view mark) {
  const std::string_view taken = rest.substr(0, rest.find(mark));
  rest.remove_prefix(taken.size());
  if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
  return taken;
}

}  // namespace pl::fuzz
