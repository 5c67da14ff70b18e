// Makes a JSON text of bytes that are nearly one, as writers without care produce them.
#pragma once

#include <string>
#include <string_view>

#include "wire/json.h"

namespace pl::wire {

// What cannot be said in JSON is replaced: half a surrogate pair, NUL and bytes that are not UTF-8
// by U+FFFD, another control character by a blank, NaN, infinity and numbers out of range by null,
// and an escape that is none by its letter. Each kind is noted once. What else is wrong stays as it
// is.
std::string mend_json(std::string_view text, Mended& mended);

}  // namespace pl::wire
