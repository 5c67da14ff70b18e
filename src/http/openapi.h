#pragma once

#include <string_view>

namespace pl::http {

// The description of the API, OpenAPI 3.1 in JSON. It names every route that is served, and no
// other: a test compares the two.
std::string_view openapi();

}  // namespace pl::http
