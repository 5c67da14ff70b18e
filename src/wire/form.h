// Form bodies (application/x-www-form-urlencoded), which Twilio speaks in both directions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pl::wire {

// Twilio sends some thirty fields of a message, and a message has at most 1600 characters.
inline constexpr std::size_t kFormBytes = 64 * 1024;
inline constexpr std::size_t kFormFields = 200;

struct FormField {
  std::string name;
  std::string value;
  friend bool operator==(const FormField&, const FormField&) = default;
};
using Form = std::vector<FormField>;

// The fields in their order, a name as often as it comes. Names and values are bytes: a signature
// covers them as they are. kInvalid for an escape that is none, and beyond the limits above; the
// message repeats nothing of the body.
Result<Form> read_form(std::string_view body);

// The value of `name`, empty when there is none; kInvalid when there are two that differ.
Result<std::optional<std::string>> form_value(const Form& form, std::string_view name);

// In this order. Every byte but letters, digits and `-._~` is escaped.
std::string write_form(const Form& form);

}  // namespace pl::wire
