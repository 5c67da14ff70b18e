#include "host/system_entropy.h"

#include <openssl/rand.h>

#include <bit>

#include "base/check.h"

namespace pl::host {

std::array<std::uint64_t, 2> SystemEntropy::draw() {
  std::array<unsigned char, 16> bytes{};
  const int drawn = RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  PL_CHECK(drawn == 1);
  return std::bit_cast<std::array<std::uint64_t, 2>>(bytes);
}

}  // namespace pl::host
