// What the server's bytes said about one call, read as the platform reads them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/override.h"

namespace pl::sim {

// The reply to a pre-call webhook; empty when it is not one.
std::optional<core::Initiation> read_initiation(std::string_view body);

// Equal bytes have equal ones; the same on every machine.
std::uint64_t fingerprint(std::string_view bytes);

}  // namespace pl::sim
