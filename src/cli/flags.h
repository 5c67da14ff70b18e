// Flags that several commands take, checked. An error names the flag and says what to write.
#pragma once

#include <string>

#include "base/result.h"

namespace pl::cli {

// Where a service is: an http(s) URL, without slashes at its end. `example` is shown in the error.
Result<std::string> service_url(const std::string& flag, const std::string& url,
                                const std::string& example);

// --public-url, where platforms reach the server: https, or http on the loopback.
Result<std::string> public_url(const std::string& url);

}  // namespace pl::cli
