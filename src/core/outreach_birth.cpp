#include "core/outreach_birth.h"

#include <algorithm>

#include "base/planted.h"
#include "core/caller_text.h"
#include "core/opening.h"

namespace pl::core {
namespace {

// How long past its scene's minutes a call may go on before its end counts as lost.
constexpr std::chrono::minutes kEndLost{10};

Outreach begin(OutreachId id, const Intention& intention, UtcTime due, UtcTime now) {
  return {.id = std::move(id),
          .line = intention.line.name,
          .caller = intention.caller.id,
          .plan = intention.plan,
          .created_at = now,
          .due = due,
          .ask_at = due};
}

}  // namespace

Result<Outreach> schedule(OutreachId id, const Intention& intention, const OutreachRequest& request,
                          const GateAnswer& outlook, UtcTime now) {
  const auto& [line, caller, plan] = intention;
  Outreach outreach =
      begin(std::move(id), intention, std::max(request.not_before.value_or(now), now), now);
  outreach.redo = request.redo;
  outreach.deadline = request.deadline.value_or(outreach.due + plan.deadline);
  if (*outreach.deadline <= outreach.due) {
    return fail(Code::kInvalid, "deadline: it must be later than not_before, and than now");
  }
  if (request.variables.size() > kOutreachVariables) {
    return fail(Code::kInvalid, "variables: at most 20 entries");
  }
  for (const auto& [key, value] : request.variables) {
    outreach.variables[clean(key, 64)] = clean(value, kContextValueLimit);
  }
  if (request.opening) {
    PL_TRY(outreach.opening,
           given_opening(line, line.scene(plan.scene), *request.opening, outreach.variables));
  }
  if (outreach.due > now) outreach.waits_for = "scheduled";
  if (const auto* wait = std::get_if<GateWait>(&outlook); wait && outreach.due <= now) {
    outreach.waits_for = wait->why;
    // The plan's time to reach somebody begins when they may be reached.
    if (!request.deadline) outreach.deadline = wait->until + plan.deadline;
    outreach.ask_at = std::min(wait->until, *outreach.deadline);
  }
  return outreach;
}

Outreach hand_over(OutreachId id, const Intention& intention, const Call* after, UtcTime now) {
  const Plan& plan = intention.plan;
  const auto from = [&](UtcTime due, UtcTime clock) {
    Outreach outreach = begin(std::move(id), intention, due, now);
    outreach.deadline = clock + plan.deadline;
    return outreach;
  };
  if (after == nullptr) return from(now, now);
  if (planted(Bug::kDueFromToolCall)) return from(now + plan.after_call_end, now);
  if (after->ended_at) {
    return from(std::max(*after->ended_at + plan.after_call_end, now), *after->ended_at);
  }
  const Scene* scene = intention.line.find_scene(after->scene);
  const auto minutes = scene != nullptr ? scene->minutes : std::chrono::minutes(10);
  Outreach outreach = begin(std::move(id), intention, now + minutes + kEndLost, now);
  outreach.awaits = after->id;
  outreach.waits_for = "the call before to end";
  return outreach;
}

}  // namespace pl::core
