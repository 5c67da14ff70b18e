// partyline callers
#include <memory>

#include "cli/callers_import.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/commands.h"

namespace pl::cli {
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

void add_callers_import(CLI::App& callers, int& exit_code) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App& command =
      child(callers, "import", "Register the callers of a CSV file",
            "Example:\n  partyline callers import people.csv --dry-run\n\n"
            "The first row names the columns: number, line, name, timezone, stage,\n"
            "telegram_chat_id, consent_voice, consent_text, consent_source, consent_wording,\n"
            "consent_at, opted_out_at, context.KEY, profile.FIELD. Rows that fail are listed and\n"
            "do not stop the others. The same file may be imported again.");
  command.add_option("file", options->file, "Comma-separated, UTF-8")
      ->required()
      ->check(CLI::ExistingFile);
  command.add_flag("--dry-run", options->dry_run, "Only look at the file");
  run_as_client(
      command, exit_code,
      [options](const Session& session) { return import_callers(session, *options); },
      [options] { return !options->dry_run; });
}

void add_callers_export(CLI::App& callers, int& exit_code) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App& command = child(callers, "export", "Write all callers as CSV, oldest first",
                            "Example:\n  partyline callers export --out people.csv\n\n"
                            "`callers import` reads it again. What agents have saved may look\n"
                            "like a formula: in a spreadsheet, import every column as text.");
  command.add_option("--out", options->file, "The file, for you alone; else standard output");
  command.add_option("--stage", options->stage, "Only those in this stage");
  command.add_option("--line", options->line, "Only those of this line");
  run_as_client(command, exit_code,
                [options](const Session& session) { return export_callers(session, *options); });
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
