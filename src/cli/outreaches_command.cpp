#include "cli/outreaches_command.h"

#include <fmt/format.h>

#include <memory>

#include "base/percent.h"
#include "base/text.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/shown.h"
#include "cli/table.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;

std::string outreach_path(const std::string& id) {
  return "/v1/outreaches/" + percent_encode(id);
}

void print_attempts(const Session& session, const JsonView& outreach) {
  const auto attempts = list_at(outreach, "attempts");
  if (attempts.empty()) return;
  Table table({"ATTEMPT", "CALL", "STATE", "VERDICT", "STARTED", "ENDED", "WHY"});
  for (const JsonView& attempt : attempts) {
    table.add({shown_at(attempt, "attempt"), shown_at(attempt, "call"), shown_at(attempt, "state"),
               shown_at(attempt, "verdict"), time_at(attempt, "started_at"),
               time_at(attempt, "ended_at"), shown_at(attempt, "failure")});
  }
  session.out("\n" + table.text());
}

void print_texts(const Session& session, const JsonView& outreach) {
  const auto texts = list_at(outreach, "texts");
  if (texts.empty()) return;
  Table table({"TEXT", "CHANNEL", "STATE", "AT", "WHY", "BODY"});
  for (const JsonView& text : texts) {
    table.add({shown_at(text, "id"), shown_at(text, "channel"), shown_at(text, "state"),
               time_at(text, "at"), shown_at(text, "failure"), shown_at(text, "body")});
  }
  session.out("\n" + table.text());
}

Result<void> run_list(const Session& session, const OutreachesListOptions& options) {
  PL_TRY(const std::string caller, caller_id(session, options.caller));
  PL_TRY(const Json list,
         read_list(session, {.path = "/v1/outreaches",
                             .parameters = {{"caller", caller}, {"state", options.state}},
                             .limit = options.limit,
                             .before = options.before}));
  if (session.json) {
    print_json(session, list);
    return {};
  }
  Table table({"ID", "CALLER", "PLAN", "STATE", "NOT BEFORE", "ATTEMPTS", "RESULT"});
  for (const JsonView& outreach : list_at(JsonView(list), "items")) {
    const std::string waits_for = shown_at(outreach, "waits_for");
    table.add({shown_at(outreach, "id"), shown_at(outreach, "caller"), shown_at(outreach, "plan"),
               shown_at(outreach, "state"), time_at(outreach, "not_before"),
               std::to_string(list_at(outreach, "attempts").size()),
               waits_for.empty() ? shown_result(outreach) : "waits: " + waits_for});
  }
  session.out(table.text());
  hint_at_more(session, list);
  return {};
}

// The server changes nothing about what has ended, and says nothing either.
void note_ended(const Session& session, const JsonView& outreach) {
  const std::string ended = time_at(outreach, "ended_at");
  if (ended.empty()) return;
  const std::string result = shown_result(outreach);
  session.err(
      plain(fmt::format("nothing was cancelled: it had ended at {}: {}{}", ended,
                        shown_at(outreach, "state"), result.empty() ? "" : " (" + result + ")")) +
      "\n");
}

int print_answer(const Session& session, const char* command, const Result<Json>& answer) {
  if (!answer) return complain(session, command, answer.error());
  print_outreach(session, *answer);
  return kDone;
}

}  // namespace

std::string shown_result(const JsonView& outreach) {
  const auto result = outreach.object("result");
  if (!result || !*result) return "";
  const std::string retries = shown_at(**result, "retries");
  std::vector<std::string> parts;
  const auto add = [&](const char* before, const std::string& value) {
    if (!value.empty()) parts.push_back(before + value);
  };
  add("by ", shown_at(**result, "via"));
  add("", shown_at(**result, "error"));
  if (retries != "0") add("", retries + (retries == "1" ? " retry" : " retries"));
  add("cancelled by ", shown_at(**result, "cancelled_by"));
  if (shown_at(**result, "confirmed") == "no") parts.emplace_back("nobody knows if it arrived");
  if (shown_at(**result, "brief") == "yes") parts.emplace_back("brief");
  return join(parts, ", ");
}

void print_outreach(const Session& session, const Json& document) {
  if (session.json) return print_json(session, document);
  const JsonView outreach(document);
  Table facts;
  for (const char* key : {"id", "line", "caller", "plan", "scene", "state"}) {
    facts.add({key, shown_at(outreach, key)});
  }
  facts.add({"waits for", shown_at(outreach, "waits_for")});
  facts.add({"not before", time_at(outreach, "not_before")});
  facts.add({"deadline", time_at(outreach, "deadline")});
  facts.add({"retry of", shown_at(outreach, "retry_of")});
  facts.add({"planned", time_at(outreach, "created_at")});
  facts.add({"ended", time_at(outreach, "ended_at")});
  facts.add({"result", shown_result(outreach)});
  session.out(facts.text());
  print_attempts(session, outreach);
  print_texts(session, outreach);
  const auto warnings = outreach.find("warnings");
  if (!warnings || !*warnings) return;
  const auto* items = std::get_if<Json::List>(&(*warnings)->json().value);
  if (items == nullptr) return;
  for (const Json& warning : *items) {
    session.err(fmt::format("warning: {}\n", plain(shown(warning))));
  }
}

int list_outreaches(const Session& session, const OutreachesListOptions& options) {
  return finish(session, "outreaches", run_list(session, options));
}

int show_outreach(const Session& session, const std::string& id) {
  return print_answer(session, "outreaches show", get(session, outreach_path(id)));
}

int cancel_outreach(const Session& session, const std::string& id) {
  // A key that may not read may cancel all the same.
  const auto before = get(session, outreach_path(id));
  const int code =
      print_answer(session, "outreaches cancel",
                   post(session, outreach_path(id) + "/cancel", Json{Json::Members{}}));
  if (code == kDone && before) note_ended(session, JsonView(*before));
  return code;
}

int retry_outreach(const Session& session, const std::string& id) {
  return print_answer(session, "outreaches retry",
                      post(session, outreach_path(id) + "/retry", Json{Json::Members{}}));
}

void add_outreaches(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<OutreachesListOptions>();
  CLI::App& command = child(program, "outreaches", "List what is, or was, to reach somebody",
                            "Example:\n  partyline outreaches --state waiting");
  add_whose(command, *options);
  command.add_option("--state", options->state, "Only those in this state");
  add_page(command, *options);
  run_as_client(command, exit_code,
                [options](const Session& session) { return list_outreaches(session, *options); });
  add_with_id(command, exit_code, "show", "Show one, with its attempts and texts",
              "Example:\n  partyline outreaches show out_01m81pmhp73wv23kp5f30b74sq",
              show_outreach);
  add_with_id(command, exit_code, "cancel", "End one that is open; a conversation is not hung up",
              "Example:\n  partyline outreaches cancel out_01m81pmhp73wv23kp5f30b74sq",
              cancel_outreach);
  add_with_id(command, exit_code, "retry", "Begin one that has ended anew",
              "Example:\n  partyline outreaches retry out_01m81pmhp73wv23kp5f30b74sq",
              retry_outreach);
}

}  // namespace pl::cli
