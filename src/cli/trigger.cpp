#include "cli/trigger.h"

#include <fmt/format.h>

#include "wire/platform_events.h"
#include "wire/signature.h"
#include "wire/webhook_paths.h"

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
  report.transcript = {{core::Speaker::kAgent, "Hello.", std::chrono::seconds(0)},
                       {core::Speaker::kUser, "Hello, this is a test.", std::chrono::seconds(3)}};
  return report;
}

Result<std::string> tool_body(const TriggerOptions& options) {
  Json::Members members{{"conversation_id", {options.conversation}}};
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
  net::Header proof{"ElevenLabs-Signature", wire::sign(body, secret, now)};
  return {std::string(wire::kEventsPath), std::move(body), std::move(proof)};
}

Result<Proven> request_of(const core::Line& line, const TriggerOptions& options,
                          const std::string& secret, UtcTime now) {
  const std::string header(wire::kSecretHeader);
  if (options.event == "pre-call") {
    return Proven{std::string(wire::kInitiationPath),
                  wire::pre_call_body({.agent_id = line.agent_id,
                                       .caller_id = options.from,
                                       .called_number = line.number.e164(),
                                       .call_sid = options.call_sid,
                                       .conversation = options.conversation}),
                  {header, secret}};
  }
  if (options.event == "post-call") {
    return event_of(wire::post_call_body(line.agent_id, "", report_of(options), now), secret, now);
  }
  if (options.event == "call-failed") {
    return event_of(
        wire::call_failure_body(line.agent_id, {options.conversation}, options.reason, now), secret,
        now);
  }
  const bool any = !options.tool.empty() || !line.tools.empty();
  if (!any) return fail(Code::kInvalid, "the line has no tools; name one with --tool");
  PL_TRY(std::string body, tool_body(options));
  const std::string tool = options.tool.empty() ? line.tools.front().name.text : options.tool;
  return Proven{std::string(wire::kToolsPath) + tool, std::move(body), {header, secret}};
}

void show_request(const Session& session, const Proven& request) {
  session.out(fmt::format("POST {}{}\nContent-Type: application/json\n{}: (proof)\n\n{}\n",
                          session.api.url(), request.path, request.proof.name, request.body));
}

}  // namespace

std::string secret_name(std::string_view event) {
  if (event == "pre-call") return "PARTYLINE_INITIATION_SECRET";
  if (event == "tool-call") return "PARTYLINE_TOOLS_SECRET";
  return "ELEVENLABS_WEBHOOK_SECRET";
}

int trigger(const Session& session, const core::Line& line, const TriggerOptions& options,
            const std::string& secret) {
  const auto request = request_of(line, options, secret, session.now());
  if (!request) {
    session.err("partyline trigger: " + request.error().message + "\n");
    return kWrongUsage;
  }
  if (secret.empty() && !options.dry_run) {
    session.err(fmt::format("partyline trigger: {} is not set; the server would refuse this\n",
                            secret_name(options.event)));
    return kRefused;
  }
  if (options.dry_run) {
    show_request(session, *request);
    return kDone;
  }
  const auto answer = session.api.post_proven(request->path, request->body, request->proof);
  if (!answer) return complain(session, "trigger", answer.error());
  if (!session.json) {
    session.out(fmt::format("POST {} -> {}\n", request->path, answer->status));
  }
  print_json(session, answer->body);
  return answer->status >= 200 && answer->status < 300 ? kDone : kRefused;
}

}  // namespace pl::cli
