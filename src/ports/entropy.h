#pragma once

#include <array>
#include <cstdint>

namespace pl::ports {

class Entropy {
 public:
  virtual ~Entropy() = default;
  // 128 bits that nobody can guess. From any thread.
  virtual std::array<std::uint64_t, 2> draw() = 0;
};

}  // namespace pl::ports
