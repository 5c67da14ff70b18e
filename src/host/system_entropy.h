#pragma once

#include "ports/entropy.h"

namespace pl::host {

// The generator of OpenSSL, seeded by the kernel. Stops the program when it has no randomness: an
// id that can be guessed or repeated is worse than no answer.
class SystemEntropy : public ports::Entropy {
 public:
  std::array<std::uint64_t, 2> draw() override;
};

}  // namespace pl::host
