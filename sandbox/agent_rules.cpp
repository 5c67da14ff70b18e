#include "sandbox/agent_rules.h"

#include <array>

#include "sandbox/agent_parts.h"

namespace pl::sandbox {
namespace {

constexpr Need kSet = Need::kOptional;  // may be left out, and is never null

constexpr std::array kProviders{"elevenlabs", "scribe_realtime"};
constexpr std::array kQualities{"high"};
constexpr std::array kAudioFormats{"pcm_8000",  "pcm_16000", "pcm_22050", "pcm_24000",
                                   "pcm_44100", "pcm_48000", "ulaw_8000"};
constexpr std::array kModes{"silence", "turn"};
constexpr std::array kEagerness{"patient", "normal", "eager"};
constexpr std::array kPatience{"auto", "off"};
constexpr std::array kTurnModels{"turn_v2", "turn_v3"};
constexpr std::array kNormalisation{"system_prompt", "elevenlabs"};
constexpr std::array kEffort{"none", "minimal", "low", "medium", "high", "xhigh", "max"};

constexpr std::array kConversationConfig{
    Rule{"asr", Kind::kModel, kSet}, Rule{"asr/quality", Kind::kText, kSet}.one_of(kQualities),
    Rule{"asr/provider", Kind::kText, kSet}.one_of(kProviders),
    Rule{"asr/user_input_audio_format", Kind::kText, kSet}.one_of(kAudioFormats),
    Rule{"asr/keywords", Kind::kTexts, kSet}, Rule{"turn", Kind::kModel, kSet},
    Rule{"turn/mode", Kind::kText, kSet}.one_of(kModes),
    Rule{"turn/turn_timeout", Kind::kNumber, kSet}, Rule{"turn/initial_wait_time", Kind::kNumber},
    Rule{"turn/silence_end_call_timeout", Kind::kNumber, kSet},
    Rule{"turn/turn_eagerness", Kind::kText, kSet}.one_of(kEagerness),
    Rule{"turn/spelling_patience", Kind::kText, kSet}.one_of(kPatience),
    Rule{"turn/turn_model", Kind::kText, kSet}.one_of(kTurnModels),
    Rule{"turn/speculative_turn", Kind::kBoolean, kSet},
    Rule{"turn/retranscribe_on_turn_timeout", Kind::kBoolean, kSet},
    Rule{"turn/merge_with_default_ignore_terms", Kind::kBoolean, kSet},
    Rule{"turn/transcribe_on_disabled_interruptions", Kind::kBoolean, kSet},
    Rule{"turn/interruption_ignore_terms", Kind::kTexts, kSet},
    Rule{"turn/interruption_ignore_term_languages", Kind::kTexts, kSet},
    Rule{"turn/soft_timeout_config", Kind::kModel, kSet},
    Rule{"turn/soft_timeout_config/timeout_seconds", Kind::kNumber, kSet},
    Rule{"turn/soft_timeout_config/message", Kind::kText, kSet}.from(1).to(200),
    Rule{"turn/soft_timeout_config/additional_soft_timeout_messages", Kind::kTexts, kSet}.to(7),
    Rule{"turn/soft_timeout_config/max_soft_timeouts_per_generation", Kind::kInteger, kSet}
        .from(1)
        .to(8),
    Rule{"turn/soft_timeout_config/use_llm_generated_message", Kind::kBoolean, kSet},
    Rule{"turn/soft_timeout_config/randomize_fillers", Kind::kBoolean, kSet},
    Rule{"turn/soft_timeout_config/disable_until_first_user_message", Kind::kBoolean, kSet},
    Rule{"turn/soft_timeout_config/llm_generated_message_prompt_override", Kind::kText}.from(1).to(
        1'000),
    Rule{"tts", Kind::kModel, kSet}, Rule{"tts/model_id", Kind::kText, kSet}.one_of(kSpeechModels),
    Rule{"tts/voice_id", Kind::kText, kSet},
    Rule{"tts/supported_voices", Kind::kList, kSet}.of(kSupportedVoice),
    Rule{"tts/suggested_audio_tags", Kind::kList, kSet}.to(20),
    Rule{"tts/expressive_mode", Kind::kBoolean, kSet},
    Rule{"tts/enable_phoneme_tags", Kind::kBoolean, kSet},
    Rule{"tts/agent_output_audio_format", Kind::kText, kSet}.one_of(kAudioFormats),
    Rule{"tts/optimize_streaming_latency", Kind::kInteger, kSet}.from(0).to(4),
    Rule{"tts/text_normalisation_type", Kind::kText, kSet}.one_of(kNormalisation),
    Rule{"tts/stability", Kind::kNumber, kSet}.from(0).to(1),
    Rule{"tts/speed", Kind::kNumber, kSet}.from(0.7).to(1.2),
    Rule{"tts/similarity_boost", Kind::kNumber, kSet}.from(0).to(1),
    Rule{"tts/pronunciation_dictionary_locators", Kind::kList, kSet}.of(kPronunciation),
    Rule{"conversation", Kind::kModel, kSet}, Rule{"conversation/text_only", Kind::kBoolean, kSet},
    Rule{"conversation/max_duration_seconds", Kind::kInteger, kSet},
    Rule{"conversation/client_events", Kind::kTexts, kSet},
    Rule{"conversation/monitoring_events", Kind::kTexts, kSet},
    Rule{"conversation/monitoring_enabled", Kind::kBoolean, kSet},
    Rule{"conversation/source_attribution", Kind::kBoolean, kSet},
    Rule{"conversation/file_input", Kind::kModel, kSet},
    Rule{"conversation/background_sound", Kind::kModel, kSet}, Rule{"vad", Kind::kModel, kSet},
    Rule{"vad/background_voice_detection", Kind::kBoolean, kSet},
    Rule{"language_presets", Kind::kDictionary, kSet}, Rule{"agent", Kind::kModel, kSet},
    Rule{"agent/first_message", Kind::kText, kSet}, Rule{"agent/language", Kind::kText, kSet},
    Rule{"agent/hinglish_mode", Kind::kBoolean, kSet},
    Rule{"agent/disable_first_message_interruptions", Kind::kBoolean, kSet},
    Rule{"agent/max_conversation_duration_message", Kind::kText, kSet},
    Rule{"agent/text_behavior_overrides", Kind::kDictionary},
    Rule{"agent/dynamic_variables", Kind::kModel, kSet},
    Rule{"agent/dynamic_variables/dynamic_variable_placeholders", Kind::kDictionary, kSet},
    Rule{"agent/prompt", Kind::kModel, kSet}, Rule{"agent/prompt/prompt", Kind::kText, kSet},
    // Any text: the list of models grows by the week and is not ours to keep.
    Rule{"agent/prompt/llm", Kind::kText, kSet},
    Rule{"agent/prompt/reasoning_effort", Kind::kText}.one_of(kEffort),
    Rule{"agent/prompt/thinking_budget", Kind::kInteger},
    Rule{"agent/prompt/temperature", Kind::kNumber},
    Rule{"agent/prompt/max_tokens", Kind::kInteger, kSet},
    Rule{"agent/prompt/tool_ids", Kind::kTexts, kSet},
    Rule{"agent/prompt/tools", Kind::kList, kSet},
    Rule{"agent/prompt/built_in_tools", Kind::kModel, kSet},
    Rule{"agent/prompt/built_in_tools/end_call", Kind::kModel},
    Rule{"agent/prompt/built_in_tools/language_detection", Kind::kModel},
    Rule{"agent/prompt/built_in_tools/transfer_to_agent", Kind::kModel},
    Rule{"agent/prompt/built_in_tools/transfer_to_number", Kind::kModel},
    Rule{"agent/prompt/built_in_tools/skip_turn", Kind::kModel},
    Rule{"agent/prompt/built_in_tools/play_keypad_touch_tone", Kind::kModel},
    Rule{"agent/prompt/built_in_tools/voicemail_detection", Kind::kModel},
    Rule{"agent/prompt/mcp_server_ids", Kind::kTexts, kSet}.to(10),
    Rule{"agent/prompt/native_mcp_server_ids", Kind::kTexts, kSet}.to(10),
    Rule{"agent/prompt/knowledge_base", Kind::kList, kSet}.of(kKnowledge),
    Rule{"agent/prompt/custom_llm", Kind::kModel},
    Rule{"agent/prompt/custom_llm/url", Kind::kText, Need::kRequired},
    Rule{"agent/prompt/ignore_default_personality", Kind::kBoolean},
    Rule{"agent/prompt/enable_reasoning_summary", Kind::kBoolean, kSet},
    Rule{"agent/prompt/rag", Kind::kModel, kSet}, Rule{"agent/prompt/timezone", Kind::kText},
    Rule{"agent/prompt/backup_llm_config", Kind::kModel, kSet},
    Rule{"agent/prompt/cascade_timeout_seconds", Kind::kNumber, kSet}.from(2).to(15)};

constexpr std::array kTrust{"unknown", "low", "high"};
constexpr std::array kTranscriptFormats{"json", "opentelemetry"};
constexpr std::array kPlatformSettings{
    Rule{"evaluation", Kind::kModel, kSet},
    Rule{"evaluation/criteria", Kind::kList, kSet},
    Rule{"widget", Kind::kModel, kSet},
    Rule{"data_collection", Kind::kDictionary, kSet},
    Rule{"data_collection_scopes", Kind::kDictionary, kSet},
    Rule{"analysis_items", Kind::kModel},
    Rule{"analysis_llm", Kind::kText, kSet},
    Rule{"testing", Kind::kModel, kSet},
    Rule{"testing/attached_tests", Kind::kList, kSet}.to(5'000),
    Rule{"archived", Kind::kBoolean, kSet},
    Rule{"guardrails", Kind::kModel, kSet},
    Rule{"summary_language", Kind::kText},
    Rule{"auto_translate_transcript_to_app_language", Kind::kBoolean},
    Rule{"auth", Kind::kModel, kSet},
    Rule{"auth/enable_auth", Kind::kBoolean, kSet},
    Rule{"auth/require_origin_header", Kind::kBoolean, kSet},
    Rule{"auth/allowlist", Kind::kList, kSet},
    Rule{"auth/shareable_token", Kind::kText},
    Rule{"call_limits", Kind::kModel, kSet},
    Rule{"call_limits/agent_concurrency_limit", Kind::kInteger, kSet},
    Rule{"call_limits/daily_limit", Kind::kInteger, kSet},
    Rule{"call_limits/bursting_enabled", Kind::kBoolean, kSet},
    Rule{"privacy", Kind::kModel, kSet},
    Rule{"privacy/record_voice", Kind::kBoolean, kSet},
    Rule{"privacy/retention_days", Kind::kInteger, kSet},
    Rule{"privacy/delete_transcript_and_pii", Kind::kBoolean, kSet},
    Rule{"privacy/delete_audio", Kind::kBoolean, kSet},
    Rule{"privacy/apply_to_existing_conversations", Kind::kBoolean, kSet},
    Rule{"privacy/zero_retention_mode", Kind::kBoolean, kSet},
    Rule{"privacy/conversation_history_redaction", Kind::kModel, kSet},
    Rule{"trust_context", Kind::kText, kSet}.one_of(kTrust),
    Rule{"topic_discovery", Kind::kModel, kSet},
    Rule{"sentiment_analysis", Kind::kModel, kSet},
    Rule{"alerting", Kind::kModel},
    Rule{"workspace_overrides", Kind::kModel, kSet},
    Rule{"workspace_overrides/conversation_initiation_client_data_webhook", Kind::kModel},
    Rule{"workspace_overrides/conversation_initiation_client_data_webhook/url", Kind::kText,
         Need::kRequired},
    Rule{"workspace_overrides/conversation_initiation_client_data_webhook/request_headers",
         Kind::kDictionary, Need::kRequired},
    Rule{"workspace_overrides/webhooks", Kind::kModel, kSet},
    Rule{"workspace_overrides/webhooks/post_call_webhook_id", Kind::kText},
    Rule{"workspace_overrides/webhooks/events", Kind::kTexts, kSet}.one_of(kWebhookEvents),
    Rule{"workspace_overrides/webhooks/transcript_format", Kind::kText, kSet}.one_of(
        kTranscriptFormats),
    Rule{"workspace_overrides/webhooks/exclude_transcript", Kind::kBoolean, kSet},
    Rule{"workspace_overrides/webhooks/send_audio", Kind::kBoolean}};

}  // namespace

std::span<const Rule> conversation_config_rules() {
  return kConversationConfig;
}
std::span<const Rule> platform_settings_rules() {
  return kPlatformSettings;
}

}  // namespace pl::sandbox
