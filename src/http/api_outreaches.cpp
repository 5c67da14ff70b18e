// /v1/callers/{id}/onboarding, /v1/callers/{id}/outreaches, /v1/outreaches, /v1/attention
#include "engine/outreaches.h"

#include "http/api_query.h"

namespace pl::http {
namespace {

using core::AttentionId;
using core::CallerId;
using core::OutreachId;
using wire::Json;
using wire::JsonView;

// While its line's dialer stands still, that is what it waits for.
Result<Json> view_of(engine::Turn& turn, core::Outreach outreach) {
  if (outreach.state == core::OutreachState::kWaiting) {
    PL_TRY(const auto pauses, turn.tx.pauses());
    const auto pause = pauses.find(outreach.line);
    if (pause != pauses.end()) {
      outreach.waits_for = "the line's dialer is paused: " + pause->second.why;
    }
  }
  PL_TRY(const auto attempts, turn.tx.calls_of(outreach.id));
  PL_TRY(const auto texts, turn.tx.texts_of(outreach.id));
  return view(outreach, attempts, texts);
}

Result<Json> view_of(engine::Turn& turn, const engine::Scheduled& scheduled) {
  PL_TRY(Json shown, view_of(turn, scheduled.outreach));
  std::vector<Json> warnings;
  for (const std::string& warning : scheduled.warnings) warnings.push_back({warning});
  std::get<Json::Members>(shown.value)["warnings"] = list(std::move(warnings));
  return shown;
}

Result<std::optional<UtcTime>> read_time(const JsonView& body, std::string_view key) {
  PL_TRY(const auto text, body.text(key));
  if (!text) return std::nullopt;
  const auto time = parse_utc(*text);
  if (!time) return fail(Code::kInvalid, std::string(key) + ": write 2026-01-31T12:00:00Z");
  return time;
}

Result<std::variant<core::PlanName, core::SceneName>> read_what(const JsonView& body) {
  PL_TRY(const auto scene, body.text("scene"));
  if (!scene) {
    PL_TRY(std::string plan, body.required_text("plan", 64));
    return core::PlanName{std::move(plan)};
  }
  PL_TRY(const auto plan, body.text("plan"));
  if (plan) return fail(Code::kInvalid, "plan: leave it out beside `scene`, or `scene` beside it");
  return core::SceneName{*scene};
}

Result<engine::ScheduleRequest> read_schedule(const ApiRequest& request, bool needs_plan) {
  PL_TRY(const Json document, read_body(request));
  const JsonView body(document);
  std::vector<std::string> known{"not_before", "deadline", "variables", "opening"};
  if (needs_plan) known.insert(known.end(), {"plan", "scene"});
  PL_DO(only_keys(body, std::move(known)));
  engine::ScheduleRequest schedule;
  if (needs_plan) {
    PL_TRY(schedule.what, read_what(body));
  }
  PL_TRY(schedule.not_before, read_time(body, "not_before"));
  PL_TRY(schedule.deadline, read_time(body, "deadline"));
  PL_TRY(schedule.opening, body.text("opening"));
  PL_TRY(const auto variables, body.object("variables"));
  if (!variables) return schedule;
  for (const auto& [key, value] : std::get<Json::Members>(variables->json().value)) {
    const auto* text = std::get_if<std::string>(&value.value);
    if (text == nullptr) return fail_at(*variables, "holds texts only");
    schedule.variables[key] = *text;
  }
  return schedule;
}

using Scheduler = Result<engine::Scheduled> (*)(engine::Turn&, const CallerId&,
                                                const engine::ScheduleRequest&);

void post_schedule(engine::Engine& engine, const ApiRequest& request, bool needs_plan,
                   Scheduler scheduler) {
  const auto id = path_id<CallerId>(request);
  if (!id) return request.reply(problem(id.error()));
  auto schedule = read_schedule(request, needs_plan);
  if (!schedule) return reply_malformed(request.reply, schedule.error());
  answer(
      engine, request, 202,
      [id = *id, schedule = *std::move(schedule), scheduler](engine::Turn& turn) -> Result<Json> {
        PL_TRY(const engine::Scheduled scheduled, scheduler(turn, id, schedule));
        return view_of(turn, scheduled);
      });
}

void post_onboarding(engine::Engine& engine, ApiRequest request) {
  post_schedule(engine, request, false, engine::schedule_onboarding);
}

void post_outreach(engine::Engine& engine, ApiRequest request) {
  post_schedule(engine, request, true, engine::schedule);
}

Result<ports::OutreachFilter> outreach_filter(const ApiRequest& request) {
  ports::OutreachFilter filter;
  PL_TRY(filter.limit, read_limit(request));
  PL_TRY(filter.before, read_id<OutreachId>(request, "before"));
  PL_TRY(filter.caller, read_id<CallerId>(request, "caller"));
  if (const auto state = request.parameter("state")) {
    filter.state = enum_from<core::OutreachState>(*state);
    if (!filter.state) {
      return fail(Code::kInvalid,
                  "state: one that an outreach can have, such as waiting or texted");
    }
  }
  return filter;
}

void get_outreaches(engine::Engine& engine, ApiRequest request) {
  const auto filter = outreach_filter(request);
  if (!filter) return reply_malformed(request.reply, filter.error());
  answer(engine, request, 200, [filter = *filter](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const auto outreaches, turn.tx.outreaches(filter));
    return page(outreaches, filter.limit,
                [&](const core::Outreach& outreach) { return view_of(turn, outreach); });
  });
}

void get_outreach(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<OutreachId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 200, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const core::Outreach outreach, turn.outreach(id));
    return view_of(turn, outreach);
  });
}

void post_cancel(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<OutreachId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 200, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const core::Outreach outreach, engine::cancel(turn, id, "api"));
    return view_of(turn, outreach);
  });
}

void post_retry(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<OutreachId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 202, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const engine::Scheduled scheduled, engine::retry(turn, id));
    return view_of(turn, scheduled);
  });
}

Result<ports::AttentionFilter> read_attention_filter(const ApiRequest& request) {
  ports::AttentionFilter filter;
  PL_TRY(filter.limit, read_limit(request));
  PL_TRY(filter.before, read_id<AttentionId>(request, "before"));
  if (const auto line = request.parameter("line")) filter.line = core::LineName{std::string(*line)};
  if (const auto reason = request.parameter("reason")) {
    filter.reason = enum_from<core::AttentionReason>(*reason);
    if (!filter.reason) {
      return fail(Code::kInvalid,
                  "reason: one that an item can have, such as dialer-paused or outreach-failed");
    }
  }
  return filter;
}

void get_attention(engine::Engine& engine, ApiRequest request) {
  const auto filter = read_attention_filter(request);
  if (!filter) return reply_malformed(request.reply, filter.error());
  answer(engine, request, 200, [filter = *filter](engine::Turn& turn) -> Result<Json> {
    PL_DO(check_line(turn, filter.line));
    PL_TRY(const auto open, turn.tx.open_attention(filter));
    return page(open, filter.limit,
                [](const core::Attention& item) -> Result<Json> { return view(item); });
  });
}

void post_resolve(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<AttentionId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 200, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const core::Attention item, engine::resolve_attention(turn, id));
    return view(item);
  });
}

}  // namespace

std::vector<Route> outreach_routes() {
  using enum ports::Scope;
  return {
      {"POST", "callers/{id}/onboarding", kDial, post_onboarding},
      {"POST", "callers/{id}/outreaches", kDial, post_outreach},
      {"GET", "outreaches", kRead, get_outreaches},
      {"GET", "outreaches/{id}", kRead, get_outreach},
      {"POST", "outreaches/{id}/cancel", kDial, post_cancel},
      {"POST", "outreaches/{id}/retry", kDial, post_retry},
      {"GET", "attention", kRead, get_attention},
      {"POST", "attention/{id}/resolve", kAdmin, post_resolve},
  };
}

}  // namespace pl::http
