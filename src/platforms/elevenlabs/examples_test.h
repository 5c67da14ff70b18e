// Answers of the platform as it gives them, with invented people. exchanges_test.cpp writes them
// out to be checked against the platform's own schema.
#pragma once

#include <string>

namespace pl::platforms::examples {

inline const std::string kCall = "call_01jd3v7w8x9yzabcdefghjkmnp";

inline const std::string kPlaced = R"({
  "success": true, "message": "Success", "conversation_id": "conv_4701kd2m8q",
  "callSid": "CA0123456789abcdef0123456789abcdef"})";

// A finished onboarding call.
inline const std::string kConversation = R"({
  "agent_id": "agent_1", "agent_name": "Receptionist", "status": "done", "user_id": "clr_1",
  "metadata": {
    "start_time_unix_secs": 1763812140, "accepted_time_unix_secs": 1763812149,
    "call_duration_secs": 183, "cost": 412, "cost_fiat": 0.05, "main_language": "en",
    "termination_reason": "Call ended by remote party",
    "authorization_method": "authorization_header",
    "conversation_initiation_source": "twilio",
    "phone_call": {
      "type": "twilio", "direction": "outbound", "phone_number_id": "phnum_1",
      "agent_number": "+41780000000", "external_number": "+41780000001",
      "call_result": "answered", "stream_sid": "MZ1", "call_sid": "CA1"}},
  "analysis": {"call_successful": "success", "transcript_summary": "They met."},
  "conversation_initiation_client_data": {
    "conversation_config_override": {"agent": {"first_message": "Hi!"}},
    "dynamic_variables": {
      "partyline_call": "call_01jd3v7w8x9yzabcdefghjkmnp", "system__caller_id": null,
      "system__call_duration_secs": 183}},
  "conversation_id": "conv_4701kd2m8q", "has_audio": true, "has_user_audio": true,
  "has_response_audio": true, "has_auxiliary_audio": false,
  "transcript": [
    {"role": "agent", "message": "Hi!", "time_in_call_secs": 0, "interrupted": false,
     "tool_calls": [], "tool_results": []},
    {"role": "user", "message": "Hello, I am a baker.", "time_in_call_secs": 4,
     "source_medium": "audio"},
    {"role": "agent", "message": null, "time_in_call_secs": 7,
     "tool_calls": [
       {"type": "webhook", "request_id": "call_a", "tool_name": "collect_profile",
        "params_as_json": "{\"occupation\":\"baker\"}", "tool_has_been_called": true,
        "tool_details": {"type": "webhook", "method": "POST", "url": "https://example.org/t",
                         "headers": {}, "path_params": {}, "query_params": {}, "body": "{}"}}],
     "tool_results": []},
    {"role": "agent", "message": null, "time_in_call_secs": 8, "tool_calls": [],
     "tool_results": [
       {"type": "webhook", "request_id": "call_a", "tool_name": "collect_profile",
        "result_value": "{\"saved\":true}", "is_error": false, "tool_has_been_called": true,
        "tool_latency_secs": 0.2, "dynamic_variable_updates": []}]},
    {"role": "agent", "message": "A baker, lovely.", "time_in_call_secs": 9}]})";

// A mailbox that the voicemail tool recognised.
inline const std::string kVoicemail = R"({
  "agent_id": "agent_1", "status": "done",
  "metadata": {"start_time_unix_secs": 1763812140, "call_duration_secs": 11, "cost_fiat": null},
  "conversation_id": "conv_mail", "has_audio": true, "has_user_audio": true,
  "has_response_audio": true, "has_auxiliary_audio": false,
  "transcript": [
    {"role": "user", "message": "Please leave a message.", "time_in_call_secs": 3},
    {"role": "agent", "message": null, "time_in_call_secs": 6,
     "tool_calls": [
       {"type": "system", "request_id": "r", "tool_name": "voicemail_detection",
        "params_as_json": "{}", "tool_has_been_called": true}],
     "tool_results": [
       {"type": "system", "request_id": "r", "tool_name": "voicemail_detection",
        "result_value": "ok", "is_error": false, "tool_has_been_called": true,
        "tool_latency_secs": 0.0, "dynamic_variable_updates": [],
        "result": {"result_type": "voicemail_detection_success", "status": "success"}}]}]})";

inline const std::string kConversationPage = R"({
  "conversations": [
    {"agent_id": "agent_1", "agent_name": "Receptionist", "conversation_id": "conv_b",
     "start_time_unix_secs": 1763812200, "call_duration_secs": 0, "message_count": 0,
     "status": "initiated", "call_successful": "unknown", "direction": "outbound"},
    {"agent_id": "agent_1", "conversation_id": "conv_a", "start_time_unix_secs": 1763812140,
     "call_duration_secs": 12, "message_count": 3, "status": "done",
     "call_successful": "success"}],
  "next_cursor": "djE6MTc2", "has_more": true})";

inline const std::string kToolPage = R"({
  "tools": [
    {"id": "tool_1",
     "tool_config": {
       "type": "webhook", "name": "collect_profile", "description": "Saves what was learnt.",
       "api_schema": {"url": "https://example.org/elevenlabs/tools/collect_profile",
                      "method": "POST"}},
     "access_info": {"is_creator": true, "creator_name": "Ops", "creator_email": "o@example.org",
                     "role": "admin"},
     "usage_stats": {"avg_latency_secs": 0.1}},
    {"id": "tool_2",
     "tool_config": {"type": "system", "name": "end_call", "description": "",
                     "params": {"system_tool_type": "end_call"}},
     "access_info": {"is_creator": true, "creator_name": "Ops", "creator_email": "o@example.org",
                     "role": "admin"},
     "usage_stats": {"avg_latency_secs": 0.0}}],
  "next_cursor": null, "has_more": false})";

inline const std::string kValidationError = R"({
  "detail": [{"loc": ["body", "to_number"], "msg": "Value error, no such number",
              "type": "value_error"}]})";

}  // namespace pl::platforms::examples
