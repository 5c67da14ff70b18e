#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string_view>

namespace pl::wire {

using Digest = std::array<std::uint8_t, 32>;

// HMAC-SHA256 (RFC 2104) over parts that come one after the other.
class Hmac {
 public:
  explicit Hmac(std::string_view key);
  Hmac(Hmac&&) noexcept;
  ~Hmac();

  void take(std::string_view part);
  Digest finish();  // once; nothing is taken after it

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

// The same over the parts, with nothing in between.
Digest hmac_sha256(std::string_view key, std::initializer_list<std::string_view> parts);

// Takes equally long wherever the two differ.
bool same_digest(const Digest& a, const Digest& b);

}  // namespace pl::wire
