#include "base/id.h"

namespace pl::id_text {
namespace {
constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";  // no i, l, o, u
}  // namespace

std::array<char, kDigits> digits(UtcTime now, const std::array<std::uint64_t, 2>& random) {
  const auto ms = static_cast<std::uint64_t>(now.time_since_epoch().count()) & 0xffff'ffff'ffffU;
  std::uint64_t high = (ms << 16U) | (random[0] & 0xffffU);
  std::uint64_t low = random[1];
  std::array<char, kDigits> made{};
  for (std::size_t i = kDigits; i-- > 0;) {
    made[i] = kAlphabet[low & 31U];
    low = (low >> 5U) | (high << 59U);
    high >>= 5U;
  }
  return made;
}

std::string make(std::string_view prefix, UtcTime now, const std::array<std::uint64_t, 2>& random) {
  const auto made = digits(now, random);
  return std::string(prefix).append(made.data(), made.size());
}

bool is_well_formed(std::string_view prefix, std::string_view text) {
  return text.size() == prefix.size() + kDigits && text.starts_with(prefix) &&
         text.find_first_not_of(kAlphabet, prefix.size()) == std::string_view::npos;
}

}  // namespace pl::id_text
