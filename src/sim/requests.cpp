#include "sim/requests.h"

#include <fmt/format.h>

#include "wire/json.h"
#include "wire/signature.h"

namespace pl::sim {
namespace {

std::string_view word_of(core::ConversationStatus status) {
  switch (status) {
    case core::ConversationStatus::kInitiated:
      return "initiated";
    case core::ConversationStatus::kInProgress:
      return "in-progress";
    case core::ConversationStatus::kProcessing:
      return "processing";
    case core::ConversationStatus::kDone:
      return "done";
    case core::ConversationStatus::kFailed:
      return "failed";
  }
  return "";
}

std::string quoted(const std::string& text) {
  return wire::write_json(wire::Json{text});
}

std::string turns_of(const core::ConversationReport& report) {
  std::string turns;
  for (const core::Turn& turn : report.transcript) {
    if (!turns.empty()) turns += ",";
    turns += fmt::format(R"({{"role":"{}","message":{},"time_in_call_secs":{}}})",
                         turn.speaker == core::Speaker::kUser ? "user" : "agent", quoted(turn.text),
                         turn.at.count());
  }
  const auto tool = [&](std::string_view fields) {
    if (!turns.empty()) turns += ",";
    turns += fmt::format(R"({{"role":"agent","message":null,"time_in_call_secs":1,{}}})", fields);
  };
  if (report.tool_called) {
    tool(R"("tool_calls":[{"type":"webhook","tool_has_been_called":true}])");
  }
  if (report.voicemail_detected) {
    tool(R"("tool_results":[{"tool_name":"voicemail_detection","tool_has_been_called":true}])");
  }
  return turns;
}

using wire::Json;

Json json_of(const std::string& text) {
  return {text};
}
Json json_of(double number) {
  return {number};
}
Json json_of(const std::vector<core::ToolId>& tools) {
  Json::List ids;
  for (const core::ToolId& tool : tools) ids.push_back({tool.text});
  return {std::move(ids)};
}

template <class T>
void put(Json::Members& members, const char* key, const core::Reported<T>& used) {
  if (used) members.emplace(key, *used ? json_of(**used) : Json{});
}

// What of ours was used, as the platform writes it: null where nothing was.
Json used_of(const core::ReportedInitiation& used) {
  Json::Members prompt;
  put(prompt, "prompt", used.prompt);
  put(prompt, "llm", used.llm);
  put(prompt, "tool_ids", used.tool_ids);
  Json::Members agent{{"prompt", {std::move(prompt)}}};
  put(agent, "first_message", used.first_message);
  put(agent, "language", used.language);
  Json::Members tts;
  put(tts, "voice_id", used.voice_id);
  put(tts, "model_id", used.model_id);
  put(tts, "stability", used.stability);
  put(tts, "similarity_boost", used.similarity_boost);
  put(tts, "speed", used.speed);
  Json::Members variables;
  for (const auto& [name, value] : used.dynamic_variables) variables.emplace(name, Json{value});
  Json::Members members{{"conversation_config_override",
                         {Json::Members{{"agent", {std::move(agent)}}, {"tts", {std::move(tts)}}}}},
                        {"dynamic_variables", {std::move(variables)}}};
  members.emplace("user_id", used.user_id ? Json{*used.user_id} : Json{});
  return {std::move(members)};
}

net::Request with_secret(std::string path, const std::string& secret, std::string body) {
  net::Request request{.method = "POST", .path = std::move(path)};
  request.headers = {{"X-Partyline-Secret", secret}};
  request.body = std::move(body);
  return request;
}

}  // namespace

net::Request pre_call_request(const core::Line& line, const Conversation& talk,
                              std::string_view caller_id) {
  return with_secret(
      "/elevenlabs/initiation", kInitiationSecret,
      fmt::format(R"({{"agent_id":"{}","caller_id":{},"called_number":"{}","call_sid":{},)"
                  R"("conversation_id":"{}"}})",
                  line.agent_id, quoted(std::string(caller_id)), line.number.e164(),
                  quoted(talk.report.call_sid->text), talk.report.conversation.text));
}

net::Request tool_request(const std::string& tool, const Conversation& talk,
                          std::string_view arguments) {
  return with_secret("/elevenlabs/tools/" + tool, kToolsSecret,
                     fmt::format(R"({{"partyline_call":"{}","conversation_id":"{}"{}}})",
                                 talk.report.call ? talk.report.call->text() : "",
                                 talk.report.conversation.text, arguments));
}

std::string event_body(const core::Line& line, const Conversation& about, UtcTime written,
                       std::string_view failure) {
  const core::ConversationReport& report = about.report;
  const std::int64_t seconds = to_ms(written) / 1000;
  if (failure.empty() && report.status == core::ConversationStatus::kFailed) {
    failure = report.failure;
    if (failure == "carrier error") failure = "unknown";
  }
  if (!failure.empty()) {
    return fmt::format(R"({{"type":"call_initiation_failure","event_timestamp":{},"data":{{)"
                       R"("agent_id":"{}","conversation_id":"{}","failure_reason":"{}"}}}})",
                       seconds, line.agent_id, report.conversation.text, failure);
  }
  return fmt::format(
      R"({{"type":"post_call_transcription","event_timestamp":{},"data":{{"agent_id":"{}",)"
      R"("conversation_id":"{}","status":"{}","user_id":"{}","transcript":[{}],)"
      R"("metadata":{{"call_duration_secs":{},"phone_call":{{"call_sid":"{}"}}}},)"
      R"("conversation_initiation_client_data":{}}}}})",
      seconds, line.agent_id, report.conversation.text, word_of(report.status), about.user_id,
      turns_of(report), report.duration.count(), report.call_sid ? report.call_sid->text : "",
      report.used ? wire::write_json(used_of(*report.used)) : "{}");
}

net::Request event_request(std::string body, const std::string& secret, UtcTime signed_at) {
  net::Request request{.method = "POST", .path = "/elevenlabs/events"};
  request.headers = {{"ElevenLabs-Signature", wire::sign(body, secret, signed_at)}};
  request.body = std::move(body);
  return request;
}

net::Request forged_event(const std::string& conversation, UtcTime now) {
  return event_request(
      fmt::format(R"({{"type":"call_initiation_failure","event_timestamp":1,"data":)"
                  R"({{"conversation_id":"{}","failure_reason":"busy"}}}})",
                  conversation),
      kGuessedSecret, now);
}

net::Request forged_tool(const core::Line& line, const std::string& call) {
  const std::string tool = line.tools.empty() ? "x" : line.tools.back().name.text;
  return with_secret("/elevenlabs/tools/" + tool, kGuessedSecret,
                     fmt::format(R"({{"partyline_call":"{}"}})", call));
}

net::Request forged_pre_call(const core::Line& line, const std::string& caller_id) {
  return with_secret("/elevenlabs/initiation", kGuessedSecret,
                     fmt::format(R"({{"agent_id":"{}","caller_id":{},"called_number":"{}"}})",
                                 line.agent_id, quoted(caller_id), line.number.e164()));
}

}  // namespace pl::sim
