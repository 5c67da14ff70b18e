#include "cli/commands.h"

#include <memory>

#include "cli/callers_command.h"
#include "cli/calls_command.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/command_tree.h"
#include "cli/events_command.h"
#include "cli/keys_command.h"
#include "cli/outreaches_command.h"
#include "cli/platform_command.h"
#include "cli/privacy_command.h"
#include "cli/watch_command.h"

namespace pl::cli {
namespace {

// A command whose one argument is an id.
void add_with_id(CLI::App& parent, int& exit_code, const char* name, const char* about,
                 const char* footer, int (*work)(const Session&, const std::string&)) {
  auto id = std::make_shared<std::string>();
  CLI::App& command = child(parent, name, about, footer);
  command.add_option("id", *id, "Its id")->required();
  run_as_client(command, exit_code,
                [id, work](const Session& session) { return work(session, *id); });
}

template <class Options>
void add_whose(CLI::App& command, Options& options) {
  command.add_option("--caller", options.caller.text, "Only those of this number or id (clr_...)");
  command.add_option("--line", options.caller.line, "The number's line, where there are several");
}

}  // namespace

void add_call(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<CallOptions>();
  CLI::App& command = child(
      program, "call", "Plan a call to somebody, as soon as they may be rung",
      "Examples:\n  partyline call +41780000001 --wait\n"
      "  partyline call +41780000001 --plan check-in --var reason=\"your order\"\n"
      "  partyline call +41780000001 --scene returning --opening \"{{name}}, it is done.\"\n\n"
      "With --wait it exits with 0 only after a conversation. If it waits for long: the\n"
      "line after `waiting` says what for.");
  add_ref(command, options->caller);
  auto* const plan =
      command.add_option("--plan", options->plan, "A plan of the line; without: its onboarding");
  command
      .add_option("--scene", options->scene, "In place of --plan: the scene that one plan plays")
      ->excludes(plan);
  command.add_option("--opening", options->opening, "Said first, in place of the scene's opening");
  command.add_option("--var", options->variables, "key=value for the scene; repeatable")
      ->allow_extra_args(false);
  command.add_option("--not-before", options->not_before, "Such as 2026-01-31T12:00:00Z");
  command.add_option("--deadline", options->deadline, "A text may take its place from then on");
  command.add_flag("--wait", options->wait, "Follow it until it has ended");
  run_as_client(command, exit_code,
                [options](const Session& session) { return call(session, *options); });
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

void add_attention(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<AttentionListOptions>();
  CLI::App& command = child(program, "attention", "List what a person must look at",
                            "Example:\n  partyline attention --reason dialer-paused");
  command.add_option("--line", options->line, "Only what is about this line");
  command.add_option("--reason", options->reason, "Only items with this reason");
  add_page(command, *options);
  run_as_client(command, exit_code,
                [options](const Session& session) { return list_attention(session, *options); });
  add_with_id(command, exit_code, "resolve", "Close one that is mended",
              "Example:\n  partyline attention resolve att_01m81pn9qp0x5xpzfgb1rgqxa6\n\n"
              "Resolving `dialer-paused` or `persona-drift` lets the line dial again.",
              resolve_attention);
}

void add_platform_check(CLI::App& platform, int& exit_code) {
  run_as_client(
      child(platform, "check", "Ask whether each agent allows what its line needs",
            "Example:\n  partyline platform check\n\n"
            "It names what is switched off, and where to click; then it exits with 1. Where\n"
            "nothing is off, a line that was stopped by `persona-drift` dials again, unless a\n"
            "phrase was said that must never be."),
      exit_code, check_platform);
}

void add_journal(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<JournalOptions>();
  CLI::App& command = child(program, "journal", "Print what happened, in order",
                            "Example:\n  partyline journal --after 120 --follow");
  command.add_option("--after", options->after, "Only what comes after this number")
      ->check(CLI::Validator(whole_number, ""))
      ->capture_default_str();
  command.add_option("--limit", options->limit, "At most so many entries; not with --follow")
      ->check(CLI::Range(std::size_t{1}, kMostItems).description(""))
      ->capture_default_str();
  command.add_flag("--follow", options->follow, "Ask again each second, until Ctrl-C");
  run_as_client(command, exit_code,
                [options](const Session& session) { return journal(session, *options); });
}

void add_keys(CLI::App& program, int& exit_code) {
  CLI::App& keys = group(program, "keys", "Who may use the API");
  run_as_client(child(keys, "list", "List the keys", "Example:\n  partyline keys list"), exit_code,
                list_keys);
  struct Wanted {
    std::string name;
    std::vector<std::string> scopes;
  };
  auto wanted = std::make_shared<Wanted>();
  CLI::App& create = child(keys, "create", "Make a key and print its token, this once",
                           "Example:\n  partyline keys create crm --scopes read,write > crm.key\n\n"
                           "Scopes: read, dial, write, erase, admin.");
  create.add_option("name", wanted->name, "For people: who uses it")->required();
  create.add_option("--scopes", wanted->scopes, "What it may do, separated by commas")
      ->required()
      ->allow_extra_args(false)
      ->delimiter(',');
  run_as_client(create, exit_code, [wanted](const Session& session) {
    return create_key(session, wanted->name, wanted->scopes);
  });
  add_with_id(keys, exit_code, "revoke", "Accept a key no longer",
              "Example:\n  partyline keys revoke key_01m81pn9qp0x5xpzfgb1rgqxa6", revoke_key);
}

void add_endpoints(CLI::App& program, int& exit_code) {
  CLI::App& endpoints = group(program, "endpoints", "Where events are sent to");
  run_as_client(
      child(endpoints, "list", "List the endpoints", "Example:\n  partyline endpoints list"),
      exit_code, list_endpoints);
  struct Wanted {
    std::string url;
    std::vector<std::string> events;
  };
  auto wanted = std::make_shared<Wanted>();
  CLI::App& add = child(endpoints, "add",
                        "Send events to a URL, and print what they are signed with, this once",
                        "Example:\n  partyline endpoints add https://example.org/events \\\n"
                        "    --events call.ended,outreach.failed > hook.secret");
  add.add_option("url", wanted->url, "https://...")->required();
  add.add_option("--events", wanted->events, "Which, separated by commas; without: all")
      ->allow_extra_args(false)
      ->delimiter(',');
  run_as_client(add, exit_code, [wanted](const Session& session) {
    return add_endpoint(session, wanted->url, wanted->events);
  });
  add_with_id(endpoints, exit_code, "remove", "Send nothing there any more",
              "Example:\n  partyline endpoints remove hook_01m81pn9qp0x5xpzfgb1rgqxa6",
              remove_endpoint);
  add_with_id(endpoints, exit_code, "rotate", "Make a new secret and print it, this once",
              "Example:\n  partyline endpoints rotate hook_01m81pn9qp0x5xpzfgb1rgqxa6\n\n"
              "The secret until now stays good until the next rotation.",
              rotate_endpoint);
}

void add_deliveries(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<DeliveriesListOptions>();
  CLI::App& command = child(program, "deliveries", "List events on their way",
                            "Example:\n  partyline deliveries --state dead");
  command.add_option("--state", options->state, "pending, delivered or dead");
  command.add_option("--endpoint", options->endpoint, "Only those to this endpoint");
  add_page(command, *options);
  run_as_client(command, exit_code,
                [options](const Session& session) { return list_deliveries(session, *options); });
  add_with_id(command, exit_code, "replay", "Send one again",
              "Example:\n  partyline deliveries replay msg_01m81pn9qp0x5xpzfgb1rgqxa6",
              replay_delivery);
}

void add_forget(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<ForgetOptions>();
  CLI::App& command =
      child(program, "forget", "Erase a caller, and print the receipt",
            "Example:\n  partyline forget +41780000001\n\n"
            "It cannot be taken back. While a call with them goes on it is refused.");
  add_ref(command, options->caller);
  command.add_flag("--yes", options->yes, "Do not ask for the number once more");
  run_as_client(command, exit_code,
                [options](const Session& session) { return forget(session, *options); });
}

void add_erasures(CLI::App& program, int& exit_code) {
  CLI::App& erasures = group(program, "erasures", "Receipts of callers who were erased");
  add_with_id(erasures, exit_code, "show", "Show a receipt, and what the platform still has",
              "Example:\n  partyline erasures show ers_01m81r2c8e5m1x0n9w6v3t7q4k", show_erasure);
}

void add_export_caller(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<ExportCallerOptions>();
  CLI::App& command = child(program, "export-caller", "Write all that is kept of a caller, as JSON",
                            "Example:\n  partyline export-caller +41780000001 --out ada.json");
  add_ref(command, options->caller);
  command.add_option("--out", options->file, "The file, for you alone; else standard output");
  run_as_client(command, exit_code,
                [options](const Session& session) { return export_caller(session, *options); });
}

void add_client_commands(CLI::App& program, int& exit_code) {
  for (const auto add :
       {add_callers, add_call, add_outreaches, add_calls, add_attention, add_journal, add_keys,
        add_endpoints, add_deliveries, add_forget, add_erasures, add_export_caller}) {
    add(program, exit_code);
  }
}

}  // namespace pl::cli
