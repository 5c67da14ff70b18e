#include "host/phone_numbers.h"

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

#include <string>

#include "base/text.h"

namespace pl::host {
namespace {

namespace lib = i18n::phonenumbers;

constexpr std::size_t kLongestWritten = 64;  // bytes

// The characters with which people write numbers. libphonenumber reads more: letters on a keypad,
// digits of every script, extensions; none of them belongs into a number that we are to dial.
bool is_written_like_a_number(std::string_view text) {
  return text.starts_with('+') &&
         text.find_first_not_of("0123456789 -.()/", 1) == std::string_view::npos;
}

const lib::PhoneNumberUtil& util() {
  return *lib::PhoneNumberUtil::GetInstance();
}

bool is_satellite(int country_code) {
  return country_code == 870 || (country_code >= 881 && country_code <= 883);
}

core::NumberClass classify(const lib::PhoneNumber& number, const lib::ShortNumberInfo& shorts,
                           const std::string& region) {
  if (is_satellite(number.country_code())) return core::NumberClass::kSatellite;
  if (util().GetNumberType(number) == lib::PhoneNumberUtil::PREMIUM_RATE) {
    return core::NumberClass::kPremium;
  }
  // A number that no subscriber can have may still be one that a network reads as an emergency.
  if (!util().IsValidNumber(number)) {
    std::string national;
    util().GetNationalSignificantNumber(number, &national);
    if (shorts.ConnectsToEmergencyNumber(national, region)) return core::NumberClass::kEmergency;
    if (shorts.IsValidShortNumber(number)) return core::NumberClass::kShort;
  }
  return core::NumberClass::kOrdinary;
}

// Where the number belongs; empty for numbers of no country, and for unassigned ones of a code that
// several countries share.
std::string region_of(const lib::PhoneNumber& number) {
  std::string region;
  util().GetRegionCodeForNumber(number, &region);
  return region == "ZZ" || region == "001" ? "" : region;
}

std::string e164_of(const lib::PhoneNumber& number) {
  std::string e164;
  util().Format(number, lib::PhoneNumberUtil::E164, &e164);
  return e164;
}

// Where each reading strips a prefix once more, nobody knows which number was meant.
bool reads_as_itself(const std::string& e164) {
  lib::PhoneNumber again;
  return util().Parse(e164, "ZZ", &again) == lib::PhoneNumberUtil::NO_PARSING_ERROR &&
         e164_of(again) == e164;
}

}  // namespace

PhoneNumbers::PhoneNumbers() : short_numbers_(std::make_unique<const lib::ShortNumberInfo>()) {}
PhoneNumbers::~PhoneNumbers() = default;

Result<core::NumberFacts> PhoneNumbers::read(std::string_view written) const {
  if (written.size() > kLongestWritten) {
    return fail(Code::kInvalid, "too long for a phone number; write '+', country code and number");
  }
  const std::string_view text = trim(written);
  if (!is_written_like_a_number(text)) {
    return fail(Code::kInvalid,
                "not an international phone number; write '+', country code and "
                "number, in digits");
  }
  lib::PhoneNumber number;
  if (util().Parse(std::string(text), "ZZ", &number) != lib::PhoneNumberUtil::NO_PARSING_ERROR) {
    return fail(Code::kInvalid, "not a phone number of any country; check its country code");
  }
  const std::string e164 = e164_of(number);
  const auto canonical = core::PhoneNumber::from_e164(e164);
  std::string region;
  util().GetRegionCodeForCountryCode(number.country_code(), &region);
  const core::NumberClass kind = classify(number, *short_numbers_, region);
  const bool dials_nobody =
      kind == core::NumberClass::kOrdinary && !util().IsPossibleNumber(number);
  if (!canonical || dials_nobody || !reads_as_itself(e164)) {
    return fail(Code::kInvalid, "no phone number of its country has so many digits, or so few");
  }
  return core::NumberFacts{*canonical, kind, region_of(number)};
}

}  // namespace pl::host
