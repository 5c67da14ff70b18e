#include "core/aspect.h"

namespace pl::core {

std::string_view text_of(Aspect aspect) {
  switch (aspect) {
    case Aspect::kPrompt:
      return "prompt";
    case Aspect::kToolIds:
      return "tool_ids";
    case Aspect::kFirstMessage:
      return "first_message";
    case Aspect::kLanguage:
      return "language";
    case Aspect::kVoiceId:
      return "voice_id";
    case Aspect::kModelId:
      return "model_id";
    case Aspect::kStability:
      return "stability";
    case Aspect::kSimilarityBoost:
      return "similarity_boost";
    case Aspect::kSpeed:
      return "speed";
    case Aspect::kLlm:
      return "llm";
    case Aspect::kMaxDuration:
      return "max_duration_seconds";
    case Aspect::kVariables:
      return "dynamic_variables";
    case Aspect::kUserId:
      return "user_id";
    case Aspect::kAgent:
      return "agent_id";
    case Aspect::kFirstTurn:
      return "first_turn";
    case Aspect::kNeverSays:
      return "never_says";
  }
  return "";
}

std::string text_of(const std::set<Aspect>& aspects) {
  std::string text;
  for (const Aspect aspect : aspects) {
    if (!text.empty()) text += ", ";
    text += text_of(aspect);
  }
  return text;
}

}  // namespace pl::core
