// How the API of the voice agents says no.
#pragma once

#include <string>
#include <vector>

#include "net/http.h"
#include "sandbox/json.h"

namespace pl::sandbox {

// {"detail": {type, code, message, status, request_id, param}}, as the platform's page on errors
// has it, or {"detail": {status, message}} for codes that come in its older form. `param`: the
// parameter that is meant; empty: none.
net::Response api_error(int status, const std::string& code, const std::string& message,
                        const std::string& param = "");

// The codes of a status that can be asked for, the usual one first; empty: an error of its class.
std::vector<std::string> codes_of(int status);

// 501: the platform takes `param`, and the sandbox does not play what it asks for.
net::Response not_played(const std::string& param);

// 422 with the list of everything that is wrong.
net::Response invalid(Json detail);

}  // namespace pl::sandbox
