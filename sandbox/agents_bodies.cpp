#include "sandbox/agents_bodies.h"

#include <array>
#include <nlohmann/json.hpp>

#include "sandbox/agent_parts.h"

namespace pl::sandbox {
namespace {

constexpr std::array kMachineDetection{"enable", "detect_message_end"};

constexpr std::array kOutboundCall{
    Rule{"agent_id", Kind::kText, Need::kRequired},
    Rule{"agent_phone_number_id", Kind::kText, Need::kRequired},
    Rule{"to_number", Kind::kText, Need::kRequired},
    Rule{"conversation_initiation_client_data", Kind::kModel},
    Rule{"call_recording_enabled", Kind::kBoolean},
    Rule{"telephony_call_config", Kind::kModel, Need::kOptional},
    Rule{"telephony_call_config/ringing_timeout_secs", Kind::kInteger, Need::kOptional}.from(1).to(
        999),
    Rule{"telephony_call_config/twilio_call_recording_enabled", Kind::kBoolean, Need::kOptional},
    Rule{"telephony_call_config/twilio_machine_detection", Kind::kModel},
    Rule{"telephony_call_config/twilio_machine_detection/mode", Kind::kText, Need::kOptional}
        .one_of(kMachineDetection)};

constexpr std::array kClientData{
    Rule{"user_id", Kind::kText},
    Rule{"branch_id", Kind::kText},
    Rule{"environment", Kind::kText},
    Rule{"starting_workflow_node_id", Kind::kText},
    Rule{"procedure_ids", Kind::kTexts},
    Rule{"source_info", Kind::kModel, Need::kOptional},
    Rule{"source_info/source", Kind::kText}.one_of(kCallSources),
    Rule{"source_info/version", Kind::kText}.to(50),
    Rule{"dynamic_variables", Kind::kDictionary, Need::kOptional},
    Rule{"custom_llm_extra_body", Kind::kDictionary, Need::kOptional},
    Rule{"conversation_config_override", Kind::kModel, Need::kOptional}};

// Of conversation_config_override.
constexpr std::array kOverride{
    Rule{"asr", Kind::kModel}, Rule{"asr/keywords", Kind::kTexts}.to(50),
    Rule{"turn", Kind::kModel}, Rule{"turn/soft_timeout_config", Kind::kModel},
    Rule{"turn/soft_timeout_config/message", Kind::kText}.from(1).to(200),
    Rule{"turn/soft_timeout_config/additional_soft_timeout_messages", Kind::kTexts}.to(7),
    Rule{"tts", Kind::kModel}, Rule{"tts/model_id", Kind::kText}.one_of(kSpeechModels),
    Rule{"tts/voice_id", Kind::kText},
    Rule{"tts/supported_voices", Kind::kList}.to(10).of(kSupportedVoice),
    Rule{"tts/stability", Kind::kNumber}.from(0).to(1),
    Rule{"tts/speed", Kind::kNumber}.from(0.7).to(1.2),
    Rule{"tts/similarity_boost", Kind::kNumber}.from(0).to(1),
    Rule{"tts/pronunciation_dictionary_locators", Kind::kList}.of(kPronunciation),
    Rule{"conversation", Kind::kModel}, Rule{"conversation/text_only", Kind::kBoolean},
    Rule{"conversation/max_duration_seconds", Kind::kInteger}, Rule{"agent", Kind::kModel},
    Rule{"agent/first_message", Kind::kText}, Rule{"agent/language", Kind::kText},
    Rule{"agent/max_conversation_duration_message", Kind::kText},
    Rule{"agent/prompt", Kind::kModel}, Rule{"agent/prompt/prompt", Kind::kText},
    // Any text: the list of models grows by the week and is not ours to keep.
    Rule{"agent/prompt/llm", Kind::kText}, Rule{"agent/prompt/tool_ids", Kind::kTexts},
    Rule{"agent/prompt/tool_ids_strict", Kind::kBoolean},
    Rule{"agent/prompt/native_mcp_server_ids", Kind::kTexts}.to(10),
    Rule{"agent/prompt/knowledge_base", Kind::kList}.of(kKnowledge)};

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
std::span<const Rule> agent_patch_rules() {
  return kAgentPatch;
}

void check_client_data(Json& client_data, Json place, Json& detail) {
  check(client_data, kClientData, place, detail);
  const auto changed = client_data.find("conversation_config_override");
  if (changed == client_data.end() || !changed->is_object()) return;
  place.push_back("conversation_config_override");
  check(*changed, kOverride, place, detail);
}

}  // namespace pl::sandbox
