#include "sandbox/agents_bodies.h"

#include <array>

namespace pl::sandbox {
namespace {

constexpr std::array kMachineDetection{"enable", "detect_message_end"};
constexpr std::array kSpeechModels{
    "eleven_turbo_v2",        "eleven_turbo_v2_5",        "eleven_flash_v2", "eleven_flash_v2_5",
    "eleven_multilingual_v2", "eleven_v3_conversational", "eleven_v4",       "eleven_v4_turbo"};

constexpr std::array kOutboundCall{
    Rule{"agent_id", Kind::kText, Need::kRequired},
    Rule{"agent_phone_number_id", Kind::kText, Need::kRequired},
    Rule{"to_number", Kind::kText, Need::kRequired},
    Rule{"conversation_initiation_client_data", Kind::kModel},
    Rule{"call_recording_enabled", Kind::kBoolean},
    Rule{"telephony_call_config", Kind::kModel, Need::kOptional},
    Rule{"telephony_call_config/ringing_timeout_secs", Kind::kInteger, Need::kOptional, 1, 999},
    Rule{"telephony_call_config/twilio_call_recording_enabled", Kind::kBoolean, Need::kOptional},
    Rule{"telephony_call_config/twilio_machine_detection", Kind::kModel},
    Rule{"telephony_call_config/twilio_machine_detection/mode", Kind::kText, Need::kOptional,
         INT64_MIN, INT64_MAX, kMachineDetection}};

constexpr std::array kClientData{
    Rule{"user_id", Kind::kText}, Rule{"branch_id", Kind::kText}, Rule{"environment", Kind::kText},
    Rule{"starting_workflow_node_id", Kind::kText}, Rule{"procedure_ids", Kind::kTexts},
    Rule{"source_info", Kind::kModel, Need::kOptional},
    Rule{"dynamic_variables", Kind::kDictionary, Need::kOptional},
    Rule{"custom_llm_extra_body", Kind::kDictionary, Need::kOptional},
    Rule{"conversation_config_override", Kind::kModel, Need::kOptional},
    Rule{"conversation_config_override/asr", Kind::kModel},
    Rule{"conversation_config_override/asr/keywords", Kind::kTexts, Need::kNullable, INT64_MIN, 50},
    Rule{"conversation_config_override/turn", Kind::kModel},
    Rule{"conversation_config_override/turn/soft_timeout_config", Kind::kModel},
    Rule{"conversation_config_override/turn/soft_timeout_config/message", Kind::kText},
    Rule{"conversation_config_override/turn/soft_timeout_config/additional_soft_timeout_messages",
         Kind::kTexts, Need::kNullable, INT64_MIN, 7},
    Rule{"conversation_config_override/tts", Kind::kModel},
    Rule{"conversation_config_override/tts/model_id", Kind::kText, Need::kNullable, INT64_MIN,
         INT64_MAX, kSpeechModels},
    Rule{"conversation_config_override/tts/voice_id", Kind::kText},
    Rule{"conversation_config_override/tts/supported_voices", Kind::kList},
    Rule{"conversation_config_override/tts/stability", Kind::kNumber},
    Rule{"conversation_config_override/tts/speed", Kind::kNumber},
    Rule{"conversation_config_override/tts/similarity_boost", Kind::kNumber},
    Rule{"conversation_config_override/tts/pronunciation_dictionary_locators", Kind::kList},
    Rule{"conversation_config_override/conversation", Kind::kModel},
    Rule{"conversation_config_override/conversation/text_only", Kind::kBoolean},
    Rule{"conversation_config_override/conversation/max_duration_seconds", Kind::kInteger},
    Rule{"conversation_config_override/agent", Kind::kModel},
    Rule{"conversation_config_override/agent/first_message", Kind::kText},
    Rule{"conversation_config_override/agent/language", Kind::kText},
    Rule{"conversation_config_override/agent/max_conversation_duration_message", Kind::kText},
    Rule{"conversation_config_override/agent/prompt", Kind::kModel},
    Rule{"conversation_config_override/agent/prompt/prompt", Kind::kText},
    // Any text: the list of models grows by the week and is not ours to keep.
    Rule{"conversation_config_override/agent/prompt/llm", Kind::kText},
    Rule{"conversation_config_override/agent/prompt/tool_ids", Kind::kTexts},
    Rule{"conversation_config_override/agent/prompt/tool_ids_strict", Kind::kBoolean},
    Rule{"conversation_config_override/agent/prompt/native_mcp_server_ids", Kind::kTexts},
    Rule{"conversation_config_override/agent/prompt/knowledge_base", Kind::kList}};

constexpr std::array kAgentPatch{Rule{"conversation_config", Kind::kDictionary},
                                 Rule{"platform_settings", Kind::kDictionary},
                                 Rule{"workflow", Kind::kModel, Need::kOptional},
                                 Rule{"procedures", Kind::kDictionary},
                                 Rule{"name", Kind::kText},
                                 Rule{"tags", Kind::kTexts},
                                 Rule{"version_description", Kind::kText}};

}  // namespace

std::span<const Rule> outbound_call_rules() {
  return kOutboundCall;
}
std::span<const Rule> client_data_rules() {
  return kClientData;
}
std::span<const Rule> agent_patch_rules() {
  return kAgentPatch;
}

}  // namespace pl::sandbox
