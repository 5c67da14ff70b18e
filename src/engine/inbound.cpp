#include "engine/inbound.h"

#include <algorithm>

#include "base/planted.h"
#include "core/call_birth.h"
#include "engine/dialer.h"
#include "engine/whereabouts.h"

namespace pl::engine {
namespace {

struct Decision {
  std::optional<core::PhoneNumber> number;
  std::optional<core::Caller> caller;
  std::vector<core::Outreach> open;
  core::RouteAnswer route;
  const core::Outreach* fulfils = nullptr;  // into `open`
  const core::Scene* scene = nullptr;
  std::vector<core::ToolId> tools;
};

// Who calls. Some carriers leave out the plus: then it is the caller with that number, or nobody we
// know, since the digits may be a country's own.
Result<void> recognise(Turn& turn, const core::Line& line, std::string_view from,
                       Decision& decision) {
  if (const auto facts = turn.world.numbers.read(from)) {
    decision.number = facts->number;
    PL_TRY(decision.caller, turn.tx.caller_by_number(line.name, facts->number));
    return {};
  }
  if (from.empty() || from.find_first_not_of("0123456789") != std::string_view::npos) return {};
  const auto facts = turn.world.numbers.read("+" + std::string(from));
  if (!facts) return {};
  PL_TRY(decision.caller, turn.tx.caller_by_number(line.name, facts->number));
  if (decision.caller) decision.number = facts->number;
  return {};
}

Result<Decision> decide(Turn& turn, const core::Line& line, std::string_view from) {
  Decision decision;
  const bool as_written = planted(Bug::kNumbersAsWritten) && !core::PhoneNumber::from_e164(from);
  if (!as_written) PL_DO(recognise(turn, line, from, decision));
  if (decision.caller) {
    PL_TRY(auto open, turn.open_outreaches(decision.caller->id));
    decision.open = std::move(open.rows);
    decision.fulfils = core::fulfilled_by_call_in(decision.open);
  }
  const core::Caller* caller = decision.caller ? &*decision.caller : nullptr;
  std::optional<core::Caller> as_they_came;
  if (planted(Bug::kSceneOfOldStage) && caller != nullptr) {
    as_they_came = *caller;
    as_they_came->stage = core::Stage::kNew;
    caller = &*as_they_came;
  }
  const core::SceneName* const promised =
      decision.fulfils == nullptr ? nullptr : &decision.fulfils->plan.scene;
  const core::Encounter met = core::encounter(line, caller, promised);
  if (!met.promised) decision.fulfils = nullptr;
  decision.route = met.route;
  decision.scene = &line.scene(met.scene);
  PL_TRY(auto tools, turn.resolved_tools(*decision.scene));
  if (tools) {
    decision.tools = *std::move(tools);
    return decision;
  }
  decision.scene = &line.scene(line.safe_scene);
  decision.fulfils = nullptr;
  return decision;
}

core::Initiation initiation_for(const Turn& turn, const core::Line& line, const Decision& decision,
                                const core::CallId& id) {
  const core::Caller* caller = decision.caller ? &*decision.caller : nullptr;
  core::Part part{line, *decision.scene, caller, line.trust, {}};
  if (decision.fulfils != nullptr) {
    part.extra = decision.fulfils->variables;
    part.opening = decision.fulfils->opening;
  }
  if (caller != nullptr && decision.scene->name != line.safe_scene) {
    part.local_time = local_time(turn, *caller);
  }
  return make_initiation(part, decision.tools, id);
}

Result<void> record(Turn& turn, const core::CallId& id, const core::Arrival& arrival) {
  const core::Call call = core::begin_call(id, arrival, turn.now);
  PL_DO(turn.tx.insert(call));
  PL_DO(turn.tx.put(call.id, arrival.said));
  core::JournalEntry entry = entry_for(call, "call.inbound");
  entry.details = {{"scene", call.scene.text}, {"persona", call.persona.text}};
  if (call.safe_scene) entry.details["safe"] = "yes";
  return turn.journal(std::move(entry));
}

Result<core::Initiation> said_before(Turn& turn, const core::Call& call) {
  PL_TRY(auto said, turn.tx.initiation(call.id));
  if (!said) return fail(Code::kCorrupt, "nobody knows what was said to " + call.id.text());
  return *std::move(said);
}

Result<std::optional<core::Call>> known_call(Turn& turn, const core::IncomingCall& incoming) {
  if (incoming.call_sid.text.empty()) return std::nullopt;
  return turn.tx.call_by_sid(incoming.call_sid);
}

}  // namespace

Result<core::Initiation> incoming_call(Turn& turn, const core::IncomingCall& incoming,
                                       const core::CallId& id) {
  PL_TRY(const auto known, known_call(turn, incoming));
  if (known) return said_before(turn, *known);
  const core::Line& line = turn.world.lines.answering(incoming.agent_id, incoming.called_number);
  PL_TRY(const Decision decision, decide(turn, line, incoming.caller_id));
  const core::Initiation initiation = initiation_for(turn, line, decision, id);
  core::Arrival arrival{incoming, line, *decision.scene, initiation, decision.number};
  if (decision.caller) arrival.caller = &*decision.caller;
  if (decision.fulfils != nullptr) arrival.fulfils = decision.fulfils->id;
  PL_DO(record(turn, id, arrival));
  for (const core::Outreach& outreach : decision.open) {
    const bool fulfils = &outreach == decision.fulfils;
    PL_DO(turn.apply(outreach, core::CallerCalledIn{id, fulfils}));
  }
  return initiation;
}

core::Initiation safe_initiation(const World& world, const core::IncomingCall& incoming,
                                 const core::CallId& id) {
  const core::Line& line = world.lines.answering(incoming.agent_id, incoming.called_number);
  return make_initiation({line, line.scene(line.safe_scene), nullptr, core::Trust::kNothing, {}},
                         {}, id);
}

Result<void> record_safe_call(Turn& turn, const core::IncomingCall& incoming,
                              const core::CallId& id, const core::Initiation& initiation) {
  const auto known = known_call(turn, incoming);
  // One that makes no sense any more was recorded all the same.
  if (!known && known.error().code == Code::kCorrupt) return {};
  PL_DO(known);
  if (*known) return {};
  const core::Line& line = turn.world.lines.answering(incoming.agent_id, incoming.called_number);
  core::Arrival arrival{incoming, line, line.scene(line.safe_scene), initiation};
  arrival.safe_scene = true;
  std::optional<core::Caller> caller;
  if (const auto facts = turn.world.numbers.read(incoming.caller_id)) {
    arrival.number = facts->number;
    PL_TRY(caller, if_readable(turn.tx.caller_by_number(line.name, facts->number)));
    if (caller) arrival.caller = &*caller;
  }
  return record(turn, id, arrival);
}

Result<void> record_said_call(Turn& turn, const core::IncomingCall& incoming,
                              const core::CallId& id, const core::Initiation& said) {
  PL_TRY(const auto decided, incoming_call(turn, incoming, id));
  PL_TRY(const auto call, turn.tx.call(id));
  if (!call) return {};  // the call was known under another id, and is recorded as it was
  return turn.tx.put(id, said);
}

Result<RoutePreview> preview_route(Turn& turn, const core::Line& line, std::string_view from) {
  PL_TRY(const Decision decision, decide(turn, line, from));
  RoutePreview preview;
  preview.line = &line;
  preview.caller = decision.caller;
  preview.answer = decision.route;
  if (decision.fulfils != nullptr) preview.fulfils = decision.fulfils->id;
  preview.scene = decision.scene->name;
  preview.initiation = initiation_for(turn, line, decision, turn.new_id<core::CallId>());
  return preview;
}

}  // namespace pl::engine
