// /v1/callers
#include <algorithm>

#include "engine/callers.h"
#include "engine/outreaches.h"
#include "engine/whereabouts.h"
#include "http/api_query.h"

namespace pl::http {
namespace {

using core::CallerId;
using wire::Json;
using wire::JsonView;

Result<Json> view_of(engine::Turn& turn, const core::Caller& caller) {
  PL_TRY(const auto open, turn.open_outreaches(caller.id));
  Json shown = view(caller, open.rows);
  if (std::string doubt = engine::whereabouts(turn, caller).doubt; !doubt.empty()) {
    std::get<Json::Members>(shown.value)["warnings"] = list({Json{std::move(doubt)}});
  }
  return shown;
}

struct AsRaw {
  Result<core::RawValue> operator()(bool yes) const { return core::RawValue(yes); }
  Result<core::RawValue> operator()(std::int64_t number) const { return core::RawValue(number); }
  Result<core::RawValue> operator()(double number) const { return core::RawValue(number); }
  Result<core::RawValue> operator()(const std::string& text) const { return core::RawValue(text); }
  Result<core::RawValue> operator()(const Json::List& items) const {
    std::vector<std::string> texts;
    for (const Json& item : items) {
      const auto* text = std::get_if<std::string>(&item.value);
      if (text == nullptr) return fail(Code::kInvalid, "profile: a list holds texts only");
      texts.push_back(*text);
    }
    return core::RawValue(std::move(texts));
  }
  Result<core::RawValue> operator()(std::nullptr_t) const {
    return fail(Code::kInvalid, "profile: a value cannot be null");
  }
  Result<core::RawValue> operator()(const Json::Members&) const {
    return fail(Code::kInvalid, "profile: a value cannot be an object");
  }
};

Result<std::map<std::string, std::string>> read_texts(const JsonView& object) {
  std::map<std::string, std::string> entries;
  for (const auto& [key, value] : std::get<Json::Members>(object.json().value)) {
    if (const auto* text = std::get_if<std::string>(&value.value)) {
      entries[key] = *text;
    } else if (const auto* number = std::get_if<std::int64_t>(&value.value)) {
      entries[key] = std::to_string(*number);
    } else if (const auto* yes = std::get_if<bool>(&value.value)) {
      entries[key] = *yes ? "true" : "false";
    } else {
      return fail_at(object, "holds texts, whole numbers and true or false only");
    }
  }
  return entries;
}

Result<std::optional<core::Consent>> read_consent(const JsonView& body) {
  PL_TRY(const auto object, body.object("consent"));
  if (!object) return std::nullopt;
  PL_DO(only_keys(*object, {"voice", "text", "source", "wording", "at"}));
  core::Consent consent;
  PL_TRY(const auto voice, object->flag("voice"));
  PL_TRY(const auto text, object->flag("text"));
  PL_TRY(const auto source, object->text("source"));
  PL_TRY(const auto wording, object->text("wording"));
  PL_TRY(const auto at, object->text("at"));
  consent.voice = voice.value_or(false);
  consent.text = text.value_or(false);
  consent.source = source.value_or("");
  consent.wording = wording.value_or("");
  if (at) {
    consent.at = parse_utc(*at);
    if (!consent.at) return fail(Code::kInvalid, "consent.at: write 2026-01-31T12:00:00Z");
  }
  return consent;
}

Result<std::optional<std::string>> read_chat(const JsonView& body) {
  PL_TRY(const auto channels, body.object("channels"));
  if (!channels) return std::nullopt;
  PL_DO(only_keys(*channels, {"telegram_chat_id"}));
  if (!std::get<Json::Members>(channels->json().value).contains("telegram_chat_id")) {
    return std::nullopt;
  }
  PL_TRY(const auto found, channels->find("telegram_chat_id"));
  if (!found) return std::string();  // null: no longer reachable there
  if (const auto* number = std::get_if<std::int64_t>(&found->json().value)) {
    return std::to_string(*number);
  }
  return channels->text("telegram_chat_id");
}

Result<engine::CallerFields> read_fields(const ApiRequest& request) {
  PL_TRY(const Json document, read_body(request));
  const JsonView body(document);
  PL_DO(only_keys(body, {"line", "number", "name", "timezone", "stage", "context", "channels",
                         "consent", "profile"}));
  engine::CallerFields fields;
  PL_TRY(const auto line, body.text("line"));
  if (line) fields.line = core::LineName{*line};
  PL_TRY(fields.number, body.text("number"));
  PL_TRY(fields.name, body.text("name"));
  PL_TRY(fields.timezone, body.text("timezone"));
  PL_TRY(fields.stage, body.text("stage"));
  PL_TRY(fields.consent, read_consent(body));
  PL_TRY(fields.telegram_chat_id, read_chat(body));
  PL_TRY(const auto context, body.object("context"));
  if (context) {
    PL_TRY(fields.context, read_texts(*context));
  }
  PL_TRY(const auto profile, body.object("profile"));
  if (profile) {
    for (const auto& [name, value] : std::get<Json::Members>(profile->json().value)) {
      PL_TRY(auto raw, std::visit(AsRaw{}, value.value));
      fields.profile.emplace(name, std::move(raw));
    }
  }
  return fields;
}

void post_caller(engine::Engine& engine, ApiRequest request) {
  auto fields = read_fields(request);
  if (!fields) return reply_malformed(request.reply, fields.error());
  answer(engine, request, 201, [fields = *std::move(fields)](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const core::Caller caller, engine::register_caller(turn, fields));
    return view_of(turn, caller);
  });
}

// GET /v1/callers?number=%2B41...; a '+' that arrived as a space is put back.
void find_caller(engine::Engine& engine, const ApiRequest& request, std::string written) {
  if (written.front() == ' ') written.front() = '+';
  std::optional<core::LineName> line;
  if (const auto name = request.parameter("line")) line = core::LineName{std::string(*name)};
  answer(engine, request, 200, [written, line](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const core::Line* on, turn.world.lines.meant(line));
    auto facts = turn.world.numbers.read(written);
    if (!facts) return fail(Code::kInvalid, "number: " + facts.error().message);
    PL_TRY(const auto caller, turn.tx.caller_by_number(on->name, facts->number));
    if (!caller) return fail(Code::kNotFound, "the line knows no caller with that number");
    return view_of(turn, *caller);
  });
}

Result<ports::CallerFilter> caller_filter(const ApiRequest& request) {
  ports::CallerFilter filter;
  PL_TRY(filter.limit, read_limit(request));
  PL_TRY(filter.before, read_id<CallerId>(request, "before"));
  if (const auto line = request.parameter("line")) filter.line = core::LineName{std::string(*line)};
  if (const auto stage = request.parameter("stage")) {
    filter.stage = enum_from<core::Stage>(*stage);
    if (!filter.stage) {
      return fail(Code::kInvalid, "stage: new, onboarding, onboarded, skipped or closed");
    }
  }
  return filter;
}

void get_callers(engine::Engine& engine, ApiRequest request) {
  if (const auto number = request.parameter("number")) {
    if (number->empty()) {
      return request.reply(problem(400, "number: write /v1/callers?number=%2B41780000000"));
    }
    return find_caller(engine, request, std::string(*number));
  }
  const auto filter = caller_filter(request);
  if (!filter) return reply_malformed(request.reply, filter.error());
  answer(engine, request, 200, [filter = *filter](engine::Turn& turn) -> Result<Json> {
    PL_DO(check_line(turn, filter.line));
    PL_TRY(const auto callers, turn.tx.callers(filter));
    return page(callers, filter.limit,
                [&](const core::Caller& caller) { return view_of(turn, caller); });
  });
}

// A route to one caller: the use case gets the id and answers with the caller.
using CallerUse = std::function<Result<core::Caller>(engine::Turn&, const CallerId&)>;

void with_caller(engine::Engine& engine, const ApiRequest& request, CallerUse use) {
  const auto id = path_id<CallerId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 200,
         [id = *id, use = std::move(use)](engine::Turn& turn) -> Result<Json> {
           PL_TRY(const core::Caller caller, use(turn, id));
           return view_of(turn, caller);
         });
}

void get_caller(engine::Engine& engine, ApiRequest request) {
  with_caller(engine, request,
              [](engine::Turn& turn, const CallerId& id) { return turn.caller(id); });
}

void patch_caller(engine::Engine& engine, ApiRequest request) {
  auto fields = read_fields(request);
  if (!fields) return reply_malformed(request.reply, fields.error());
  with_caller(engine, request,
              [fields = *std::move(fields)](engine::Turn& turn, const CallerId& id) {
                return engine::change_caller(turn, id, fields);
              });
}

auto simple(Result<core::Caller> (*use)(engine::Turn&, const CallerId&)) {
  return [use](engine::Engine& engine, const ApiRequest& request) {
    with_caller(engine, request, use);
  };
}

}  // namespace

std::vector<Route> caller_routes() {
  using enum ports::Scope;
  return {
      {"POST", "callers", kWrite, post_caller},
      {"GET", "callers", kRead, get_callers},
      {"GET", "callers/{id}", kRead, get_caller},
      {"PATCH", "callers/{id}", kWrite, patch_caller},
      {"POST", "callers/{id}/skip", kWrite, simple(engine::skip_onboarding)},
      {"POST", "callers/{id}/opt-out", kWrite, simple(engine::opt_out)},
      {"POST", "callers/{id}/opt-in", kWrite, simple(engine::opt_in)},
  };
}

}  // namespace pl::http
