#include "script.h"

#include <fmt/format.h>

#include <stdexcept>

#include "engine/callers.h"
#include "engine/inbound.h"
#include "engine/outreaches.h"
#include "engine/tools.h"
#include "engine/webhooks.h"

namespace pl::journeys {
namespace {

[[noreturn]] void wrong(const Fed& fed, const std::string& what) {
  throw std::runtime_error(what + " in: " + fed.source);
}

std::string word(const Fed& fed, std::size_t index) {
  if (fed.words.size() <= index) wrong(fed, "a word is missing");
  return fed.words[index];
}

std::string value(const Fed& fed, const std::string& key, const std::string& otherwise) {
  const auto found = fed.values.find(key);
  return found == fed.values.end() ? otherwise : found->second;
}

std::optional<Millis> duration(const Fed& fed, const std::string& key) {
  const auto found = fed.values.find(key);
  if (found == fed.values.end()) return std::nullopt;
  const auto length = parse_duration(found->second);
  if (!length) wrong(fed, key + " is no length of time");
  return length;
}

core::Consent consent_from(const std::string& text) {
  core::Consent consent;
  for (const std::string& to : split(text, ',')) {
    if (to == "voice") consent.voice = true;
    if (to == "text") consent.text = true;
  }
  consent.source = "signup form";
  return consent;
}

engine::CallerFields fields_from(const Values& values) {
  engine::CallerFields fields;
  for (const auto& [key, text] : values) {
    if (key == "number") fields.number = text;
    if (key == "name") fields.name = text;
    if (key == "timezone") fields.timezone = text;
    if (key == "stage") fields.stage = text;
    if (key == "telegram") fields.telegram_chat_id = text;
    if (key == "consent") fields.consent = consent_from(text);
    if (key.rfind("profile.", 0) == 0) fields.profile[key.substr(8)] = text;
  }
  return fields;
}

std::string show(const engine::Scheduled& scheduled) {
  const core::Outreach& outreach = scheduled.outreach;
  std::string text = fmt::format("accepted {}", outreach.id.text());
  if (outreach.due > outreach.created_at) text += " due=" + format_utc(outreach.due);
  if (!outreach.waits_for.empty()) text += " waits=" + quoted(outreach.waits_for);
  for (const std::string& warning : scheduled.warnings) text += " warning=" + quoted(warning);
  return text;
}
std::string show(const core::Caller& caller) {
  return fmt::format("ok {} stage={}", caller.id.text(), text_of(caller.stage));
}
std::string show(const core::Outreach& outreach) {
  return fmt::format("ok {} state={}", outreach.id.text(), text_of(outreach.state));
}
std::string show(const core::Attention& item) {
  return "ok " + item.id.text();
}
std::string show(const core::ToolReply& reply) {
  return fmt::format("saved={} say={}", reply.saved, quoted(reply.say));
}
std::string show(bool) {
  return "ok";
}

std::string_view text_of(Code code) {
  switch (code) {
    case Code::kInvalid:
      return "invalid";
    case Code::kUnauthorized:
      return "unauthorized";
    case Code::kNotFound:
      return "not-found";
    case Code::kConflict:
      return "conflict";
    case Code::kUnavailable:
      return "unavailable";
    case Code::kOutcomeUnknown:
      return "outcome-unknown";
    case Code::kCorrupt:
      return "corrupt";
    case Code::kInternal:
      return "internal";
  }
  return "";
}

std::string show(const Error& error) {
  return fmt::format("refused {} {}", text_of(error.code), quoted(error.message));
}

}  // namespace

template <class Value>
void Script::ask(std::function<Result<Value>(engine::Turn&)> use_case) {
  world_.run<Value>(std::move(use_case), [this](Result<Value> answer) {
    world_.narrator.happened("reply " + (answer ? show(*answer) : show(answer.error())));
  });
}

void Script::register_caller(const CallerLine& line) {
  world_.run<core::Caller>(
      [fields = fields_from(line.values)](engine::Turn& turn) {
        return engine::register_caller(turn, fields);
      },
      [&](Result<core::Caller> caller) {
        if (!caller) throw std::runtime_error(line.alias + ": " + caller.error().message);
        world_.narrator.call_it(caller->id.text(), line.alias);
      });
}

void Script::perform(const Fed& fed) {
  static const std::map<std::string, void (Script::*)(const Fed&)> verbs{
      {"api", &Script::api},           {"tool", &Script::tool},    {"inbound", &Script::inbound},
      {"webhook", &Script::webhook},   {"phone", &Script::phone},  {"platform", &Script::platform},
      {"telegram", &Script::telegram}, {"server", &Script::server}};
  const auto verb = verbs.find(word(fed, 0));
  if (verb == verbs.end()) wrong(fed, "no such verb");
  (this->*verb->second)(fed);
}

core::CallerId Script::caller(const std::string& alias) const {
  const auto id = core::CallerId::parse(world_.narrator.meant(alias));
  if (!id) throw std::runtime_error("no caller " + alias);
  return *id;
}

core::CallId Script::call(const std::string& alias) const {
  const auto id = core::CallId::parse(world_.narrator.meant(alias));
  if (!id) throw std::runtime_error("no call " + alias);
  return *id;
}

Conversation& Script::conversation(const std::string& alias) {
  Conversation* found = world_.platform.of_call(call(alias));
  if (found == nullptr) throw std::runtime_error(alias + " never rang");
  return *found;
}

void Script::api(const Fed& fed) {
  using engine::Turn;
  const std::string what = word(fed, 1);
  const std::string whom = word(fed, 2);
  if (what == "cancel" || what == "retry") {
    const auto id = core::OutreachId::parse(world_.narrator.meant(whom));
    if (!id) wrong(fed, "no such outreach");
    if (what == "cancel") {
      return ask<core::Outreach>([=](Turn& turn) { return engine::cancel(turn, *id, "api"); });
    }
    return ask<engine::Scheduled>([=](Turn& turn) { return engine::retry(turn, *id); });
  }
  if (what == "resolve") {
    const auto id = core::AttentionId::parse(world_.narrator.meant(whom));
    if (!id) wrong(fed, "no such attention item");
    return ask<core::Attention>([=](Turn& turn) { return engine::resolve_attention(turn, *id); });
  }
  const core::CallerId id = caller(whom);
  if (what == "onboard" || what == "schedule") {
    engine::ScheduleRequest request{.plan = {value(fed, "plan", "")}, .variables = {}};
    const auto later = duration(fed, "in");
    if (later) request.not_before = world_.time.now() + *later;
    if (const auto limit = duration(fed, "deadline")) {
      request.deadline = world_.time.now() + *limit;
    }
    if (fed.values.contains("reason")) request.variables["reason"] = fed.values.at("reason");
    return ask<engine::Scheduled>([=](Turn& turn) {
      return what == "onboard" ? engine::schedule_onboarding(turn, id, request)
                               : engine::schedule(turn, id, request);
    });
  }
  ask<core::Caller>([=, fields = fields_from(fed.values)](Turn& turn) -> Result<core::Caller> {
    if (what == "skip") return engine::skip_onboarding(turn, id);
    if (what == "opt-out") return engine::opt_out(turn, id);
    if (what == "opt-in") return engine::opt_in(turn, id);
    if (what == "change") return engine::change_caller(turn, id, fields);
    return fail(Code::kInvalid, "no such request in a journey");
  });
}

void Script::tool(const Fed& fed) {
  core::ToolCall tool_call{{word(fed, 1)}, call(word(fed, 2)), std::nullopt, {}};
  if (Conversation* said_in = world_.platform.of_call(*tool_call.call)) {
    tool_call.conversation = said_in->report.conversation;
    said_in->report.tool_called = true;
  }
  for (const auto& [key, text] : fed.values) tool_call.arguments[key] = text;
  ask<core::ToolReply>([=](engine::Turn& turn) { return engine::tool_called(turn, tool_call); });
}

void Script::inbound(const Fed& fed) {
  const core::Line& line = world_.engine_world().lines.all().front();
  const std::string from = value(fed, "from", "anonymous");
  const auto number = core::PhoneNumber::from_e164(from);
  const Conversation& ringing = world_.platform.call_in(number, value(fed, "sid", ""));
  const core::ConversationId conversation = ringing.report.conversation;
  const core::IncomingCall incoming{line.agent_id, from, line.number.e164(),
                                    *ringing.report.call_sid, conversation};
  const auto id = core::CallId::make(world_.time.now(), world_.entropy.draw());
  const bool late = value(fed, "answered", "") == "by-timer";
  const core::Initiation safe = engine::safe_initiation(world_.engine_world(), incoming, id);
  world_.run<core::Initiation>(
      [=](engine::Turn& turn) -> Result<core::Initiation> {
        if (!late) return engine::incoming_call(turn, incoming, id);
        PL_DO(engine::record_safe_call(turn, incoming, id, safe));
        return safe;
      },
      [this, conversation](Result<core::Initiation> initiation) {
        if (!initiation) return world_.narrator.happened("reply " + show(initiation.error()));
        world_.audit.initiation(*initiation);
        world_.platform.set_initiation(conversation, *initiation);
        world_.narrator.answer(*initiation);
      });
}

void Script::webhook(const Fed& fed) {
  const Conversation& about = conversation(word(fed, 1));
  core::ConversationReport report = about.report;
  ports::InboxItem item{.key = {}, .sha256 = {}, .received_at = world_.time.now()};
  item.conversation = report.conversation;
  core::PlatformEvent event = report;
  item.type = "post_call_transcription";
  if (const std::string verdict = value(fed, "failure", ""); !verdict.empty()) {
    item.type = "call_initiation_failure";
    const auto meant = verdict == "busy"        ? core::Verdict::kBusy
                       : verdict == "no-answer" ? core::Verdict::kNoAnswer
                                                : core::Verdict::kFailed;
    event = core::DialFailed{report.conversation, meant};
  }
  item.key = item.type + ":" + report.conversation.text;
  item.sha256 =
      fmt::format("{}:{}:{}", item.key, static_cast<int>(report.status), value(fed, "failure", ""));
  const auto freshness =
      value(fed, "stale", "no") == "yes" ? engine::Freshness::kHint : engine::Freshness::kFresh;
  ask<bool>([=](engine::Turn& turn) -> Result<bool> {
    PL_DO(engine::post_call_event(turn, item, event, freshness));
    return true;
  });
}

void Script::phone(const Fed& fed) {
  Conversation& talk = conversation(word(fed, 1));
  const std::string does = word(fed, 2);
  FakePlatform& platform = world_.platform;
  const std::string analysis = value(fed, "analysis", "3s");
  const auto judged_after = analysis == "never" ? std::nullopt : parse_duration(analysis);
  if (does == "picks-up") return platform.pick_up(talk);
  if (does == "says") return platform.say(talk, core::Speaker::kUser, word(fed, 3));
  if (does == "mailbox") {
    platform.pick_up(talk);
    talk.report.voicemail_detected = true;
    return;
  }
  if (does == "hangs-up") return platform.hang_up(talk, judged_after);
  if (does == "busy" || does == "no-answer") return platform.fail(talk, does);
  wrong(fed, "a telephone cannot do that");
}

}  // namespace pl::journeys
