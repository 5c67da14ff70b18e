#include "sim/initiations.h"

#include "wire/json.h"
#include "wire/limits.h"

namespace pl::sim {
namespace {

using wire::JsonView;

Result<core::Voice> read_voice(const JsonView& settings) {
  core::Voice voice;
  PL_TRY(const auto tts, settings.required_object("tts"));
  PL_TRY(voice.voice_id, tts.required_text("voice_id", wire::kIdBytes));
  PL_TRY(voice.model_id, tts.text("model_id"));
  PL_TRY(voice.stability, tts.number("stability"));
  PL_TRY(voice.similarity_boost, tts.number("similarity_boost"));
  PL_TRY(voice.speed, tts.number("speed"));
  return voice;
}

Result<core::Initiation> read(std::string_view body) {
  PL_TRY(const wire::Json document, wire::read_json(body, wire::kConversationBytes));
  const JsonView root(document);
  core::Initiation initiation;
  core::Override& told = initiation.override;
  PL_TRY(const auto settings, root.required_object("conversation_config_override"));
  PL_TRY(const auto agent, settings.required_object("agent"));
  PL_TRY(const auto prompt, agent.required_object("prompt"));
  PL_TRY(told.prompt, prompt.required_text("prompt", wire::kConversationBytes));
  PL_TRY(told.llm, prompt.text("llm"));
  PL_TRY(told.first_message, agent.required_text("first_message", wire::kConversationBytes));
  PL_TRY(told.language, agent.required_text("language", wire::kIdBytes));
  PL_TRY(told.voice, read_voice(settings));
  PL_TRY(const auto tools, prompt.list("tool_ids"));
  for (const JsonView& tool : tools) {
    const auto* id = std::get_if<std::string>(&tool.json().value);
    if (id == nullptr) return wire::fail_at(tool, "is no text");
    told.tool_ids.push_back({*id});
  }
  PL_TRY(const auto variables, root.required_object("dynamic_variables"));
  PL_TRY(initiation.dynamic_variables["partyline_call"],
         variables.required_text("partyline_call", wire::kIdBytes));
  PL_TRY(initiation.user_id, root.text("user_id"));
  return initiation;
}

}  // namespace

std::optional<core::Initiation> read_initiation(std::string_view body) {
  auto initiation = read(body);
  return initiation ? std::optional(*std::move(initiation)) : std::nullopt;
}

std::uint64_t fingerprint(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

}  // namespace pl::sim
