// A phone number in its one canonical form.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"

namespace pl::core {

using pl::text_of;

// E.164: '+', then 7 to 15 digits, the first not 0. Whether such a number exists is for
// ports/numbers.h to say. Printing it whole is for the wire and the API alone; logs get masked().
class PhoneNumber {
 public:
  static std::optional<PhoneNumber> from_e164(std::string_view text);

  const std::string& e164() const { return e164_; }
  // "+417***00": enough to recognise a number one knows, too little to call it.
  std::string masked() const;

  friend auto operator<=>(const PhoneNumber&, const PhoneNumber&) = default;

 private:
  explicit PhoneNumber(std::string e164) : e164_(std::move(e164)) {}
  std::string e164_;
};

// What kind of number it is, as far as dialling it is concerned.
enum class NumberClass { kOrdinary, kPremium, kEmergency, kShort, kSatellite, kImpossible };
constexpr auto words_of(NumberClass) {
  using enum NumberClass;
  return word_table<NumberClass>({{kOrdinary, "ordinary"},
                                  {kPremium, "premium"},
                                  {kEmergency, "emergency"},
                                  {kShort, "short"},
                                  {kSatellite, "satellite"},
                                  {kImpossible, "impossible"}});
}

// What is known of a number from its digits alone.
struct NumberFacts {
  PhoneNumber number;
  NumberClass number_class = NumberClass::kOrdinary;
  std::string region;  // ISO 3166 alpha-2, "CH"; empty where no region owns the number
};

// What a number's first digits say, even where nobody knows more of it.
struct NumberArea {
  std::string prefix;                  // its country code and three digits: "+1 324"
  std::vector<std::string> countries;  // that share the code, ISO 3166 alpha-2
};

}  // namespace pl::core
