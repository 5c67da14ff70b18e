#include "host/phone_numbers.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>
#include <sys/stat.h>

#include <filesystem>
#include <list>
#include <string>

#include "host/written_number.h"

namespace pl::host {
namespace {

namespace lib = i18n::phonenumbers;

constexpr std::size_t kLongestWritten = 256;  // bytes: SIP addresses are long

const lib::PhoneNumberUtil& util() {
  return *lib::PhoneNumberUtil::GetInstance();
}

bool is_satellite(int country_code) {
  return country_code == 870 || (country_code >= 881 && country_code <= 883);
}

// Whoever calls pays more than for an ordinary call, or does not know what.
bool costs_more(const lib::PhoneNumber& number) {
  constexpr int kPersonalNumbersOfTheWorld = 878;
  switch (util().GetNumberType(number)) {
    case lib::PhoneNumberUtil::PREMIUM_RATE:
    case lib::PhoneNumberUtil::SHARED_COST:
    case lib::PhoneNumberUtil::PERSONAL_NUMBER:
      return true;
    case lib::PhoneNumberUtil::FIXED_LINE:
    case lib::PhoneNumberUtil::MOBILE:
    case lib::PhoneNumberUtil::FIXED_LINE_OR_MOBILE:
    case lib::PhoneNumberUtil::TOLL_FREE:
    case lib::PhoneNumberUtil::VOIP:
    case lib::PhoneNumberUtil::PAGER:
    case lib::PhoneNumberUtil::UAN:
    case lib::PhoneNumberUtil::VOICEMAIL:
    case lib::PhoneNumberUtil::UNKNOWN:
      break;
  }
  return number.country_code() == kPersonalNumbersOfTheWorld;
}

core::NumberClass classify(const lib::PhoneNumber& number, const lib::ShortNumberInfo& shorts,
                           const std::string& region) {
  if (is_satellite(number.country_code())) return core::NumberClass::kSatellite;
  if (costs_more(number)) return core::NumberClass::kPremium;
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
  PL_TRY(const std::string text, plain_number(written));
  lib::PhoneNumber number;
  if (util().Parse(text, "ZZ", &number) != lib::PhoneNumberUtil::NO_PARSING_ERROR) {
    return fail(Code::kInvalid, "not a phone number of any country; check its country code");
  }
  const std::string e164 = e164_of(number);
  if (is_stand_in(e164)) {
    return fail(Code::kInvalid, "no phone number, but what carriers write for a withheld one");
  }
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

core::NumberArea PhoneNumbers::area_of(const core::PhoneNumber& number) const {
  lib::PhoneNumber read;
  if (util().Parse(number.e164(), "ZZ", &read) != lib::PhoneNumberUtil::NO_PARSING_ERROR) return {};
  std::list<std::string> regions;
  util().GetRegionCodesForCountryCallingCode(read.country_code(), &regions);
  regions.remove("001");
  std::string national;
  util().GetNationalSignificantNumber(read, &national);
  return {fmt::format("+{} {}", read.country_code(), national.substr(0, 3)),
          {regions.begin(), regions.end()}};
}

// The numbering plans are a part of the library's file: "libphonenumber.so.8.12".
core::Edition PhoneNumbers::edition() const {
  constexpr std::string_view kBefore = ".so.";
  Dl_info library{};
  struct stat status {};
  const auto* const address = reinterpret_cast<const void*>(&lib::PhoneNumberUtil::GetInstance);
  if (::dladdr(address, &library) == 0) return {"unknown", {}};
  const std::string file = std::filesystem::weakly_canonical(library.dli_fname).string();
  const std::size_t before = file.rfind(kBefore);
  if (before == std::string::npos || ::stat(file.c_str(), &status) != 0) return {"unknown", {}};
  return {file.substr(before + kBefore.size()), from_ms(1000 * std::int64_t{status.st_mtime})};
}

}  // namespace pl::host
