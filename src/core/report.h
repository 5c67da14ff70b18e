// What the platform says about a conversation, and what that means.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "base/words.h"
#include "core/names.h"

namespace pl::core {

enum class ConversationStatus { kInitiated, kInProgress, kProcessing, kDone, kFailed };

// The platform's `call_result`, where it gives one.
enum class CallResult { kAnswered, kVoicemail, kBusy, kNoAnswer, kFailed };

enum class Speaker { kAgent, kUser };
constexpr auto words_of(Speaker) {
  using enum Speaker;
  return word_table<Speaker>({{kAgent, "agent"}, {kUser, "user"}});
}

struct Turn {
  Speaker speaker = Speaker::kAgent;
  std::string text;
  std::chrono::seconds at{0};  // from the start of the call
  friend bool operator==(const Turn&, const Turn&) = default;
};

// Of one thing that a call is told: empty when the platform does not say, and empty inside when it
// says that nothing of ours was used.
template <class T>
using Reported = std::optional<std::optional<T>>;

// What the platform says that it used in a conversation, out of what it was told.
struct ReportedInitiation {
  Reported<std::string> prompt;
  Reported<std::string> first_message;
  Reported<std::string> language;
  Reported<std::string> llm;
  Reported<std::vector<ToolId>> tool_ids;
  Reported<std::string> voice_id;
  Reported<std::string> model_id;
  Reported<double> stability;
  Reported<double> similarity_boost;
  Reported<double> speed;
  Reported<std::int64_t> max_duration_s;
  std::map<std::string, std::string> dynamic_variables;  // texts only
  std::optional<std::string> user_id;
};

// The agent's first turn.
struct FirstTurn {
  std::string text;
  bool cut = false;      // interrupted: `text` is only what was heard of it
  std::string voice_id;  // of its metrics; empty: not reported
};

// One conversation as the platform reports it, by polling or in its post-call webhook.
struct ConversationReport {
  ConversationId conversation;
  ConversationStatus status = ConversationStatus::kInitiated;
  std::optional<CallSid> call_sid;
  std::optional<CallId> call;  // from our own dynamic variable `partyline_call`
  std::chrono::seconds duration{0};
  std::optional<CallResult> result;
  bool voicemail_detected = false;
  bool tool_called = false;
  std::string failure;  // the platform's reason in its own words; may be empty
  std::vector<Turn> transcript;
  std::string agent_id;                            // empty: not reported
  std::optional<FirstTurn> first_turn;             // empty: the agent said nothing, or not reported
  std::shared_ptr<const ReportedInitiation> used;  // null: not reported
};

// What a leg came to, once and for all.
enum class Verdict {
  kAnswered,
  kBrief,  // answered, but under 8 s and without a word from the person
  kVoicemail,
  kBusy,  // a decline cannot be told from it
  kNoAnswer,
  kFailed,
  kRefusedNumber,  // the platform will not dial this number
  kRefusedUs,      // the platform will not dial for us: not a dial
  kNotPlaced,      // looked up and not found: the dial never happened
  kUnresolved,     // nothing could be learnt; an operator is told
};
// Used in results, journal and API.
constexpr auto words_of(Verdict) {
  using enum Verdict;
  return word_table<Verdict>({{kAnswered, "answered"},
                              {kBrief, "brief"},
                              {kVoicemail, "voicemail"},
                              {kBusy, "busy"},
                              {kNoAnswer, "no-answer"},
                              {kFailed, "failed"},
                              {kRefusedNumber, "number-refused"},
                              {kRefusedUs, "refused"},
                              {kNotPlaced, "not-placed"},
                              {kUnresolved, "unresolved"}});
}

inline constexpr std::chrono::seconds kBriefCall{8};

// The verdict that a report supports; empty while the conversation goes on or is still analysed.
std::optional<Verdict> judge(const ConversationReport& report);

// The conversation is over: `processing`, `done` and `failed` all mean hung up.
bool has_ended(ConversationStatus status);

// Someone, or something, picked up.
bool shows_answer(const ConversationReport& report);

// A person is there: a word from them, or a tool called on their account; a mailbox is not.
bool shows_person(const ConversationReport& report);

}  // namespace pl::core
