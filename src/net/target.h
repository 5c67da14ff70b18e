// Where a request may go, going by its URL alone.
#pragma once

#include <string>

#include "base/result.h"

namespace pl::net {

enum class Reach {
  kAnywhere,  // the operator chose the URL: a service inside their own network is fine
  // Somebody else did, and must not reach what only we can reach. https alone; no user or password
  // in the URL; port 443 or one from 1024 up, because the ports in between belong to services that
  // are no receiver of ours. A connection is made to a public address alone (address_vetting.h):
  // each address that the name stands for is vetted when its socket is opened, after the one and
  // only look-up, so that no second look-up can say something else. Connections are not shared with
  // other requests, and no proxy is used, since it would look up the name by itself.
  kPublicOnly,
};

// The host that `url` names, for messages. kInvalid when it is not an http(s) URL, or not one for
// that reach; the message repeats no more of the URL than its host. What the host stands for is not
// looked up here.
Result<std::string> check_url(const std::string& url, Reach reach);

// `url` as what paths are appended to: without slashes at its end. kInvalid unless check_url takes
// it from an operator and it is plain: no query, no fragment, and nothing that a shell or JSON
// would have to be told about.
Result<std::string> base_of(std::string url);
// The same, where others reach us: over https, or on this machine alone, where nobody listens in.
Result<std::string> public_base_of(std::string url);

}  // namespace pl::net
