#include "http/views.h"

#include <algorithm>

#include "wire/initiation.h"
#include "wire/signature.h"

namespace pl::http {
namespace {

using wire::Json;
using Members = Json::Members;

Json text(std::string_view value) {
  return {std::string(value)};
}
Json number(std::int64_t value) {
  return {value};
}
Json null() {
  return {nullptr};
}
Json time(UtcTime at) {
  return text(format_utc(at));
}
Json time(const std::optional<UtcTime>& at) {
  return at ? time(*at) : null();
}

template <class SomeId>
Json id(const std::optional<SomeId>& value) {
  return value ? text(value->text()) : null();
}
Json conversation(const std::optional<core::ConversationId>& value) {
  return value ? text(value->text) : null();
}
Json texts_by_key(const std::map<std::string, std::string>& entries) {
  Members members;
  for (const auto& [key, value] : entries) members[key] = text(value);
  return {std::move(members)};
}

struct FieldJson {
  Json operator()(bool yes) const { return {yes}; }
  Json operator()(std::int64_t value) const { return {value}; }
  Json operator()(const std::string& value) const { return {value}; }
  Json operator()(const std::vector<std::string>& items) const {
    std::vector<Json> values;
    for (const std::string& item : items) values.push_back({item});
    return list(std::move(values));
  }
};

Json profile(const core::Profile& fields) {
  Members members;
  for (const auto& [name, value] : fields) members[name] = std::visit(FieldJson{}, value);
  return {std::move(members)};
}

Json consent(const core::Consent& given) {
  return {Members{{"voice", {given.voice}},
                  {"text", {given.text}},
                  {"source", text_or_null(given.source)},
                  {"wording", text_or_null(given.wording)},
                  {"at", time(given.at)}}};
}

Json brief_outreach(const core::Outreach& outreach, bool fulfilled_by_call_in) {
  return {Members{{"id", text(outreach.id.text())},
                  {"plan", text(outreach.plan.name.text)},
                  {"scene", text(outreach.plan.scene.text)},
                  {"state", text(text_of(outreach.state))},
                  {"due", time(outreach.due)},
                  {"fulfilled_by_call_in", {fulfilled_by_call_in}}}};
}

// When the next dial may come: the plan's time, or the later one that the gate named.
UtcTime not_before(const core::Outreach& outreach) {
  const bool postponed = outreach.state == core::OutreachState::kWaiting && !outreach.blocked;
  return postponed ? std::max(outreach.due, outreach.ask_at) : outreach.due;
}

// How an answered call came to its end is no failure, though the platform has words for it.
Json failure(const core::Call& call) {
  const bool answered =
      call.verdict == core::Verdict::kAnswered || call.verdict == core::Verdict::kBrief;
  return answered ? null() : text_or_null(call.failure);
}

// What decided who was reached: "words: mailbox phrase".
Json evidence(const core::Call& call) {
  if (!call.answerer) return null();
  return text(std::string(text_of(call.evidence)) + ": " + call.shown_by);
}

Json attempt(const core::Call& call) {
  return {Members{{"call", text(call.id.text())},
                  {"attempt", number(call.ordinal)},
                  {"state", text(state_of(call))},
                  {"verdict", call.verdict ? text(text_of(*call.verdict)) : null()},
                  {"answerer", call.answerer ? text(text_of(*call.answerer)) : null()},
                  {"evidence", evidence(call)},
                  {"started_at", time(call.started_at)},
                  {"ended_at", time(call.ended_at)},
                  {"conversation_id", conversation(call.conversation)},
                  {"failure", failure(call)}}};
}

Json text_message(const core::TextMessage& message) {
  return {Members{{"id", text(message.id.text())},
                  {"channel", text(text_of(message.channel))},
                  {"state", text(text_of(message.state))},
                  {"body", text(message.body)},
                  {"at", time(message.created_at)},
                  {"failure", text_or_null(message.failure)}}};
}

Json transcript(const std::vector<core::Turn>& turns) {
  std::vector<Json> items;
  for (const core::Turn& turn : turns) {
    const bool agent = turn.speaker == core::Speaker::kAgent;
    items.push_back({Members{{"role", text(agent ? "agent" : "user")},
                             {"message", text(turn.text)},
                             {"at_s", number(turn.at.count())}}});
  }
  return list(std::move(items));
}

Json drift(const std::set<core::Aspect>& aspects) {
  std::vector<Json> items;
  for (const core::Aspect aspect : aspects) items.push_back(text(text_of(aspect)));
  return list(std::move(items));
}

Members call_members(const core::Call& call, const std::optional<core::Initiation>& initiation) {
  const bool inbound = call.direction == core::Direction::kInbound;
  return {{"id", text(call.id.text())},
          {"line", text(call.line.text)},
          {"direction", text(inbound ? "inbound" : "outbound")},
          {"caller", id(call.caller)},
          {"outreach", id(call.outreach)},
          {"scene", text(call.scene.text)},
          {"persona", text(call.persona.text)},
          {"stage", call.stage ? text(text_of(*call.stage)) : null()},
          {"safe_scene", {call.safe_scene}},
          {"state", text(state_of(call))},
          {"verdict", call.verdict ? text(text_of(*call.verdict)) : null()},
          {"answerer", call.answerer ? text(text_of(*call.answerer)) : null()},
          {"evidence", evidence(call)},
          {"drift", drift(call.drift)},
          {"conversation_id", conversation(call.conversation)},
          {"started_at", time(call.started_at)},
          {"placed_at", time(call.placed_at)},
          {"answered_at", time(call.answered_at)},
          {"ended_at", time(call.ended_at)},
          {"override_sha256",
           initiation ? text(wire::sha256_hex(wire::initiation_body(*initiation))) : null()}};
}

Json parsed_initiation(const core::Initiation& initiation) {
  auto document = wire::read_json(wire::initiation_body(initiation), core::kInitiationBytes * 2);
  return document ? *std::move(document) : null();
}

}  // namespace

Json text_or_null(const std::string& value) {
  return value.empty() ? null() : text(value);
}

Json list(std::vector<Json> items) {
  return {Json::List(std::move(items))};
}

Json view(const core::Caller& caller, const std::vector<core::Outreach>& open) {
  std::vector<Json> outreaches;
  const core::Outreach* const fulfilled = core::fulfilled_by_call_in(open);
  for (const core::Outreach& outreach : open) {
    outreaches.push_back(brief_outreach(outreach, &outreach == fulfilled));
  }
  return {Members{
      {"id", text(caller.id.text())},
      {"line", text(caller.line.text)},
      {"number", text(caller.number.number.e164())},
      {"name", text(caller.name)},
      {"stage", text(text_of(caller.stage))},
      {"timezone", caller.timezone ? text(*caller.timezone) : null()},
      {"profile", profile(caller.profile)},
      {"context", texts_by_key(caller.context)},
      {"channels",
       {Members{{"telegram_chat_id",
                 caller.telegram_chat_id ? text(*caller.telegram_chat_id) : null()}}}},
      {"consent", consent(caller.consent)},
      {"opted_out_at", time(caller.opted_out_at)},
      {"created_at", time(caller.created_at)},
      {"updated_at", time(caller.updated_at)},
      {"outreaches", list(std::move(outreaches))},
  }};
}

Json view_result(const core::Outreach& outreach) {
  const bool settled =
      core::is_terminal(outreach.state) || outreach.state == core::OutreachState::kTexting;
  if (!settled) return null();
  const core::OutreachResult result = core::result_of(outreach);
  Members members{{"success", {result.success}},
                  {"retries", number(result.retries)},
                  {"via", text_or_null(std::string(text_of(result.via)))}};
  if (!result.error.empty()) members["error"] = text(result.error);
  if (outreach.conversation) members["conversation_id"] = conversation(outreach.conversation);
  if (outreach.brief) members["brief"] = {true};
  if (!outreach.text_confirmed) members["confirmed"] = {false};
  if (!outreach.cancelled_by.empty()) members["cancelled_by"] = text(outreach.cancelled_by);
  return {std::move(members)};
}

Json view(const core::Outreach& outreach, const std::vector<core::Call>& attempts,
          const std::vector<core::TextMessage>& texts) {
  std::vector<Json> attempt_items;
  for (const core::Call& call : attempts) attempt_items.push_back(attempt(call));
  std::vector<Json> text_items;
  for (const core::TextMessage& message : texts) text_items.push_back(text_message(message));
  return {Members{
      {"id", text(outreach.id.text())},
      {"line", text(outreach.line.text)},
      {"caller", text(outreach.caller.text())},
      {"plan", text(outreach.plan.name.text)},
      {"scene", text(outreach.plan.scene.text)},
      {"state", text(text_of(outreach.state))},
      {"not_before", time(not_before(outreach))},
      {"deadline", time(outreach.deadline)},
      {"waits_for", text_or_null(outreach.waits_for)},
      {"retry_of", id(outreach.redo)},
      {"created_at", time(outreach.created_at)},
      {"ended_at", time(outreach.ended_at)},
      {"attempts", list(std::move(attempt_items))},
      {"texts", list(std::move(text_items))},
      {"result", view_result(outreach)},
  }};
}

Json view_brief(const core::Call& call, const std::optional<core::Initiation>& initiation) {
  return {call_members(call, initiation)};
}

Json view(const core::Call& call, const std::optional<core::Initiation>& initiation) {
  Members members = call_members(call, initiation);
  members["number"] = call.number ? text(call.number->e164()) : null();
  members["failure"] = failure(call);
  members["duration_s"] = number(call.duration.count());
  members["transcript"] = transcript(call.transcript);
  members["initiation"] = initiation ? parsed_initiation(*initiation) : null();
  return {std::move(members)};
}

Json view(const core::Attention& attention) {
  return {Members{{"id", text(attention.id.text())},
                  {"line", text(attention.line.text)},
                  {"reason", text(text_of(attention.reason))},
                  {"subject", text(attention.subject)},
                  {"what", text(attention.what)},
                  {"todo", text(attention.todo)},
                  {"raised_at", time(attention.raised_at)},
                  {"resolved_at", time(attention.resolved_at)}}};
}

Json view(const core::JournalEntry& entry) {
  return {Members{{"seq", number(entry.seq)},
                  {"at", time(entry.at)},
                  {"line", text(entry.line.text)},
                  {"kind", text(entry.kind)},
                  {"caller", id(entry.caller)},
                  {"outreach", id(entry.outreach)},
                  {"call", id(entry.call)},
                  {"details", texts_by_key(entry.details)}}};
}

Json view(const core::Line& line) {
  std::vector<Json> scenes;
  for (const core::Scene& scene : line.scenes) scenes.push_back(text(scene.name.text));
  std::vector<Json> plans;
  for (const core::Plan& plan : line.outreach) plans.push_back(text(plan.name.text));
  return {Members{{"name", text(line.name.text)},
                  {"number", text(line.number.e164())},
                  {"agent_id", text(line.agent_id)},
                  {"scenes", list(std::move(scenes))},
                  {"plans", list(std::move(plans))}}};
}

Json view(const engine::RoutePreview& preview) {
  std::vector<Json> rules;
  for (const core::RuleVerdict& verdict : preview.answer.rules) {
    const core::Rule& rule = preview.line->inbound[verdict.rule];
    rules.push_back({Members{{"rule", text(describe(rule))},
                             {"scene", text(rule.scene.text)},
                             {"line", number(rule.line_number)},
                             {"matched", {verdict.matched}},
                             {"why", text(verdict.why)}}});
  }
  const core::Scene& scene = preview.line->scene(preview.scene);
  return {Members{{"line", text(preview.line->name.text)},
                  {"caller", preview.caller ? text(preview.caller->id.text()) : null()},
                  {"stage", preview.caller ? text(text_of(preview.caller->stage)) : null()},
                  {"scene", text(preview.scene.text)},
                  {"persona", text(scene.persona.text)},
                  {"fulfils", id(preview.fulfils)},
                  {"rules", list(std::move(rules))},
                  {"initiation", parsed_initiation(preview.initiation)}}};
}

}  // namespace pl::http
