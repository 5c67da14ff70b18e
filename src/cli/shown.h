// How the API's values read in a table.
#pragma once

#include <string>
#include <string_view>

#include "wire/json.h"

namespace pl::cli {

// A text, number, flag ("yes", "no") or list ("a, b"); empty for null, an object, and nothing.
std::string shown(const wire::Json& value);
// The same of a member.
std::string shown_at(const wire::JsonView& object, std::string_view key);

// "2026-11-22T13:18:31Z": UTC, to the second. As it stands where it is no time.
std::string shown_time(std::string_view text);
std::string time_at(const wire::JsonView& object, std::string_view key);

// "key: value, key: value"
std::string shown_pairs(const wire::JsonView& object, std::string_view key);

}  // namespace pl::cli
