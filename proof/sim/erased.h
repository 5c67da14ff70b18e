// The last look at a world's store for those who were erased.
#pragma once

#include "ports/store.h"
#include "sim/stage.h"

namespace pl::sim {

// Complains of whoever was erased and is there by their id, or in what hung on them.
Result<void> look_for_erased(Stage& stage, ports::Tx& tx);

}  // namespace pl::sim
