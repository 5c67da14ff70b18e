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
  bool voicemail_detected = false;  // by the agent, with the platform's own tool
  bool tool_called = false;
  std::string failure;            // the platform's reason in its own words; may be empty
  std::optional<int> error_code;  // of `metadata.error`, where there is one
  std::vector<Turn> transcript;
  std::string agent_id;                            // empty: not reported
  std::optional<FirstTurn> first_turn;             // empty: the agent said nothing, or not reported
  std::shared_ptr<const ReportedInitiation> used;  // null: not reported
};

// What a leg came to, once and for all.
enum class Verdict {
  kAnswered,  // by the person, or somebody of theirs: they said something
  kBrief,     // likewise, but they hung up within 8 s
  kVoicemail,
  kScreener,  // a machine in front of the person, and nobody came on
  kMenu,      // a company's choices, a queue, an announcement of the network
  kNobody,    // something picked up, and not one word was said there
  kUnsure,    // something was heard, or nothing is known: who it was cannot be told
  kBusy,
  kNoAnswer,
  kDeclined,       // by hand
  kBlocked,        // they want no calls from our number
  kFailed,         // the carrier could not
  kFailedOnUs,     // the platform ended it for something of ours, such as an override not allowed
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
                              {kScreener, "screener"},
                              {kMenu, "menu"},
                              {kNobody, "nobody"},
                              {kUnsure, "unsure"},
                              {kBusy, "busy"},
                              {kNoAnswer, "no-answer"},
                              {kDeclined, "declined"},
                              {kBlocked, "blocked"},
                              {kFailed, "failed"},
                              {kFailedOnUs, "failed-on-us"},
                              {kRefusedNumber, "number-refused"},
                              {kRefusedUs, "refused"},
                              {kNotPlaced, "not-placed"},
                              {kUnresolved, "unresolved"}});
}

inline constexpr std::chrono::seconds kBriefCall{8};

// The conversation is over: `processing`, `done` and `failed` all mean hung up.
bool has_ended(ConversationStatus status);
// ... and its report is complete.
bool is_final(ConversationStatus status);

// Someone, or something, picked up.
bool shows_answer(const ConversationReport& report);

// Words of the called side, whoever it was: dots and what stands in brackets are none.
bool shows_words(const std::vector<Turn>& transcript);

// What the platform itself says of a conversation that failed, or of a dial that reached nobody, by
// its reason: "busy", "line_busy", "declined", "call_rejected", "blocked_by_user", "no-answer".
Verdict verdict_from_words(std::string_view reason);
// By the SIP response of the called side: 486, 600 busy; 408, 480 no answer; 603 declined; 607
// blocked (RFC 3261, RFC 8197); 608 declined by the network for what it thinks of our number (RFC
// 8688). Empty for others.
std::optional<Verdict> verdict_from_sip(int code);
inline constexpr int kSipNumberFlagged = 608;

// The outcome that the platform itself tells; empty while it goes on, and where it proves no more
// than that something picked up.
std::optional<Verdict> told_by_platform(const ConversationReport& report);

// It ended for something of ours: what we asked for is not allowed, the agent is gone, the
// account's limits are used up.
bool names_us(const ConversationReport& report);
// Where a person should look then, by the platform's reason.
std::string setting_for(std::string_view failure);

}  // namespace pl::core
