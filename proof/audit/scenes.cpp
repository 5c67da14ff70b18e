// Which scene a call plays: a function of direction, stage and the outreach it fulfils.
#include <tuple>

#include "audit/books.h"

namespace pl::audit {
namespace {

// The smaller, the sooner it is fulfilled.
std::tuple<bool, UtcTime> rank(const OutreachBook& one) {
  return {!one.plan->handover, one.row.due};
}

bool can_be_fulfilled(const OutreachBook& one) {
  const bool undecided = one.state == State::kWaiting || one.state == State::kDialing ||
                         one.state == State::kRinging || one.state == State::kVerifying;
  return undecided && !one.row.held_by && one.plan != nullptr && one.plan->fulfils;
}

// Two that are due at the same time are as good as each other.
bool as_much_owed(const OutreachBook* chosen, const OutreachBook& best) {
  return chosen != nullptr && chosen->caller == best.caller && can_be_fulfilled(*chosen) &&
         chosen->plan->scene == best.plan->scene && rank(*chosen) == rank(best);
}

}  // namespace

void Auditor::Books::scene_fits(const CallBook& call) {
  const CallRow& row = call.row;
  const SceneFacts* scene = scene_named(row.scene);
  if (scene == nullptr) return broke("INV-11", "{} plays a scene that the line has not", row.id);
  if (scene->persona != row.persona) {
    broke("INV-11", "{} is played by {}, the scene {} is {}'s", row.id, row.persona, row.scene,
          scene->persona);
  }
  if (call.caller != nullptr && row.stage != call.caller->row.stage) {
    broke("INV-11", "{} was recorded with stage {}, the caller's is {}", row.id,
          row.stage.value_or("(none)"), call.caller->row.stage);
  }
  if (row.inbound) return inbound_scene_fits(call);
  // A new outreach may come with its first attempt: then its plan is looked at once both are in.
  if (call.outreach == nullptr || call.outreach->plan == nullptr) return;
  if (call.outreach->plan->scene != row.scene) {
    broke("INV-11", "{} plays {}, its plan's scene is {}", row.id, row.scene,
          call.outreach->plan->scene);
  }
}

// Called before the books know what the call did to the outreaches of its caller.
void Auditor::Books::inbound_scene_fits(const CallBook& call) {
  const CallRow& row = call.row;
  const CallerBook* known = call.number != nullptr ? call.number->caller : nullptr;
  const bool unreadable = known != nullptr && is_damaged(known->row.id);
  if (known != call.caller && !unreadable) {
    broke("INV-11", "{} was not recorded with the caller of its number", row.id);
  }
  if (row.safe_scene) {
    if (row.outreach) {
      broke("INV-11", "{}: the timer answered, and it fulfils {}", row.id, *row.outreach);
    }
    if (row.scene != line.safe_scene) {
      broke("INV-11", "{}: the timer answered with {}", row.id, row.scene);
    }
    return;
  }
  const OutreachBook* promised = known == nullptr ? nullptr : owed(*known);
  const std::string_view expected =
      promised != nullptr ? std::string_view(promised->plan->scene) : routed(known);
  const SceneFacts* scene = scene_named(expected);
  const bool has_tools = scene != nullptr && !scene->tools.empty();
  // Tools that the platform was never asked for leave the safe scene, and no promise kept.
  if (has_tools && !row.outreach && row.scene == line.safe_scene) return;
  if (promised == nullptr && row.outreach) {
    return broke("INV-11", "{} fulfils {}, which cannot be fulfilled by a call", row.id,
                 *row.outreach);
  }
  if (promised != nullptr && !as_much_owed(call.outreach, *promised)) {
    return broke("INV-11", "{} should have fulfilled {}", row.id, promised->row.id);
  }
  if (row.scene != expected) {
    broke("INV-11", "{} plays {}, the rules say {}", row.id, row.scene, expected);
  }
}

// What an inbound call of this caller fulfils: the hand-over, else what is due first.
const OutreachBook* Auditor::Books::owed(const CallerBook& caller) const {
  const OutreachBook* best = nullptr;
  for (const OutreachBook* one : caller.outreaches) {
    if (!can_be_fulfilled(*one)) continue;
    if (best == nullptr || rank(*one) < rank(*best)) best = one;
  }
  return best;
}

std::string_view Auditor::Books::routed(const CallerBook* caller) const {
  for (const RuleFacts& rule : line.rules) {
    if (rule.known && *rule.known != (caller != nullptr)) continue;
    if (rule.stages.empty()) return rule.scene;
    if (caller != nullptr && rule.stages.contains(caller->row.stage)) return rule.scene;
  }
  return {};
}

}  // namespace pl::audit
