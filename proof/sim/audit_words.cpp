#include "sim/audit_words.h"

namespace pl::sim {
namespace {

template <class SomeId>
std::optional<std::string> text_of_id(const std::optional<SomeId>& id) {
  return id ? std::optional(id->text()) : std::nullopt;
}

unsigned voice_settings(const core::Voice& voice) {
  unsigned settings = 0;
  for (const bool set : {voice.model_id.has_value(), voice.stability.has_value(),
                         voice.similarity_boost.has_value(), voice.speed.has_value()}) {
    settings = settings * 2 + (set ? 1 : 0);
  }
  return settings;
}

audit::SceneFacts scene_words(const core::Scene& scene) {
  audit::SceneFacts facts;
  facts.name = scene.name.text;
  facts.persona = scene.persona.text;
  for (const core::ToolName& tool : scene.tools) facts.tools.insert(tool.text);
  facts.texts = !scene.texts.empty();
  facts.minutes = scene.minutes;
  return facts;
}

audit::RuleFacts rule_words(const core::Rule& rule) {
  audit::RuleFacts facts;
  if (rule.caller != core::KnownCaller::kAny) {
    facts.known = rule.caller == core::KnownCaller::kKnown;
  }
  for (const core::Stage stage : rule.stages) facts.stages.emplace(core::text_of(stage));
  facts.scene = rule.scene.text;
  return facts;
}

audit::PlanFacts plan_words(const core::Plan& plan) {
  audit::PlanFacts facts;
  facts.name = plan.name.text;
  facts.scene = plan.scene.text;
  facts.retry = plan.retry;
  facts.deadline = plan.deadline;
  facts.after_call_end = plan.after_call_end;
  facts.onboarding = plan.is_onboarding();
  facts.handover = plan.is_handover();
  facts.texts = plan.then == core::Fallback::kText;
  facts.fulfils = plan.on_call_in == core::OnCallIn::kFulfil;
  return facts;
}

}  // namespace

audit::LineFacts audit_words(const core::Line& line) {
  audit::LineFacts facts;
  facts.name = line.name.text;
  for (const core::Persona& one : line.personas) {
    facts.personas.push_back(
        {one.name.text, one.prompt, one.voice.voice_id, one.language, voice_settings(one.voice)});
  }
  for (const core::Scene& one : line.scenes) facts.scenes.push_back(scene_words(one));
  for (const core::Rule& one : line.inbound) facts.rules.push_back(rule_words(one));
  for (const core::Plan& one : line.outreach) facts.plans.push_back(plan_words(one));
  for (const core::Field& one : line.profile) {
    if (one.required) facts.required.push_back(one.name);
  }
  facts.safe_scene = line.safe_scene.text;
  facts.opens = line.calling.opens;
  facts.closes = line.calling.closes;
  facts.countries = {line.calling.countries.begin(), line.calling.countries.end()};
  facts.refuses_unknown_areas = line.calling.unknown_area_codes == core::UnknownAreas::kRefuse;
  facts.per_number_hour = line.calling.per_number_hour;
  facts.per_number_day = line.calling.per_number_day;
  facts.simultaneous = line.calling.simultaneous;
  facts.per_second = line.calling.per_second;
  return facts;
}

audit::CallerRow audit_words(const core::Caller& caller) {
  audit::CallerRow row;
  row.id = caller.id.text();
  row.number = caller.number.number.e164();
  row.country = caller.number.region;
  row.stage = core::text_of(caller.stage);
  row.timezone = caller.timezone;
  row.voice = caller.consent.voice;
  row.text = caller.consent.text;
  row.opted_out = caller.opted_out_at.has_value();
  for (const auto& [field, value] : caller.profile) row.fields.insert(field);
  return row;
}

audit::OutreachRow audit_words(const core::Outreach& outreach) {
  audit::OutreachRow row;
  row.id = outreach.id.text();
  row.caller = outreach.caller.text();
  row.plan = outreach.plan.name.text;
  row.state = core::text_of(outreach.state);
  row.redo = text_of_id(outreach.redo);
  row.leg = text_of_id(outreach.leg);
  row.awaits = text_of_id(outreach.awaits);
  row.held_by = text_of_id(outreach.held_by);
  row.created_at = outreach.created_at;
  row.due = outreach.due;
  row.deadline = outreach.deadline;
  row.retries = outreach.retries;
  row.via = core::text_of(outreach.via);
  row.error = outreach.error;
  row.text_confirmed = outreach.text_confirmed;
  row.cancelled_by = outreach.cancelled_by;
  row.waits_for = outreach.waits_for;
  return row;
}

audit::Initiation audit_words(const core::Initiation& initiation) {
  const core::Override& override = initiation.override;
  audit::Initiation told;
  told.prompt = override.prompt;
  told.first_message = override.first_message;
  told.language = override.language;
  told.voice_id = override.voice.voice_id;
  told.voice_settings = voice_settings(override.voice);
  told.tools = override.tool_ids.size();
  const auto named = initiation.dynamic_variables.find("partyline_call");
  if (named != initiation.dynamic_variables.end()) told.call = named->second;
  told.user_id = initiation.user_id;
  return told;
}

audit::CallRow audit_words(const core::Call& call) {
  audit::CallRow row;
  row.id = call.id.text();
  row.inbound = call.direction == core::Direction::kInbound;
  if (call.number) row.number = call.number->e164();
  row.caller = text_of_id(call.caller);
  row.outreach = text_of_id(call.outreach);
  row.scene = call.scene.text;
  row.persona = call.persona.text;
  if (call.stage) row.stage = core::text_of(*call.stage);
  row.safe_scene = call.safe_scene;
  row.started_at = call.started_at;
  row.lapses_at = call.lapses_at;
  if (call.conversation) row.conversation = call.conversation->text;
  row.unclear_at = call.unclear_at;
  row.placed_at = call.placed_at;
  row.ended_at = call.ended_at;
  row.first_negative_at = call.first_negative_at;
  if (call.verdict) row.verdict = core::text_of(*call.verdict);
  return row;
}

audit::TextRow audit_words(const core::TextMessage& text) {
  return {text.id.text(), text.outreach.text(), text.caller.text(),
          std::string(core::text_of(text.state))};
}

}  // namespace pl::sim
