#include "base/text.h"
#include "engine/callers.h"
#include "engine/outreaches.h"
#include "engine/privacy.h"
#include "sim/journey/fate_words.h"
#include "sim/journey/feeder.h"

namespace pl::sim {
namespace {

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

}  // namespace

void Feeder::note_addresses(const engine::CallerFields& fields, const std::string& caller) {
  if (fields.telegram_chat_id) world_.address_is(*fields.telegram_chat_id, caller);
  if (fields.number) world_.address_is(*fields.number, caller);
}

Result<void> Feeder::register_caller(const CallerLine& line) {
  Result<void> registered = fail(Code::kUnavailable, line.alias + ": the server is down");
  const auto fields = fields_from(line.values);
  world_.server.engine().run<core::Caller>(
      ports::Priority::kRoutine, noted<core::Caller>([fields](engine::Turn& turn) {
        return engine::register_caller(turn, fields);
      }),
      [&](Result<core::Caller> caller) {
        if (!caller) {
          registered = fail(Code::kInvalid, line.alias + ": " + caller.error().message);
          return;
        }
        registered = {};
        world_.narrator.call_it(caller->id.text(), line.alias);
        note_addresses(fields, caller->id.text());
      });
  world_.server.drain();
  return registered;
}

Result<void> Feeder::api(const Fed& fed) {
  using engine::Turn;
  PL_TRY(const std::string what, word_in(fed, 1));
  world_.store.set_cause("api " + what);
  if (what == "check-agent") return check_agent();
  PL_TRY(const std::string whom, word_in(fed, 2));
  if (what == "cancel" || what == "retry") {
    PL_TRY(const auto outreach, id<core::OutreachId>(whom));
    if (what == "cancel") {
      demand<core::Outreach>([=](Turn& turn) { return engine::cancel(turn, outreach, "api"); });
    } else {
      demand<engine::Scheduled>([=](Turn& turn) { return engine::retry(turn, outreach); });
    }
    return {};
  }
  if (what == "resolve") {
    PL_TRY(const auto item, id<core::AttentionId>(whom));
    demand<core::Attention>([=](Turn& turn) { return engine::resolve_attention(turn, item); });
    return {};
  }
  PL_TRY(const auto caller, id<core::CallerId>(whom));
  return api_about_caller(fed, caller);
}

Result<void> Feeder::check_agent() {
  Narrator& narrator = world_.narrator;
  if (!world_.server.is_up()) {
    narrator.happened(std::string("reply ") + kServerIsDown);
    return {};
  }
  world_.server.engine().check_agents(engine::AskedBy::kPerson, [&narrator](const auto& checks) {
    if (!checks) return narrator.happened("reply " + reply_words(checks.error()));
    for (const engine::AgentCheck& check : *checks) {
      narrator.happened("reply " + (check.off ? "off=" + in_quotes(join(names_of(*check.off), ", "))
                                              : reply_words(check.off.error())));
    }
  });
  return {};
}

Result<void> Feeder::api_about_caller(const Fed& fed, const core::CallerId& caller) {
  using engine::Turn;
  const std::string what = fed.words[1];
  if (what == "onboard" || what == "schedule") {
    engine::ScheduleRequest request;
    request.what = core::PlanName{value_in(fed, "plan")};
    if (fed.values.contains("scene")) request.what = core::SceneName{fed.values.at("scene")};
    if (fed.values.contains("opening")) request.opening = fed.values.at("opening");
    PL_TRY(const auto later, length_in(fed, "in"));
    if (later) request.not_before = world_.clock.now() + *later;
    PL_TRY(const auto limit, length_in(fed, "deadline"));
    if (limit) request.deadline = world_.clock.now() + *limit;
    if (fed.values.contains("reason")) request.variables["reason"] = fed.values.at("reason");
    demand<engine::Scheduled>([=](Turn& turn) {
      return what == "onboard" ? engine::schedule_onboarding(turn, caller, request)
                               : engine::schedule(turn, caller, request);
    });
    return {};
  }
  if (what == "erase") {
    demand<ports::Erasure>([=](Turn& turn) { return engine::erase_caller(turn, caller, "api"); });
    return {};
  }
  const auto fields = fields_from(fed.values);
  note_addresses(fields, caller.text());
  std::function<Result<core::Caller>(Turn&)> use_case;
  if (what == "skip") use_case = [=](Turn& turn) { return engine::skip_onboarding(turn, caller); };
  if (what == "opt-out") use_case = [=](Turn& turn) { return engine::opt_out(turn, caller); };
  if (what == "opt-in") use_case = [=](Turn& turn) { return engine::opt_in(turn, caller); };
  if (what == "change") {
    use_case = [=](Turn& turn) { return engine::change_caller(turn, caller, fields); };
  }
  if (!use_case) return fail(Code::kInvalid, "no such request");
  demand<core::Caller>(std::move(use_case));
  return {};
}

}  // namespace pl::sim
