// partyline trigger
#include "cli/trigger.h"

#include <fmt/format.h>

#include <memory>

#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/line_folder.h"
#include "host/icu_zones.h"
#include "host/secrets.h"

namespace pl::cli {
namespace {

struct Options {
  std::string folder = "lines/nikita";
  TriggerOptions trigger;
};

int run(const Session& session, const Options& options) {
  const host::IcuZones zones;
  const auto line =
      load_line(options.folder, [&](std::string_view zone) { return zones.exists(zone); });
  if (!line) return complain(session, "trigger", line.error());
  const auto secret = host::read_environment(secret_name(options.trigger.event));
  if (!secret) return complain(session, "trigger", secret.error());
  return trigger(session, *line, options.trigger, secret->value_or(""));
}

}  // namespace

void add_trigger(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<Options>();
  TriggerOptions& trigger = options->trigger;
  CLI::App* command = program.add_subcommand(
      "trigger", "Send a running server what the platform would send, signed");
  command->add_option("event", trigger.event, "pre-call, post-call, call-failed or tool-call")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>(std::begin(kTriggers), std::end(kTriggers)))
                  .description(""));
  command->add_option("--line", options->folder, "The line folder")->capture_default_str();
  command->add_option("--from", trigger.from, "Who phones in")->capture_default_str();
  command->add_option("--conversation", trigger.conversation,
                      "The platform's conversation; a new one, if none is named");
  command->add_option("--call-sid", trigger.call_sid, "Twilio's call; a new one, if none is named");
  command->add_option("--call", trigger.call, "The id of the call that a tool is used in");
  command->add_option("--tool", trigger.tool, "Which tool; the line's first, if none is named");
  command->add_option("--argument", trigger.arguments, "field=value of the tool; repeatable")
      ->allow_extra_args(false);
  command
      ->add_option("--reason", trigger.reason,
                   "Why a dial reached nobody: busy, no-answer or unknown")
      ->check(
          CLI::IsMember(std::vector<std::string>{"busy", "no-answer", "unknown"}).description(""))
      ->capture_default_str();
  command->add_flag("--dry-run", trigger.dry_run, "Show the request, without its proof");
  command->footer(
      "Example:\n  partyline trigger pre-call --from +12125550123\n"
      "  partyline trigger tool-call --conversation conv_trigger_0b5a --argument "
      "occupation=baker\n\n"
      "The secrets come from the environment, as those of `serve` do. A pre-call that is sent is\n"
      "a call for the server: it is recorded, and that number is not dialled until it lapses.");
  run_as_client(
      *command, exit_code, [options](const Session& session) { return run(session, *options); },
      [] { return false; });
}

}  // namespace pl::cli
