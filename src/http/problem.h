// Answers of the API that are not what was hoped for (RFC 9457, application/problem+json).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "net/http.h"
#include "ports/access.h"

namespace pl::http {

net::Response problem(int status, std::string_view detail);

// What an error of the engine is to the one who asked.
net::Response problem(const Error& error);

net::Response json(int status, std::string body);
net::Response plain(int status, std::string body);

// 405 to a path that takes only these methods; 404 to one that takes none.
net::Response not_here(const std::vector<std::string_view>& methods);
// 403 to a key of the API that lacks this scope.
net::Response needs_scope(ports::Scope scope);

}  // namespace pl::http
