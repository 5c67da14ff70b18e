// The API of the voice agents: outbound calls, conversations, tools, agents.
#pragma once

#include <string_view>

#include "sandbox/world.h"

namespace pl::sandbox {

struct Operation {
  std::string_view method;
  std::string_view path;    // one that ends in / wants one more part
  std::string_view target;  // what faults call it
  // What is younger than `as_of` is not yet shown.
  net::Response (*answer)(World& world, const net::Request& request, UtcTime as_of);
  net::Response (*elsewhere)(const net::Request& request);  // with another workspace's key
};

// Null for an unknown path or method, or without the key; `denied` is the answer then.
const Operation* find_operation(const World& world, const net::Request& request,
                                net::Response& denied);

net::Response refuse_agents(const Fault& fault);

}  // namespace pl::sandbox
