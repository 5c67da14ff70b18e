// What of a call can be other than it was asked for.
#pragma once

#include <set>
#include <string>

#include "base/words.h"

namespace pl::core {

using pl::text_of;

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
// The platform's names of the fields; "first_turn" and "never_says" are ours.
constexpr auto words_of(Aspect) {
  using enum Aspect;
  return word_table<Aspect>({{kPrompt, "prompt"},
                             {kToolIds, "tool_ids"},
                             {kFirstMessage, "first_message"},
                             {kLanguage, "language"},
                             {kVoiceId, "voice_id"},
                             {kModelId, "model_id"},
                             {kStability, "stability"},
                             {kSimilarityBoost, "similarity_boost"},
                             {kSpeed, "speed"},
                             {kLlm, "llm"},
                             {kMaxDuration, "max_duration_seconds"},
                             {kVariables, "dynamic_variables"},
                             {kUserId, "user_id"},
                             {kAgent, "agent_id"},
                             {kFirstTurn, "first_turn"},
                             {kNeverSays, "never_says"}});
}

// "first_message, voice_id"
std::string names_of(const std::set<Aspect>& aspects);

}  // namespace pl::core
