#include "platforms/twilio/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "wire/reason.h"

namespace pl::platforms {
namespace {

constexpr std::int64_t kOptedOut = 21610;
constexpr std::array<std::int64_t, 9> kAboutTheAddress = {21211, 21612, 21614, 21635, 30003,
                                                          30004, 30005, 30006, 30008};

}  // namespace

wire::RefusedFor cause_of(std::int64_t error_code) {
  if (error_code == kOptedOut) return wire::RefusedFor::kOptOut;
  const auto found = std::find(kAboutTheAddress.begin(), kAboutTheAddress.end(), error_code);
  return found == kAboutTheAddress.end() ? wire::RefusedFor::kUs : wire::RefusedFor::kAddress;
}

wire::TextRefused twilio_refusal(std::optional<std::int64_t> error_code, std::string_view words) {
  // The code stands apart from the words: in them, five digits may be anybody's number.
  std::string why = "Twilio error";
  if (error_code) why += fmt::format(" {}", *error_code);
  if (!words.empty()) why += ": " + wire::safe_reason(words);
  return {std::move(why), cause_of(error_code.value_or(0))};
}

}  // namespace pl::platforms
