#include "engine/outreaches.h"

#include <algorithm>

#include "base/overloaded.h"
#include "base/text.h"
#include "core/override.h"
#include "engine/dialer.h"
#include "engine/set_aside.h"
#include "engine/texts.h"
#include "engine/whereabouts.h"

namespace pl::engine {
namespace {

Result<const core::Line*> line_of(Turn& turn, const core::Caller& caller) {
  const core::Line* line = turn.world.lines.find(caller.line);
  if (line == nullptr) return fail(Code::kConflict, "the caller's line is not served here");
  return line;
}

// "handoff (first-call), check-in (returning)"
std::string known_plans(const core::Line& line) {
  std::vector<std::string> known;
  for (const core::Plan& one : line.outreach) {
    known.push_back(one.name.text + " (" + one.scene.text + ")");
  }
  return join(known, ", ");
}

Result<const core::Plan*> plan_named(const core::Line& line, const core::PlanName& name) {
  const core::Plan* plan = line.find_plan(name);
  if (plan != nullptr) return plan;
  return fail(Code::kInvalid, "plan: no such plan; the line has " + known_plans(line));
}

Result<const core::Plan*> plan_playing(const core::Line& line, const core::SceneName& scene) {
  const core::Plan* found = nullptr;
  for (const core::Plan& one : line.outreach) {
    if (one.scene != scene) continue;
    if (found != nullptr) {
      return fail(Code::kInvalid, "scene: several plans play it, " + found->name.text + " and " +
                                      one.name.text + " among them; name the plan");
    }
    found = &one;
  }
  if (found != nullptr) return found;
  return fail(Code::kInvalid, "scene: no plan plays it; the line has " + known_plans(line));
}

Result<const core::Plan*> plan_of(const core::Line& line, const ScheduleRequest& request) {
  return std::visit(
      Overloaded{[&](const core::PlanName& plan) { return plan_named(line, plan); },
                 [&](const core::SceneName& scene) { return plan_playing(line, scene); }},
      request.what);
}

// The gate's answer from what waiting cannot change, and the hour; slots and budgets come later.
core::GateAnswer outlook(Turn& turn, const core::Line& line, const core::Caller& stored,
                         const Whereabouts& where) {
  const core::Caller caller = with_number_of_today(turn, stored);
  core::GateFacts facts;
  facts.caller = &caller;
  facts.countries = where.countries;
  facts.zones = turn.zones_of(caller);
  return core::dial_gate(line.calling, facts, core::Urgency::kPromised, turn.now);
}

Result<void> refuse_double(Turn& turn, const core::Caller& caller, const core::Plan& plan) {
  if (!plan.is_onboarding() && !plan.is_handover()) return {};
  PL_TRY(const auto open, turn.open_outreaches(caller.id));
  if (open.unreadable) {
    return fail(Code::kConflict, "plan: " + open.unreadable->text() +
                                     " of this caller cannot be read, and may be just that; see "
                                     "`row-set-aside` under /v1/attention");
  }
  for (const core::Outreach& outreach : open.rows) {
    if (!outreach.plan.is_onboarding() && !outreach.plan.is_handover()) continue;
    return fail(Code::kConflict, "plan: " + outreach.id.text() + " (" + outreach.plan.name.text +
                                     ") is already open for this caller");
  }
  return {};
}

// An opening of its own that lacks a value now would be passed over for the scene's, and nobody
// asked for those words. One that is begun anew goes on as it did.
Result<void> refuse_unfilled(const core::Line& line, const core::Caller& caller,
                             const core::Outreach& outreach) {
  if (!outreach.opening || outreach.redo) return {};
  const auto lacks = outreach.opening->unfilled(core::scene_variables(
      {line, line.scene(outreach.plan.scene), &caller, core::Trust::kProfile, outreach.variables}));
  if (!lacks) return {};
  return fail(Code::kInvalid, "opening: {{" + *lacks +
                                  "}} has no value for this caller; give it one first, or leave "
                                  "it out of the opening");
}

Result<Scheduled> schedule_plan(Turn& turn, const core::Caller& caller, const core::Line& line,
                                const core::Plan& plan, const core::OutreachRequest& request) {
  if (caller.stage == core::Stage::kClosed) {
    return fail(Code::kConflict, "stage: the account is closed; reopen it first");
  }
  if (plan.is_onboarding() && caller.stage == core::Stage::kOnboarded) {
    return fail(Code::kConflict, "stage: the caller is onboarded already");
  }
  PL_DO(refuse_double(turn, caller, plan));
  const Whereabouts where = whereabouts(turn, with_number_of_today(turn, caller));
  const auto gate = outlook(turn, line, caller, where);
  PL_TRY(core::Outreach outreach, core::schedule(turn.new_id<core::OutreachId>(),
                                                 {line, caller, plan}, request, gate, turn.now));
  PL_DO(refuse_unfilled(line, caller, outreach));
  Scheduled scheduled{.outreach = std::move(outreach), .warnings = {}};
  const auto* never = std::get_if<core::GateNever>(&gate);
  const bool texts =
      plan.then == core::Fallback::kText && can_text(line, caller, line.scene(plan.scene));
  if (never != nullptr && !texts) {
    return fail(Code::kInvalid, "neither a call nor a text can follow: " + never->why +
                                    ", and the caller cannot be texted");
  }
  if (never != nullptr) scheduled.warnings.push_back("no call will be placed: " + never->why);
  if (!where.doubt.empty()) scheduled.warnings.push_back(where.doubt);
  if (!texts && plan.then == core::Fallback::kText) {
    scheduled.warnings.emplace_back("the caller cannot be texted: a failed call ends there");
  }
  PL_DO(turn.tx.insert(scheduled.outreach));
  core::JournalEntry entry = entry_for(scheduled.outreach, "outreach.waiting");
  entry.details = {{"plan", plan.name.text},
                   {"scene", plan.scene.text},
                   {"due", format_utc(scheduled.outreach.due)}};
  PL_DO(turn.journal(std::move(entry)));
  return scheduled;
}

}  // namespace

Result<Scheduled> schedule(Turn& turn, const core::CallerId& id, const ScheduleRequest& request) {
  PL_TRY(const core::Caller caller, turn.caller(id));
  PL_TRY(const core::Line* line, line_of(turn, caller));
  PL_TRY(const core::Plan* plan, plan_of(*line, request));
  return schedule_plan(turn, caller, *line, *plan, request);
}

Result<Scheduled> schedule_onboarding(Turn& turn, const core::CallerId& id,
                                      const ScheduleRequest& request) {
  PL_TRY(const core::Caller caller, turn.caller(id));
  PL_TRY(const core::Line* line, line_of(turn, caller));
  const core::Plan* plan = line->onboarding_plan();
  if (plan == nullptr) return fail(Code::kInvalid, "the line has no plan with complete_when");
  return schedule_plan(turn, caller, *line, *plan, request);
}

Result<core::Outreach> cancel(Turn& turn, const core::OutreachId& id, std::string who) {
  PL_TRY(const core::Outreach outreach, turn.outreach(id));
  PL_DO(turn.apply(outreach, core::Withdrawn{std::move(who), "cancelled by request"}));
  return turn.outreach(id);
}

Result<Scheduled> retry(Turn& turn, const core::OutreachId& id) {
  PL_TRY(const core::Outreach old, turn.outreach(id));
  if (!core::is_terminal(old.state)) {
    return fail(Code::kConflict,
                "the outreach has not ended: it is " + std::string(text_of(old.state)));
  }
  PL_TRY(const core::Caller caller, turn.caller(old.caller));
  PL_TRY(const core::Line* line, line_of(turn, caller));
  PL_TRY(const core::Plan* plan, plan_named(*line, old.plan.name));
  core::OutreachRequest request;
  request.variables = old.variables;
  if (old.opening) request.opening = old.opening->source();
  request.redo = old.id;
  return schedule_plan(turn, caller, *line, *plan, request);
}

Result<core::Attention> resolve_attention(Turn& turn, const core::AttentionId& id) {
  PL_TRY(auto found, turn.tx.attention(id));
  if (!found) return fail(Code::kNotFound, "no attention item " + id.text());
  if (found->resolved_at) return *std::move(found);
  found->resolved_at = turn.now;
  PL_DO(turn.tx.resolve(id, turn.now));
  core::JournalEntry entry;
  entry.line = found->line;
  entry.kind = "attention.resolved";
  entry.details = {{"id", id.text()}, {"reason", std::string(text_of(found->reason))}};
  PL_DO(turn.journal(std::move(entry)));
  if (found->reason == core::AttentionReason::kRowSetAside) {
    PL_DO(try_again(turn, found->subject));
  }
  PL_TRY(const auto pauses, turn.tx.pauses());
  const auto pause = pauses.find(found->line);
  const bool refused = pause != pauses.end() && pause->second.cause < ports::PauseCause::kDrift;
  if (found->reason == core::AttentionReason::kPersonaDrift ||
      (found->reason == core::AttentionReason::kDialerPaused && refused)) {
    PL_DO(resume_dialer(turn, found->line));
  }
  return *std::move(found);
}

}  // namespace pl::engine
