// How Twilio says who it is, and how others say it to Twilio.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "net/http.h"

namespace pl::sandbox {

std::string base64(std::string_view bytes);

// The value of X-Twilio-Signature: HMAC-SHA1, keyed with the auth token, of the URL and then every
// field's name and value in the order of the names.
std::string twilio_signature(std::string_view auth_token, std::string_view url,
                             std::vector<net::Header> fields);

// A form as Twilio writes it, spaces as "+".
std::string form_body(const std::vector<net::Header>& fields);

}  // namespace pl::sandbox
