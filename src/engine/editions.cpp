#include "engine/editions.h"

namespace pl::engine {

Result<void> note_editions(Turn& turn) {
  const core::Edition zones = turn.world.zones.edition();
  if (!core::is_old(zones, turn.now)) {
    return turn.settle(core::AttentionReason::kZonesOld, {});
  }
  return turn.raise({}, core::AttentionReason::kZonesOld, "tzdata",
                    "the time zones are more than a year old (tzdata " + zones.version +
                        "): where clocks were changed since, people are called at the wrong hour",
                    "install the package tzdata anew (apt-get install tzdata; Debian's newest "
                    "stands in its security archive), then reload the server");
}

}  // namespace pl::engine
