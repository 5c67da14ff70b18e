#include "sandbox/shapes.h"

#include <date/date.h>

#include <nlohmann/json.hpp>

namespace pl::sandbox {
namespace {

constexpr std::size_t kInitiationBytes = 256 * 1024;

std::int64_t seconds_between(UtcTime from, UtcTime to) {
  return std::chrono::round<std::chrono::seconds>(to - from).count();
}

std::int64_t duration(const Conversation& conversation, UtcTime now) {
  if (!conversation.answered) return 0;
  return seconds_between(*conversation.answered, conversation.ended.value_or(now));
}

bool is_judged(const Conversation& conversation) {
  return conversation.status == Status::kDone || conversation.status == Status::kFailed;
}

std::string verdict(const Conversation& conversation) {
  if (conversation.status == Status::kFailed) return "failure";
  return conversation.status == Status::kDone ? "success" : "unknown";
}

Json call_json(const ToolCall& call) {
  Json json{{"type", call.url.empty() ? "system" : "webhook"},
            {"request_id", call.request_id},
            {"tool_name", call.tool_name},
            {"params_as_json", call.arguments},
            {"tool_has_been_called", true},
            {"tool_details", nullptr}};
  if (!call.url.empty()) {
    json["tool_details"] = Json{{"type", "webhook"},
                                {"method", "POST"},
                                {"url", call.url},
                                {"headers", Json::object()},
                                {"path_params", Json::object()},
                                {"query_params", Json::object()},
                                {"body", call.arguments}};
  }
  return json;
}

Json result_json(const ToolResult& result) {
  const bool is_system = !result.result_type.empty();
  Json json{{"request_id", result.request_id},
            {"tool_name", result.tool_name},
            {"result_value", result.text},
            {"is_error", result.is_error},
            {"is_blocked", false},
            {"tool_has_been_called", true},
            {"tool_latency_secs", static_cast<double>(result.latency.count()) / 1000.0},
            {"error_type", ""},
            {"raw_error_message", ""},
            {"dynamic_variable_updates", Json::array()},
            {"type", is_system ? "system" : "webhook"}};
  if (is_system)
    json["result"] =
        Json{{"result_type", result.result_type}, {"status", "success"}, {"reason", result.text}};
  return json;
}

Json turn_json(const Conversation& conversation, const Turn& turn) {
  Json json{{"role", turn.role == Role::kAgent ? "agent" : "user"},
            {"message", turn.message ? Json(*turn.message) : Json(nullptr)},
            {"tool_calls", Json::array()},
            {"tool_results", Json::array()},
            {"time_in_call_secs", seconds_between(*conversation.answered, turn.at)},
            {"interrupted", false},
            {"source_medium", turn.role == Role::kUser ? Json("audio") : Json(nullptr)}};
  if (turn.role == Role::kAgent) json["agent_metadata"] = Json{{"agent_id", conversation.agent_id}};
  if (turn.call) json["tool_calls"].push_back(call_json(*turn.call));
  if (turn.result) json["tool_results"].push_back(result_json(*turn.result));
  return json;
}

Json phone_call_json(const Conversation& conversation) {
  Json json{{"type", "twilio"},
            {"direction", name_of(conversation.direction)},
            {"phone_number_id", conversation.phone_number_id},
            {"agent_number", conversation.agent_number},
            {"external_number", conversation.external_number},
            {"stream_sid", conversation.stream_sid},
            {"call_sid", conversation.call_sid}};
  if (!conversation.call_result.empty()) json["call_result"] = conversation.call_result;
  return json;
}

Json metadata_json(const Conversation& conversation, UtcTime now) {
  Json json{{"start_time_unix_secs", unix_seconds(conversation.created)},
            {"accepted_time_unix_secs", nullptr},
            {"call_duration_secs", duration(conversation, now)},
            {"cost", nullptr},
            {"cost_fiat", nullptr},
            {"authorization_method", "authorization_header"},
            {"phone_call", phone_call_json(conversation)},
            {"termination_reason", conversation.termination_reason},
            {"error", nullptr},
            {"warnings", conversation.warnings},
            {"main_language", "en"},
            {"text_only", false},
            {"conversation_initiation_source", "twilio"}};
  if (conversation.answered) json["accepted_time_unix_secs"] = unix_seconds(*conversation.answered);
  if (conversation.error_code != 0)
    json["error"] = Json{{"code", conversation.error_code}, {"reason", conversation.error_reason}};
  return json;
}

// All that an override may hold (ConversationConfigClientOverride-Output).
Json empty_override() {
  const Json prompt{{"prompt", nullptr},
                    {"llm", nullptr},
                    {"tool_ids", nullptr},
                    {"native_mcp_server_ids", nullptr},
                    {"knowledge_base", nullptr}};
  return Json{
      {"agent", Json{{"first_message", nullptr},
                     {"language", nullptr},
                     {"max_conversation_duration_message", nullptr},
                     {"prompt", prompt}}},
      {"asr", Json{{"keywords", nullptr}}},
      {"conversation", Json{{"max_duration_seconds", nullptr}, {"text_only", nullptr}}},
      {"tts", Json{{"model_id", nullptr},
                   {"pronunciation_dictionary_locators", nullptr},
                   {"similarity_boost", nullptr},
                   {"speed", nullptr},
                   {"stability", nullptr},
                   {"voice_id", nullptr}}},
      {"turn", Json{{"soft_timeout_config",
                     Json{{"additional_soft_timeout_messages", nullptr}, {"message", nullptr}}}}}};
}

// Null for what is in `whole` and not in `used`; a group of which nothing was used is null itself.
void fill_with_null(Json& used, const Json& whole) {
  for (const auto& [key, inside] : whole.items()) {
    Json& value = used[key];
    if (value.is_object() && inside.is_object()) fill_with_null(value, inside);
  }
}

// Seen: the platform shows every field of an override, those of which nothing was used as null.
// Values of variables that begin with secret__ are for headers alone and are never shown again.
Json shown_client_data(const Conversation& conversation) {
  Json json = parse_json(conversation.client_data);
  if (!json.is_object()) json = Json::object();
  Json& used = json["conversation_config_override"];
  if (!used.is_object()) used = Json::object();
  fill_with_null(used, empty_override());
  const auto variables = json.find("dynamic_variables");
  if (variables == json.end() || !variables->is_object()) return json;
  for (auto& [name, value] : variables->items())
    if (name.starts_with("secret__")) value = "<REDACTED>";
  return json;
}

// The form of Twilio's status callback, as the platform hands it on: every value is a text. Where
// the two live is not made up.
Json status_callback(const Conversation& conversation, std::string_view call_status, UtcTime now) {
  Json body{{"CallSid", conversation.call_sid},
            {"AccountSid", conversation.account_sid},
            {"CallStatus", call_status},
            {"CallbackSource", "call-progress-events"},
            {"Direction", "outbound-api"},
            {"SequenceNumber", "0"},
            {"SipResponseCode", std::to_string(conversation.error_code)},
            {"Timestamp", mail_time(now)},
            {"Duration", "0"},
            {"CallDuration", "0"},
            {"ApiVersion", "2010-04-01"}};
  for (const char* party : {"From", "Caller", "To", "Called"}) {
    const bool is_from = std::string_view(party) == "From" || std::string_view(party) == "Caller";
    body[party] = is_from ? conversation.agent_number : conversation.external_number;
    for (const char* part : {"City", "State", "Zip", "Country"})
      body[std::string(party) + part] = "";
  }
  return body;
}

Json event_json(std::string_view type, UtcTime now, Json data) {
  return Json{{"type", type}, {"event_timestamp", unix_seconds(now)}, {"data", std::move(data)}};
}

}  // namespace

std::string mail_time(UtcTime time) {
  return date::format("%a, %d %b %Y %T +0000", std::chrono::floor<std::chrono::seconds>(time));
}

std::string_view name_of(Status status) {
  switch (status) {
    case Status::kInitiated:
      return "initiated";
    case Status::kInProgress:
      return "in-progress";
    case Status::kProcessing:
      return "processing";
    case Status::kDone:
      return "done";
    case Status::kFailed:
      return "failed";
  }
  return "failed";
}

std::string_view name_of(Direction direction) {
  return direction == Direction::kInbound ? "inbound" : "outbound";
}

Json conversation_json(const Conversation& conversation, UtcTime now) {
  Json transcript = Json::array();
  for (const Turn& turn : conversation.turns) transcript.push_back(turn_json(conversation, turn));
  const bool was_heard = conversation.answered && is_judged(conversation);
  Json analysis = nullptr;
  if (is_judged(conversation))
    analysis = Json{{"call_successful", verdict(conversation)},
                    {"transcript_summary", summary_of(conversation)},
                    {"call_summary_title", "Sandbox call"},
                    {"evaluation_criteria_results", Json::object()},
                    {"data_collection_results", Json::object()}};
  const std::string& user_id = conversation.scene.user_id;
  return Json{{"agent_id", conversation.agent_id},
              {"agent_name", conversation.agent_name},
              {"conversation_id", conversation.id},
              {"status", name_of(conversation.status)},
              {"user_id", user_id.empty() ? Json(nullptr) : Json(user_id)},
              {"branch_id", nullptr},
              {"version_id", nullptr},
              {"environment", "production"},
              {"has_audio", was_heard},
              {"has_user_audio", was_heard},
              {"has_response_audio", was_heard},
              {"has_auxiliary_audio", false},
              {"transcript", std::move(transcript)},
              {"metadata", metadata_json(conversation, now)},
              {"analysis", std::move(analysis)},
              {"conversation_initiation_client_data", shown_client_data(conversation)}};
}

Json summary_of(const Conversation& conversation) {
  return is_judged(conversation) ? Json("A call in the sandbox.") : Json(nullptr);
}

Json summary_json(const Conversation& conversation, UtcTime now) {
  return Json{{"agent_id", conversation.agent_id},
              {"agent_name", conversation.agent_name},
              {"conversation_id", conversation.id},
              {"start_time_unix_secs", unix_seconds(conversation.created)},
              {"call_duration_secs", duration(conversation, now)},
              {"message_count", conversation.turns.size()},
              {"status", name_of(conversation.status)},
              {"termination_reason", conversation.termination_reason},
              {"call_successful", verdict(conversation)},
              {"conversation_initiation_source", "twilio"},
              {"direction", name_of(conversation.direction)}};
}

std::string transcription_event(const Conversation& conversation, bool with_turns, UtcTime now) {
  Json shown = conversation_json(conversation, now);
  if (!with_turns) shown["transcript"] = Json::array();
  return to_text(event_json("post_call_transcription", now, std::move(shown)));
}

std::string initiation_failure_event(const Conversation& conversation,
                                     std::string_view failure_reason, std::string_view call_status,
                                     UtcTime now) {
  Json body = status_callback(conversation, call_status, now);
  return to_text(
      event_json("call_initiation_failure", now,
                 Json{{"agent_id", conversation.agent_id},
                      {"conversation_id", conversation.id},
                      {"failure_reason", failure_reason},
                      {"metadata", Json{{"type", "twilio"}, {"body", std::move(body)}}}}));
}

std::string initiation_request(const Conversation& conversation) {
  return to_text(Json{{"caller_id", conversation.external_number},
                      {"agent_id", conversation.agent_id},
                      {"called_number", conversation.agent_number},
                      {"call_sid", conversation.call_sid},
                      {"conversation_id", conversation.id}});
}

std::string tool_arguments(const Conversation& conversation, const std::string& field,
                           const std::string& value) {
  Json json = Json::object();
  if (!field.empty()) {
    json["field"] = field;
    json["value"] = value;
  }
  json["partyline_call"] = conversation.attempt();
  json["conversation_id"] = conversation.id;
  return to_text(json);
}

ToolAnswer read_tool_answer(std::string_view body) {
  ToolAnswer answer;
  const Json json = parse_json(body);
  answer.say = text_at(json, "say");
  if (json.is_object())
    for (const char* key : {"saved", "completed"})
      if (const auto found = json.find(key); found != json.end() && *found == false)
        answer.saved = false;
  return answer;
}

std::optional<Beginning> read_initiation(const Workspace& workspace, const Agent& agent,
                                         std::string_view body) {
  if (body.size() > kInitiationBytes) return std::nullopt;
  Json json = parse_json(body);
  if (text_at(json, "type") != "conversation_initiation_client_data") return std::nullopt;
  json.erase("type");
  Json detail = Json::array();
  Beginning beginning = read_beginning(workspace, agent, std::move(json), Json::array(), detail);
  if (!detail.empty()) return std::nullopt;
  return beginning;
}

}  // namespace pl::sandbox
