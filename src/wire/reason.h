// Why the outside refused something, in its own words but free of personal data: such texts are
// logged and shown to operators.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace pl::wire {

// Printable ASCII, at most 200 bytes. Five or more digits, also when grouped by spaces or
// punctuation, and long words with digits in them (ids, keys) become "#".
std::string safe_reason(std::string_view text);

// The same of a request that got no answer, in the words of our own HTTP client: IPv4 addresses and
// ports stay readable, since an operator chose them and has to find out which is wrong.
std::string no_answer_reason(std::string_view text);

// "HTTP 401: invalid_api_key: Invalid API key". Reads the three forms an ElevenLabs error body
// takes (`detail` as a list of {loc, msg}, as an object {code, status, message}, as a text; error
// reference of 2026); "HTTP 500" alone for anything else.
std::string error_reason(int status, std::string_view body);

// "HTTP 200: not JSON at byte 4": an answer that could not be read. The place in it is the other
// side's making, and may look like a number.
std::string unreadable(int status, const Error& error);

// Whether such a body complains about `field`, in whichever form.
bool error_names(std::string_view body, std::string_view field);

}  // namespace pl::wire
