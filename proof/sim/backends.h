// The stores that a world can be played on.
#pragma once

#include <memory>

#include "sim/script.h"
#include "sim/watched_store.h"

namespace pl::sim {

// An empty one. `seed` decides what a power loss takes.
std::unique_ptr<Backend> make_backend(StoreKind kind, std::uint64_t seed);

}  // namespace pl::sim
