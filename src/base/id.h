// Ids that cannot be mixed up: one type a thing, made from time and randomness, readable by people.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/time.h"

namespace pl {

namespace id_text {
inline constexpr std::size_t kDigits = 26;
// 26 lower-case base-32 digits: 48 bits of time, 80 bits of randomness. Later ids sort after
// earlier ones, so that they append to a database index instead of scattering in it.
std::array<char, kDigits> digits(UtcTime now, const std::array<std::uint64_t, 2>& random);
std::string make(std::string_view prefix, UtcTime now, const std::array<std::uint64_t, 2>& random);
bool is_well_formed(std::string_view prefix, std::string_view text);
}  // namespace id_text

// Kind supplies `static constexpr std::string_view prefix`, such as "call_". The text lies in the
// id itself: rows hold many ids, and copying one must not allocate.
template <class Kind>
class Id {
 public:
  static Id make(UtcTime now, const std::array<std::uint64_t, 2>& random) {
    const auto digits = id_text::digits(now, random);
    return Id(std::string_view(digits.data(), digits.size()));
  }
  // Empty when the text is not an id of this kind; safe on hostile input of any length.
  static std::optional<Id> parse(std::string_view text) {
    if (!id_text::is_well_formed(Kind::prefix, text)) return std::nullopt;
    return Id(text.substr(Kind::prefix.size()));
  }
  std::string text() const { return std::string(view()); }
  // Of this very id: it lives as long.
  std::string_view view() const { return {text_.data(), text_.size()}; }
  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  explicit Id(std::string_view digits) {
    const auto end = std::copy(Kind::prefix.begin(), Kind::prefix.end(), text_.begin());
    std::copy(digits.begin(), digits.end(), end);
  }
  std::array<char, Kind::prefix.size() + id_text::kDigits> text_;
};

// A text that means one thing and must not be passed where another is meant: the name of a scene, a
// conversation id of the platform. Not checked; bounded where it comes in.
template <class Kind>
struct Name {
  std::string text;
  friend auto operator<=>(const Name&, const Name&) = default;
};

}  // namespace pl
