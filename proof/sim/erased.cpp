#include "sim/erased.h"

#include "base/check.h"

namespace pl::sim {

Result<void> look_for_erased(Stage& stage, ports::Tx& tx) {
  for (const PersonState& them : stage.people) {
    if (!them.erased) continue;
    const auto id = core::CallerId::parse(them.id);
    PL_CHECK(id.has_value());
    PL_TRY(const auto caller, tx.caller(*id));
    PL_TRY(const auto outreaches, tx.outreaches({.caller = *id, .limit = 1}));
    PL_TRY(const auto calls, tx.calls({.caller = *id, .live = {}, .limit = 1}));
    if (caller || !outreaches.empty() || !calls.empty()) {
      stage.complain("INV-28", them.id + " was erased, and rows are left");
    }
  }
  return {};
}

}  // namespace pl::sim
