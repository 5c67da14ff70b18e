// Answers of the API that are not what was hoped for (RFC 9457, application/problem+json).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "net/http.h"

namespace pl::http {

net::Response problem(int status, std::string_view detail);

// What an error of the engine is to the one who asked.
net::Response problem(const Error& error);

net::Response json(int status, std::string body);

}  // namespace pl::http
