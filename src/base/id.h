// Ids that cannot be mixed up: one type a thing, made from time and randomness, readable by people.
#pragma once

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
// `prefix`, then 26 lower-case base-32 digits: 48 bits of time, 80 bits of randomness. Later ids
// sort after earlier ones, so that they append to a database index instead of scattering in it.
std::string make(std::string_view prefix, UtcTime now, const std::array<std::uint64_t, 2>& random);
bool is_well_formed(std::string_view prefix, std::string_view text);
}  // namespace id_text

// Kind supplies `static constexpr std::string_view prefix`, such as "call_".
template <class Kind>
class Id {
 public:
  static Id make(UtcTime now, const std::array<std::uint64_t, 2>& random) {
    return Id(id_text::make(Kind::prefix, now, random));
  }
  // Empty when the text is not an id of this kind; safe on hostile input of any length.
  static std::optional<Id> parse(std::string_view text) {
    if (!id_text::is_well_formed(Kind::prefix, text)) return std::nullopt;
    return Id(std::string(text));
  }
  const std::string& text() const { return text_; }
  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  explicit Id(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

// A text that means one thing and must not be passed where another is meant: the name of a scene, a
// conversation id of the platform. Not checked; bounded where it comes in.
template <class Kind>
struct Name {
  std::string text;
  friend auto operator<=>(const Name&, const Name&) = default;
};

}  // namespace pl
