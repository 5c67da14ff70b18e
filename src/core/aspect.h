// What of a call can be other than it was asked for.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace pl::core {

enum class Aspect {
  // Fields of an override. Each has a switch in the agent's settings, off by default.
  kPrompt,
  kToolIds,
  kFirstMessage,
  kLanguage,
  kVoiceId,
  kModelId,
  kStability,
  kSimilarityBoost,
  kSpeed,
  kLlm,
  kMaxDuration,
  // What is sent beside it.
  kVariables,
  kUserId,
  // What took place.
  kAgent,      // another agent spoke
  kFirstTurn,  // the agent began with other words than it was told
  kNeverSays,  // it said a phrase that its persona must never say
};

// The platform's name of the field; "first_turn" and "never_says" are ours.
std::string_view text_of(Aspect aspect);

// "first_message, voice_id"
std::string text_of(const std::set<Aspect>& aspects);

}  // namespace pl::core
