// Where events for the owning product go.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "engine/turn.h"

namespace pl::engine {

inline constexpr std::size_t kMostEndpoints = 10;

// What an operator says of an endpoint; what is empty stays as it is.
struct EndpointFields {
  std::optional<std::string> url;  // vetted by whoever read it
  std::optional<std::set<std::string>> events;
  std::optional<bool> enabled;
};

Result<std::optional<ports::Endpoint>> find_endpoint(Turn& turn, const core::EndpointId& id);

// kInvalid without a URL, kConflict when there are kMostEndpoints.
Result<ports::Endpoint> add_endpoint(Turn& turn, const EndpointFields& fields, std::string secret);

// Each kNotFound without such an endpoint. The secret until now stays good until the next rotation.
Result<ports::Endpoint> change_endpoint(Turn& turn, const core::EndpointId& id,
                                        const EndpointFields& fields);
Result<ports::Endpoint> rotate_secret(Turn& turn, const core::EndpointId& id, std::string secret);
Result<ports::Endpoint> remove_endpoint(Turn& turn, const core::EndpointId& id);

}  // namespace pl::engine
