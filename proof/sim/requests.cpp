#include "sim/requests.h"

#include <fmt/format.h>

#include "platforms/elevenlabs/platform_events.h"
#include "platforms/elevenlabs/signature.h"
#include "platforms/elevenlabs/webhook_paths.h"

namespace pl::sim {
namespace {

net::Request with_secret(std::string_view path, const std::string& secret, std::string body) {
  net::Request request{.method = "POST", .path = std::string(path)};
  request.headers = {{std::string(platforms::kSecretHeader), secret}};
  request.body = std::move(body);
  return request;
}

}  // namespace

net::Request pre_call_request(const core::Line& line, const Conversation& talk,
                              std::string_view caller_id) {
  return with_secret(platforms::kInitiationPath, kInitiationSecret,
                     platforms::pre_call_body({.agent_id = line.agent_id,
                                               .caller_id = std::string(caller_id),
                                               .called_number = line.number.e164(),
                                               .call_sid = talk.report.call_sid->text,
                                               .conversation = talk.report.conversation.text}));
}

net::Request tool_request(const std::string& tool, const Conversation& talk,
                          std::string_view arguments) {
  return with_secret(std::string(platforms::kToolsPath) + tool, kToolsSecret,
                     fmt::format(R"({{"partyline_call":"{}","conversation_id":"{}"{}}})",
                                 talk.report.call ? talk.report.call->text() : "",
                                 talk.report.conversation.text, arguments));
}

std::string event_body(const core::Line& line, const Conversation& about, UtcTime written,
                       std::string_view failure) {
  const core::ConversationReport& report = about.report;
  if (failure.empty() && report.status == core::ConversationStatus::kFailed) {
    failure = report.failure;
    if (failure == "carrier error") failure = "unknown";
  }
  if (failure.empty()) {
    return platforms::post_call_body(line.agent_id, about.user_id, report, written);
  }
  return platforms::call_failure_body(line.agent_id, report.conversation, failure, written);
}

net::Request event_request(std::string body, const std::string& secret, UtcTime signed_at) {
  net::Request request{.method = "POST", .path = std::string(platforms::kEventsPath)};
  request.headers = {{"ElevenLabs-Signature", platforms::sign(body, secret, signed_at)}};
  request.body = std::move(body);
  return request;
}

net::Request forged_event(const std::string& conversation, UtcTime now) {
  return event_request(platforms::call_failure_body("", {conversation}, "busy", now),
                       kGuessedSecret, now);
}

net::Request forged_tool(const core::Line& line, const std::string& call) {
  const std::string tool = line.tools.empty() ? "x" : line.tools.back().name.text;
  return with_secret(std::string(platforms::kToolsPath) + tool, kGuessedSecret,
                     fmt::format(R"({{"partyline_call":"{}"}})", call));
}

net::Request forged_pre_call(const core::Line& line, const std::string& caller_id) {
  return with_secret(platforms::kInitiationPath, kGuessedSecret,
                     platforms::pre_call_body({.agent_id = line.agent_id,
                                               .caller_id = caller_id,
                                               .called_number = line.number.e164(),
                                               .call_sid = {},
                                               .conversation = {}}));
}

}  // namespace pl::sim
