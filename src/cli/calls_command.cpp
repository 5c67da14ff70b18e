#include "cli/calls_command.h"

#include <fmt/format.h>

#include <memory>

#include "base/percent.h"
#include "base/time.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/shown.h"
#include "cli/table.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;

Result<void> run_list(const Session& session, const CallsListOptions& options) {
  PL_TRY(const std::string caller, caller_id(session, options.caller));
  PL_TRY(
      const Json list,
      read_list(session, {.path = "/v1/calls",
                          .parameters = {{"caller", caller}, {"state", options.live ? "live" : ""}},
                          .limit = options.limit,
                          .before = options.before}));
  if (session.json) {
    print_json(session, list);
    return {};
  }
  Table table({"ID", "DIRECTION", "CALLER", "SCENE", "PERSONA", "STATE", "VERDICT", "STARTED"});
  for (const JsonView& call : list_at(JsonView(list), "items")) {
    table.add({shown_at(call, "id"), shown_at(call, "direction"), shown_at(call, "caller"),
               shown_at(call, "scene"), shown_at(call, "persona"), shown_at(call, "state"),
               shown_at(call, "verdict"), time_at(call, "started_at")});
  }
  session.out(table.text());
  hint_at_more(session, list);
  return {};
}

std::string seconds_after(const std::optional<UtcTime>& start, const std::optional<UtcTime>& at) {
  if (!start || !at) return "";
  return fmt::format("{:+.1f} s", static_cast<double>((*at - *start).count()) / 1000.0);
}

std::string clock(std::int64_t seconds) {
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

void print_timeline(const Session& session, const JsonView& call) {
  const auto start = parse_utc(shown_at(call, "started_at"));
  Table timeline({"WHEN", "AT", "AFTER"});
  for (const char* when : {"started", "placed", "answered", "ended"}) {
    const std::string text = shown_at(call, std::string(when) + "_at");
    timeline.add({when, shown_time(text), seconds_after(start, parse_utc(text))});
  }
  session.out("\n" + timeline.text());
}

void print_transcript(const Session& session, const JsonView& call) {
  const auto turns = list_at(call, "transcript");
  if (turns.empty()) return;
  Table table;
  for (const JsonView& turn : turns) {
    const auto at = turn.integer("at_s");
    table.add({clock(at && *at ? **at : 0), shown_at(turn, "role"), shown_at(turn, "message")});
  }
  session.out("\n" + table.text());
}

}  // namespace

int list_calls(const Session& session, const CallsListOptions& options) {
  return finish(session, "calls", run_list(session, options));
}

int show_call(const Session& session, const std::string& id) {
  const auto document = get(session, "/v1/calls/" + percent_encode(id));
  if (!document) return complain(session, "calls show", document.error());
  if (session.json) {
    print_json(session, *document);
    return kDone;
  }
  const JsonView call(*document);
  Table facts;
  for (const char* key :
       {"id", "line", "direction", "caller", "number", "outreach", "scene", "persona", "stage",
        "state", "verdict", "answerer", "evidence", "failure"}) {
    facts.add({key, shown_at(call, key)});
  }
  facts.add({"safe scene", shown_at(call, "safe_scene")});
  facts.add({"conversation", shown_at(call, "conversation_id")});
  const auto duration = call.integer("duration_s");
  facts.add({"duration", duration && *duration ? clock(**duration) : ""});
  session.out(facts.text());
  print_timeline(session, call);
  print_transcript(session, call);
  return kDone;
}

void add_calls(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<CallsListOptions>();
  CLI::App& command = child(program, "calls", "List calls", "Example:\n  partyline calls --live");
  add_whose(command, *options);
  command.add_flag("--live", options->live, "Only those that go on now");
  add_page(command, *options);
  run_as_client(command, exit_code,
                [options](const Session& session) { return list_calls(session, *options); });
  add_with_id(command, exit_code, "show", "Show one, with its timeline and transcript",
              "Example:\n  partyline calls show call_01m81phvjtkvr1zybegv6a9asr", show_call);
}

}  // namespace pl::cli
