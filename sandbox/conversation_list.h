// GET /v1/convai/conversations: its filters are those of the platform's OpenAPI of 2026-08-22, and
// the one for dynamic variables of 2026-10. One that is not played here is refused: a list that
// passes a filter over is a wrong list.
#pragma once

#include <optional>
#include <span>

#include "sandbox/body_rules.h"
#include "sandbox/world.h"

namespace pl::sandbox {

// What is younger than `as_of` is not yet shown.
net::Response list_conversations(World& world, const net::Request& request, UtcTime as_of);

// page_size and cursor, as every list has them.
std::span<const Rule> page_rules();

// 501 for a query that names one of these.
std::optional<net::Response> refuse_unplayed(const net::Request& request,
                                             std::span<const char* const> names);

}  // namespace pl::sandbox
