#include "platforms/elevenlabs/agents.h"

#include <utility>

#include "wire/json.h"
#include "wire/limits.h"

namespace pl::platforms {
namespace {

using wire::JsonView;

using core::Aspect;

Result<void> read_group(core::AgentSwitches& switches, const std::optional<JsonView>& group,
                        std::initializer_list<Aspect> aspects) {
  if (!group) return {};
  for (const Aspect aspect : aspects) {
    // "prompt" and the like: our word is the platform's.
    PL_TRY(const auto on, group->flag(text_of(aspect)));
    if (on == true) switches.overrides.insert(aspect);
  }
  return {};
}

Result<std::optional<JsonView>> object_in(const std::optional<JsonView>& parent,
                                          std::string_view key) {
  if (!parent) return std::nullopt;
  return parent->object(key);
}

Result<core::AgentSwitches> read(const JsonView& agent) {
  using enum Aspect;
  core::AgentSwitches switches;
  PL_TRY(const JsonView settings, agent.required_object("platform_settings"));
  PL_TRY(const auto overrides, settings.object("overrides"));
  if (!overrides) return switches;
  PL_TRY(const auto asks,
         overrides->flag("enable_conversation_initiation_client_data_from_webhook"));
  switches.asks_webhook = asks == true;
  PL_TRY(const auto config, overrides->object("conversation_config_override"));
  PL_TRY(const auto speaking, object_in(config, "agent"));
  PL_TRY(const auto prompt, object_in(speaking, "prompt"));
  PL_TRY(const auto tts, object_in(config, "tts"));
  PL_TRY(const auto conversation, object_in(config, "conversation"));
  PL_DO(read_group(switches, speaking, {kFirstMessage, kLanguage}));
  PL_DO(read_group(switches, prompt, {kPrompt, kToolIds, kLlm}));
  PL_DO(read_group(switches, tts, {kVoiceId, kModelId, kStability, kSimilarityBoost, kSpeed}));
  PL_DO(read_group(switches, conversation, {kMaxDuration}));
  return switches;
}

}  // namespace

Result<core::AgentSwitches> read_agent(std::string_view body) {
  const auto document = wire::read_json(body, wire::kConversationBytes);
  if (!document) return fail(Code::kCorrupt, document.error().message);
  auto switches = read(JsonView(*document));
  if (!switches) return fail(Code::kCorrupt, switches.error().message);
  return switches;
}

}  // namespace pl::platforms
