// Rules of what an agent holds and a call may override; sources as in sandbox/agents_bodies.h.
#pragma once

#include <array>

#include "sandbox/body_rules.h"

namespace pl::sandbox {

inline constexpr std::array kSpeechModels{
    "eleven_turbo_v2",        "eleven_turbo_v2_5",        "eleven_flash_v2", "eleven_flash_v2_5",
    "eleven_multilingual_v2", "eleven_v3_conversational", "eleven_v4",       "eleven_v4_turbo"};

inline constexpr std::array kModelFamilies{"turbo", "flash", "multilingual", "v3_conversational"};
inline constexpr std::array kSupportedVoice{
    Rule{"label", Kind::kText, Need::kRequired}.from(1),
    Rule{"voice_id", Kind::kText, Need::kRequired}.from(1),
    Rule{"description", Kind::kText},
    Rule{"language", Kind::kText},
    Rule{"model_family", Kind::kText}.one_of(kModelFamilies),
    Rule{"optimize_streaming_latency", Kind::kInteger}.from(0).to(4),
    Rule{"stability", Kind::kNumber}.from(0).to(1),
    Rule{"speed", Kind::kNumber}.from(0.7).to(1.2),
    Rule{"similarity_boost", Kind::kNumber}.from(0).to(1)};

inline constexpr std::array kPronunciation{
    Rule{"pronunciation_dictionary_id", Kind::kText, Need::kRequired},
    Rule{"version_id", Kind::kText}};

inline constexpr std::array kDocumentTypes{"file", "url", "text", "folder"};
inline constexpr std::array kUsageModes{"prompt", "auto"};
inline constexpr std::array kKnowledge{
    Rule{"type", Kind::kText, Need::kRequired}.one_of(kDocumentTypes),
    Rule{"name", Kind::kText, Need::kRequired}, Rule{"id", Kind::kText, Need::kRequired},
    Rule{"usage_mode", Kind::kText, Need::kOptional}.one_of(kUsageModes)};

// Where a call says that it began; the names of the OpenAPI's ConversationInitiationSource.
inline constexpr std::array kCallSources{"unknown",
                                         "android_sdk",
                                         "node_js_sdk",
                                         "react_native_sdk",
                                         "react_sdk",
                                         "js_sdk",
                                         "python_sdk",
                                         "widget",
                                         "sip_trunk",
                                         "twilio",
                                         "exotel",
                                         "genesys",
                                         "avaya",
                                         "audiocodes",
                                         "swift_sdk",
                                         "whatsapp",
                                         "twilio_sms",
                                         "flutter_sdk",
                                         "zendesk_integration",
                                         "slack_integration",
                                         "telegram_integration",
                                         "intercom_integration",
                                         "freshdesk_integration",
                                         "salesforce_integration",
                                         "template_preview",
                                         "genesys_bot_connector"};

// answering_machine_detection is of SDK 2.73.
inline constexpr std::array kWebhookEvents{"transcript",
                                           "audio",
                                           "call_initiation_failure",
                                           "answering_machine_detection",
                                           "unredacted_transcript",
                                           "unredacted_audio"};

}  // namespace pl::sandbox
