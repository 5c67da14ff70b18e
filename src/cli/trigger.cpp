#include "cli/trigger.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/line_folder.h"
#include "host/secrets.h"
#include "host/zone_files.h"
#include "platforms/elevenlabs/platform_events.h"
#include "platforms/elevenlabs/signature.h"
#include "platforms/elevenlabs/webhook_paths.h"
#include "wire/signature.h"

namespace pl::cli {
namespace {

using wire::Json;

struct Proven {
  std::string path;
  std::string body;
  net::Header proof;
};

core::ConversationReport report_of(const TriggerOptions& options) {
  core::ConversationReport report;
  report.conversation = {options.conversation};
  report.call_sid = core::CallSid{options.call_sid};
  report.status = core::ConversationStatus::kDone;
  report.duration = std::chrono::seconds(20);
  // No turn of the agent: what it was told to say first is known to the server alone, and anything
  // else would be another persona's word.
  report.transcript = {{core::Speaker::kUser, "Hello, this is a test.", std::chrono::seconds(3)}};
  return report;
}

// Who names neither gets a call that nobody has heard of.
TriggerOptions with_ids(const Session& session, TriggerOptions options) {
  const std::string fresh = wire::sha256_hex(session.fresh_key()).substr(0, 12);
  if (options.conversation.empty() && options.event != "tool-call") {
    options.conversation = "conv_trigger_" + fresh;
  }
  if (options.call_sid.empty()) options.call_sid = "CA_trigger_" + fresh;
  return options;
}

Result<std::string> tool_of(const core::Line& line, const TriggerOptions& options) {
  if (line.tools.empty()) return fail(Code::kInvalid, "the line has no tools");
  if (options.tool.empty()) return line.tools.front().name.text;
  std::vector<std::string> names;
  for (const core::Tool& tool : line.tools) names.push_back(tool.name.text);
  if (std::find(names.begin(), names.end(), options.tool) != names.end()) return options.tool;
  return fail(Code::kInvalid, fmt::format("the line has no tool \"{}\"; it has {}", options.tool,
                                          join(names, ", ")));
}

Result<std::string> tool_body(const TriggerOptions& options) {
  if (options.conversation.empty() && options.call.empty()) {
    return fail(Code::kInvalid,
                "a tool is used in a call: name it with --conversation, as `partyline trigger "
                "pre-call` shows it, or with --call");
  }
  Json::Members members;
  if (!options.conversation.empty()) members.emplace("conversation_id", Json{options.conversation});
  if (!options.call.empty()) members.insert_or_assign("partyline_call", Json{options.call});
  for (const std::string& argument : options.arguments) {
    const std::size_t equals = argument.find('=');
    if (equals == 0 || equals == std::string::npos) {
      return fail(Code::kInvalid, "\"" + argument + "\" is no field=value");
    }
    members.insert_or_assign(argument.substr(0, equals), Json{argument.substr(equals + 1)});
  }
  return wire::write_json({std::move(members)});
}

Proven event_of(std::string body, const std::string& secret, UtcTime now) {
  net::Header proof{"ElevenLabs-Signature", platforms::sign(body, secret, now)};
  return {std::string(platforms::kEventsPath), std::move(body), std::move(proof)};
}

Result<Proven> request_of(const core::Line& line, const TriggerOptions& options,
                          const std::string& secret, UtcTime now) {
  const std::string header(platforms::kSecretHeader);
  if (options.event == "pre-call") {
    return Proven{std::string(platforms::kInitiationPath),
                  platforms::pre_call_body({.agent_id = line.agent_id,
                                            .caller_id = options.from,
                                            .called_number = line.number.e164(),
                                            .call_sid = options.call_sid,
                                            .conversation = options.conversation}),
                  {header, secret}};
  }
  if (options.event == "post-call") {
    return event_of(platforms::post_call_body(line.agent_id, "", report_of(options), now), secret,
                    now);
  }
  if (options.event == "call-failed") {
    return event_of(
        platforms::call_failure_body(line.agent_id, {options.conversation}, options.reason, now),
        secret, now);
  }
  PL_TRY(const std::string tool, tool_of(line, options));
  PL_TRY(std::string body, tool_body(options));
  return Proven{std::string(platforms::kToolsPath) + tool, std::move(body), {header, secret}};
}

void show_request(const Session& session, const Proven& request) {
  session.out(fmt::format("POST {}{}\nContent-Type: application/json\n{}: (proof)\n\n{}\n",
                          session.api.url(), request.path, request.proof.name, request.body));
}

bool was_done(const TriggerOptions& options, const Answer& answer) {
  if (answer.status < 200 || answer.status >= 300) return false;
  if (options.event != "tool-call") return true;
  const auto saved = wire::JsonView(answer.body).flag("saved");
  return saved && saved->value_or(false);
}

// What a later event of the same call is sent with.
void show_ids(const Session& session, const TriggerOptions& options) {
  if (session.json || options.event == "tool-call") return;
  session.err(fmt::format("the same call: --conversation {} --call-sid {}\n", options.conversation,
                          options.call_sid));
}

}  // namespace

std::string secret_name(std::string_view event) {
  if (event == "pre-call") return "PARTYLINE_INITIATION_SECRET";
  if (event == "tool-call") return "PARTYLINE_TOOLS_SECRET";
  return "ELEVENLABS_WEBHOOK_SECRET";
}

int trigger(const Session& session, const core::Line& line, const TriggerOptions& given,
            const std::string& secret) {
  const TriggerOptions options = with_ids(session, given);
  const auto request = request_of(line, options, secret, session.now());
  if (!request) return wrong_usage(session, "trigger", request.error().message);
  if (options.dry_run) {
    show_request(session, *request);
    return kDone;
  }
  if (secret.empty()) {
    session.err(fmt::format("partyline trigger: {} is not set; the server would refuse this\n",
                            secret_name(options.event)));
    return kRefused;
  }
  const auto answer = session.api.post_proven(request->path, request->body, request->proof);
  if (!answer) return complain(session, "trigger", answer.error());
  const bool said = !std::holds_alternative<std::nullptr_t>(answer->body.value);
  if (!session.json) {
    session.out(fmt::format("POST {} -> {}\n", request->path, answer->status));
  }
  if (said || session.json) print_json(session, answer->body);
  show_ids(session, options);
  return was_done(options, *answer) ? kDone : kRefused;
}

namespace {

struct Options {
  std::string folder = "lines/nikita";
  TriggerOptions trigger;
};

int run(const Session& session, const Options& options) {
  const auto zones = host::ZoneFiles::open();
  if (!zones) return complain(session, "trigger", zones.error());
  const auto line = load_line(options.folder, (*zones)->finder());
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
