// How the API of the voice agents says no.
#pragma once

#include <string>
#include <vector>

#include "net/http.h"

namespace pl::sandbox {

// Something in a body that the platform refuses.
struct Problem {
  std::vector<std::string> path;
  std::string message;
  std::string type;
};

// {"detail": {type, code, message, status}}
net::Response api_error(int status, const std::string& code, const std::string& message);

// 422 with the list of everything that is wrong. The first element of each path is "body" or
// "query".
net::Response invalid(const std::vector<Problem>& problems);

}  // namespace pl::sandbox
