// The header X-Twilio-Signature: proof that a form comes from Twilio.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "wire/form.h"

namespace pl::platforms {

// Base64 of HMAC-SHA1 with the account's auth token as the key, over `url` and then each field's
// name and value, without anything between them, sorted by name and by value; a field that comes
// twice with the same value counts once (twilio-python, request_validator.py).
std::string twilio_signature(std::string_view url, const wire::Form& form,
                             std::string_view auth_token);

// `url` is the whole public URL that Twilio was given, query included: behind a proxy it is not
// the one that we see. Twilio leaves ports out or puts the usual one in, depending on the product,
// so the URL is tried as it is, without its port and with the usual one. `auth_tokens` are the
// current and the previous one; an empty token proves nothing. Takes equally long wherever the
// signature differs.
bool is_from_twilio(std::string_view signature, std::string_view url, const wire::Form& form,
                    std::span<const std::string> auth_tokens);

}  // namespace pl::platforms
