#include "cli/callers_command.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/shown.h"
#include "cli/table.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;
using Members = Json::Members;

constexpr std::string_view kIdPrefix = "clr_";

std::string consent_text(const JsonView& caller) {
  const auto consent = caller.object("consent");
  if (!consent || !*consent) return "none";
  std::vector<std::string> parts;
  for (const char* what : {"voice", "text"}) {
    if (shown_at(**consent, what) == "yes") parts.emplace_back(what);
  }
  if (parts.empty()) return "none";
  std::vector<std::string> told{join(parts, " and ")};
  for (const std::string& more :
       {shown_at(**consent, "source"), shown_at(**consent, "wording"), time_at(**consent, "at")}) {
    if (!more.empty()) told.push_back(more);
  }
  return join(told, "; ");
}

void print_caller(const Session& session, const Json& document) {
  if (session.json) return print_json(session, document);
  const JsonView caller(document);
  Table facts;
  for (const char* key : {"id", "line", "number", "name", "stage", "timezone"}) {
    facts.add({key, shown_at(caller, key)});
  }
  facts.add({"consent", consent_text(caller)});
  const auto channels = caller.object("channels");
  facts.add({"telegram", channels && *channels ? shown_at(**channels, "telegram_chat_id") : ""});
  facts.add({"profile", shown_pairs(caller, "profile")});
  facts.add({"context", shown_pairs(caller, "context")});
  facts.add({"opted out", time_at(caller, "opted_out_at")});
  facts.add({"registered", time_at(caller, "created_at")});
  facts.add({"changed", time_at(caller, "updated_at")});
  session.out(facts.text());
  const auto outreaches = list_at(caller, "outreaches");
  if (outreaches.empty()) return;
  Table open({"OPEN OUTREACH", "PLAN", "STATE", "DUE"});
  for (const JsonView& outreach : outreaches) {
    open.add({shown_at(outreach, "id"), shown_at(outreach, "plan"), shown_at(outreach, "state"),
              time_at(outreach, "due")});
  }
  session.out("\n" + open.text());
}

Result<Json> body_of(const CallerFields& caller) {
  Members body;
  const auto put = [&](const char* key, const std::string& value) {
    if (!value.empty()) body[key] = {value};
  };
  put("number", caller.number);
  put("line", caller.line);
  put("name", caller.name);
  put("timezone", caller.timezone);
  put("stage", caller.stage);
  if (!caller.telegram.empty()) {
    const Json chat = caller.telegram == "none" ? Json{} : Json{caller.telegram};
    body["channels"] = {Members{{"telegram_chat_id", chat}}};
  }
  Members consent;
  if (caller.consent_voice) consent["voice"] = {true};
  if (caller.consent_text) consent["text"] = {true};
  if (!caller.consent_source.empty()) consent["source"] = {caller.consent_source};
  if (!caller.consent_wording.empty()) consent["wording"] = {caller.consent_wording};
  if (!consent.empty()) body["consent"] = {std::move(consent)};
  if (!caller.context.empty()) {
    PL_TRY(body["context"], read_pairs(caller.context));
  }
  if (!caller.profile.empty()) {
    PL_TRY(body["profile"], read_pairs(caller.profile));
  }
  return Json{std::move(body)};
}

Result<void> run_list(const Session& session, const CallersListOptions& options) {
  PL_TRY(const Json list,
         read_list(session, {.path = "/v1/callers",
                             .parameters = {{"stage", options.stage}, {"line", options.line}},
                             .limit = options.limit,
                             .before = options.before}));
  if (session.json) {
    print_json(session, list);
    return {};
  }
  Table table({"ID", "NUMBER", "NAME", "STAGE", "TIMEZONE", "OPTED OUT", "REGISTERED"});
  for (const JsonView& caller : list_at(JsonView(list), "items")) {
    table.add({shown_at(caller, "id"), shown_at(caller, "number"), shown_at(caller, "name"),
               shown_at(caller, "stage"), shown_at(caller, "timezone"),
               time_at(caller, "opted_out_at"), time_at(caller, "created_at")});
  }
  session.out(table.text());
  hint_at_more(session, list);
  return {};
}

struct ActWords {
  const char* command;
  const char* route;
};

ActWords words_of(CallerAct act) {
  switch (act) {
    case CallerAct::kOptOut:
      return {"callers opt-out", "/opt-out"};
    case CallerAct::kOptIn:
      return {"callers opt-in", "/opt-in"};
    case CallerAct::kSkip:
      return {"callers skip", "/skip"};
  }
  return {"callers", ""};
}

}  // namespace

Result<Json> find_caller(const Session& session, const CallerRef& ref) {
  if (ref.text.starts_with(kIdPrefix)) {
    return get(session, "/v1/callers/" + net::percent_encode(ref.text));
  }
  return get(session, with_query("/v1/callers", {{"number", ref.text}, {"line", ref.line}}));
}

Result<std::string> caller_id(const Session& session, const CallerRef& ref) {
  if (ref.text.empty() || ref.text.starts_with(kIdPrefix)) return ref.text;
  PL_TRY(const Json caller, find_caller(session, ref));
  return JsonView(caller).required_text("id", 64);
}

int list_callers(const Session& session, const CallersListOptions& options) {
  return finish(session, "callers list", run_list(session, options));
}

int show_caller(const Session& session, const CallerRef& ref) {
  const auto caller = find_caller(session, ref);
  if (!caller) return complain(session, "callers show", caller.error());
  print_caller(session, *caller);
  return kDone;
}

int add_caller(const Session& session, const CallerFields& caller) {
  const auto body = body_of(caller);
  if (!body) return wrong_usage(session, "callers add", body.error().message);
  const auto added = post(session, "/v1/callers", *body);
  if (!added) return complain(session, "callers add", added.error());
  print_caller(session, *added);
  return kDone;
}

int update_caller(const Session& session, const CallerRef& ref, const CallerFields& changes) {
  constexpr const char* kCommand = "callers update";
  const auto body = body_of(changes);
  if (!body) return wrong_usage(session, kCommand, body.error().message);
  if (std::get<Members>(body->value).empty()) {
    return wrong_usage(session, kCommand, "say what to change, such as --timezone Europe/Zurich");
  }
  const bool agrees = changes.consent_voice || changes.consent_text;
  if (!agrees && !(changes.consent_source.empty() && changes.consent_wording.empty())) {
    return wrong_usage(session, kCommand,
                       "say what they agree to: --consent-voice, --consent-text or both; what is "
                       "left out is taken back");
  }
  const auto done = [&]() -> Result<void> {
    PL_TRY(const std::string id, caller_id(session, ref));
    PL_TRY(const Json caller, patch(session, "/v1/callers/" + net::percent_encode(id), *body));
    print_caller(session, caller);
    return {};
  };
  return finish(session, kCommand, done());
}

int act_on_caller(const Session& session, CallerAct act, const CallerRef& ref) {
  const ActWords words = words_of(act);
  const auto done = [&]() -> Result<void> {
    PL_TRY(const std::string id, caller_id(session, ref));
    PL_TRY(const Json caller,
           post(session, "/v1/callers/" + net::percent_encode(id) + words.route, Json{Members{}}));
    print_caller(session, caller);
    return {};
  };
  return finish(session, words.command, done());
}

}  // namespace pl::cli
