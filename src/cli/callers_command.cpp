#include "cli/callers_command.h"

#include <fmt/format.h>

#include <memory>

#include "base/percent.h"
#include "base/text.h"
#include "cli/callers_import.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/commands.h"
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
    return get(session, "/v1/callers/" + percent_encode(ref.text));
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
    PL_TRY(const Json caller, patch(session, "/v1/callers/" + percent_encode(id), *body));
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
           post(session, "/v1/callers/" + percent_encode(id) + words.route, Json{Members{}}));
    print_caller(session, caller);
    return {};
  };
  return finish(session, words.command, done());
}

namespace {

void add_act(CLI::App& callers, int& exit_code, const char* name, const char* about,
             const char* footer, CallerAct act) {
  auto ref = std::make_shared<CallerRef>();
  CLI::App& command = child(callers, name, about, footer);
  add_ref(command, *ref);
  run_as_client(command, exit_code,
                [ref, act](const Session& session) { return act_on_caller(session, act, *ref); });
}

void add_callers_list(CLI::App& callers, int& exit_code) {
  auto options = std::make_shared<CallersListOptions>();
  CLI::App& command = child(callers, "list", "List callers, newest first",
                            "Example:\n  partyline callers list --stage onboarded --limit 200");
  command.add_option("--stage", options->stage, "Only those in this stage");
  command.add_option("--line", options->line, "Only those of this line");
  add_page(command, *options);
  run_as_client(command, exit_code,
                [options](const Session& session) { return list_callers(session, *options); });
}

void add_callers_show(CLI::App& callers, int& exit_code) {
  auto ref = std::make_shared<CallerRef>();
  CLI::App& command = child(callers, "show", "Show one caller",
                            "Example:\n  partyline callers show +41780000001\n\n"
                            "If it finds nobody: is it the right line? See --line.");
  add_ref(command, *ref);
  run_as_client(command, exit_code,
                [ref](const Session& session) { return show_caller(session, *ref); });
}

void add_fields(CLI::App& command, CallerFields& fields) {
  command.add_option("--name", fields.name, "What agents call them");
  command.add_option("--timezone", fields.timezone, "Such as Europe/Zurich");
  command.add_option("--stage", fields.stage, "new (as usual), onboarded, skipped or closed");
  command.add_option("--telegram", fields.telegram, "The id of a chat that has started your bot");
  command.add_flag("--consent-voice", fields.consent_voice, "They agreed to be called");
  command.add_flag("--consent-text", fields.consent_text, "They agreed to be texted");
  command.add_option("--consent-source", fields.consent_source, "Where they agreed");
  command.add_option("--consent-wording", fields.consent_wording, "To what, or its version");
  command.add_option("--context", fields.context, "key=value that agents may know; repeatable")
      ->allow_extra_args(false);
  command.add_option("--profile", fields.profile, "field=value of the profile; repeatable")
      ->allow_extra_args(false);
}

void add_callers_add(CLI::App& callers, int& exit_code) {
  auto caller = std::make_shared<CallerFields>();
  CLI::App& command = child(
      callers, "add", "Register a caller",
      "Example:\n  partyline callers add +41780000001 --name Ada --timezone Europe/Zurich \\\n"
      "    --consent-voice --consent-text --consent-source \"signup form\"\n\n"
      "Nobody is called without --consent-voice, or texted without --consent-text.");
  command.add_option("number", caller->number, "International, as people write it")->required();
  command.add_option("--line", caller->line, "The line, where the server has several");
  add_fields(command, *caller);
  run_as_client(command, exit_code,
                [caller](const Session& session) { return add_caller(session, *caller); });
}

void add_callers_update(CLI::App& callers, int& exit_code) {
  struct Wanted {
    CallerRef caller;
    CallerFields changes;
  };
  auto wanted = std::make_shared<Wanted>();
  CLI::App& command = child(
      callers, "update", "Change what is known of a caller",
      "Example:\n  partyline callers update +41780000001 --timezone Atlantic/Azores\n\n"
      "What is left out stays. Consent and --context are replaced whole: name all that holds\n"
      "from now on. A new --number cancels what is open and needs a new consent.\n"
      "--telegram none forgets the chat.");
  add_ref(command, wanted->caller);
  command.add_option("--number", wanted->changes.number, "The number that they have now");
  add_fields(command, wanted->changes);
  run_as_client(command, exit_code, [wanted](const Session& session) {
    return update_caller(session, wanted->caller, wanted->changes);
  });
}

}  // namespace

void add_callers(CLI::App& program, int& exit_code) {
  CLI::App& callers = group(program, "callers", "The people on a line");
  add_callers_list(callers, exit_code);
  add_callers_show(callers, exit_code);
  add_callers_add(callers, exit_code);
  add_callers_update(callers, exit_code);
  add_callers_import(callers, exit_code);
  add_callers_export(callers, exit_code);
  add_act(callers, exit_code, "opt-out", "Never call or text a caller again",
          "Example:\n  partyline callers opt-out +41780000001\n\nWhat is open is cancelled.",
          CallerAct::kOptOut);
  add_act(callers, exit_code, "opt-in", "Take an opt-out back",
          "Example:\n  partyline callers opt-in +41780000001\n\nOnly when the person asks for it.",
          CallerAct::kOptIn);
  add_act(callers, exit_code, "skip", "Leave a caller's onboarding out",
          "Example:\n  partyline callers skip +41780000001", CallerAct::kSkip);
}

}  // namespace pl::cli
