#include "platforms/elevenlabs/platform_events.h"

#include <fmt/format.h>

namespace pl::platforms {
namespace {

using wire::Json;

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

std::string in_quotes(const std::string& text) {
  return wire::write_json(Json{text});
}

std::string turns_of(const core::ConversationReport& report) {
  std::string turns;
  for (const core::Turn& turn : report.transcript) {
    if (!turns.empty()) turns += ",";
    turns += fmt::format(R"({{"role":"{}","message":{},"time_in_call_secs":{}}})",
                         turn.speaker == core::Speaker::kUser ? "user" : "agent",
                         in_quotes(turn.text), turn.at.count());
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

// What of ours was used, as the platform writes it: null where nothing was. Each part is moved into
// the whole, since a prompt is long.
Json used_of(const core::ReportedInitiation& used) {
  Json::Members prompt;
  put(prompt, "prompt", used.prompt);
  put(prompt, "llm", used.llm);
  put(prompt, "tool_ids", used.tool_ids);
  Json::Members agent;
  agent.emplace("prompt", Json{std::move(prompt)});
  put(agent, "first_message", used.first_message);
  put(agent, "language", used.language);
  Json::Members tts;
  put(tts, "voice_id", used.voice_id);
  put(tts, "model_id", used.model_id);
  put(tts, "stability", used.stability);
  put(tts, "similarity_boost", used.similarity_boost);
  put(tts, "speed", used.speed);
  Json::Members override;
  override.emplace("agent", Json{std::move(agent)});
  override.emplace("tts", Json{std::move(tts)});
  Json::Members variables;
  for (const auto& [name, value] : used.dynamic_variables) variables.emplace(name, Json{value});
  Json::Members members;
  members.emplace("conversation_config_override", Json{std::move(override)});
  members.emplace("dynamic_variables", Json{std::move(variables)});
  members.emplace("user_id", used.user_id ? Json{*used.user_id} : Json{});
  return {std::move(members)};
}

}  // namespace

std::string pre_call_body(const PreCallRequest& call) {
  Json::Members members;
  const auto add = [&members](const char* name, const std::string& value) {
    if (!value.empty()) members.emplace(name, Json{value});
  };
  add("agent_id", call.agent_id);
  add("caller_id", call.caller_id);
  add("called_number", call.called_number);
  add("call_sid", call.call_sid);
  add("conversation_id", call.conversation);
  return wire::write_json({std::move(members)});
}

std::string post_call_body(const std::string& agent_id, const std::string& user_id,
                           const core::ConversationReport& report, UtcTime written) {
  std::string body = fmt::format(
      R"({{"type":"post_call_transcription","event_timestamp":{},"data":{{"agent_id":"{}",)"
      R"("conversation_id":{},"status":"{}","user_id":{},"transcript":[{}],)"
      R"("metadata":{{"call_duration_secs":{},"phone_call":{{"call_sid":{}}}}},)"
      R"("conversation_initiation_client_data":)",
      to_ms(written) / 1000, agent_id, in_quotes(report.conversation.text), word_of(report.status),
      in_quotes(user_id), turns_of(report), report.duration.count(),
      in_quotes(report.call_sid ? report.call_sid->text : ""));
  body += report.used ? wire::write_json(used_of(*report.used)) : "{}";
  body += "}}";
  return body;
}

std::string call_failure_body(const std::string& agent_id, const core::ConversationId& conversation,
                              std::string_view reason, UtcTime written) {
  return fmt::format(R"({{"type":"call_initiation_failure","event_timestamp":{},"data":{{)"
                     R"("agent_id":"{}","conversation_id":{},"failure_reason":"{}"}}}})",
                     to_ms(written) / 1000, agent_id, in_quotes(conversation.text), reason);
}

}  // namespace pl::platforms
