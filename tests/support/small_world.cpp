#include "small_world.h"

namespace pl::testing {

SmallWorld::SmallWorld() {
  store.put(sample_caller());
}

SmallWorld::~SmallWorld() = default;

}  // namespace pl::testing
