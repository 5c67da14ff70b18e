#include "core/report.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace pl::core {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Without what a transcriber writes in brackets: "(static)", "[music playing]".
std::string spoken(std::string_view text) {
  std::string words;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[' || c == '<') ++depth;
    if (depth == 0) words += c;
    if ((c == ')' || c == ']' || c == '>') && depth > 0) --depth;
  }
  return words;
}

struct Reason {
  std::string_view part;
  Verdict verdict;
};
// The first one that occurs; '-' and '_' are read as blanks.
constexpr std::array kReasons{
    Reason{"blocked by user", Verdict::kBlocked},
    Reason{"voicemail", Verdict::kVoicemail},
    Reason{"busy", Verdict::kBusy},
    Reason{"declin", Verdict::kDeclined},
    Reason{"reject", Verdict::kDeclined},
    Reason{"no answer", Verdict::kNoAnswer},
    Reason{"not answered", Verdict::kNoAnswer},
    Reason{"unanswered", Verdict::kNoAnswer},
};

struct Setting {
  std::string_view part;
  std::string_view look_at;
};
// What an error of the platform says when it is about us.
constexpr std::array kSettings{
    Setting{"override", "the agent's security settings: allow the override that it names"},
    Setting{"not allowed", "the agent's security settings: allow what it names"},
    Setting{"dynamic variable",
            "the agent's prompt, first message and tools: take out {{variables}}"},
    Setting{"quota", "the account's quota"},
    Setting{"credit", "the account's credits"},
    Setting{"billing", "the account's billing"},
    Setting{"payment", "the account's billing"},
    Setting{"subscription", "the account's plan"},
    Setting{"limit", "the limits of the account and of the agent"},
    Setting{"concurren", "the limits of the account and of the agent"},
    Setting{"config", "the agent's configuration"},
    Setting{"api key", "the API key"},
    Setting{"unauthorized", "the API key"},
    Setting{"permission", "the API key's permissions"},
    Setting{"voice id", "the persona's voice"},
    Setting{"voice not", "the persona's voice"},
    Setting{"agent", "the agent: that it exists, and is published"},
    Setting{"llm", "the persona's language model"},
    Setting{"tool", "the agent's tools"},
};
constexpr int kPolicyViolation = 1008;  // of WebSockets: "Override for field 'llm' is not allowed"

std::string plain(std::string_view reason) {
  std::string said = lower_ascii(reason);
  std::replace_if(
      said.begin(), said.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return said;
}

std::optional<Verdict> reason_in(std::string_view reason) {
  const std::string said = plain(reason);
  for (const Reason& known : kReasons) {
    if (has(said, known.part)) return known.verdict;
  }
  return std::nullopt;
}

const Setting* setting_in(std::string_view reason) {
  const std::string said = plain(reason);
  const auto known = std::find_if(kSettings.begin(), kSettings.end(),
                                  [&](const Setting& one) { return has(said, one.part); });
  return known == kSettings.end() ? nullptr : &*known;
}

}  // namespace

bool has_ended(ConversationStatus status) {
  switch (status) {
    case ConversationStatus::kInitiated:
    case ConversationStatus::kInProgress:
      return false;
    case ConversationStatus::kProcessing:
    case ConversationStatus::kDone:
    case ConversationStatus::kFailed:
      return true;
  }
  return false;
}

bool is_final(ConversationStatus status) {
  return status == ConversationStatus::kDone || status == ConversationStatus::kFailed;
}

bool shows_words(const std::vector<Turn>& transcript) {
  return std::any_of(transcript.begin(), transcript.end(), [](const Turn& turn) {
    // A silent user is reported as a turn of dots.
    return turn.speaker == Speaker::kUser &&
           spoken(turn.text).find_first_not_of(" .\t\r\n") != std::string::npos;
  });
}

bool shows_answer(const ConversationReport& report) {
  return report.status == ConversationStatus::kInProgress || report.tool_called ||
         shows_words(report.transcript);
}

Verdict verdict_from_words(std::string_view reason) {
  return reason_in(reason).value_or(Verdict::kFailed);
}

std::optional<Verdict> verdict_from_sip(int code) {
  constexpr std::pair<int, Verdict> kCodes[] = {{408, Verdict::kNoAnswer},
                                                {480, Verdict::kNoAnswer},
                                                {486, Verdict::kBusy},
                                                {600, Verdict::kBusy},
                                                {603, Verdict::kDeclined},
                                                {607, Verdict::kBlocked},
                                                {kSipNumberFlagged, Verdict::kDeclined}};
  for (const auto& [known, verdict] : kCodes) {
    if (known == code) return verdict;
  }
  return std::nullopt;
}

std::optional<Verdict> told_by_platform(const ConversationReport& report) {
  if (!is_final(report.status)) return std::nullopt;
  if (report.result) {
    switch (*report.result) {
      case CallResult::kAnswered:
        break;
      case CallResult::kVoicemail:
        return Verdict::kVoicemail;
      case CallResult::kBusy:
        return Verdict::kBusy;
      case CallResult::kNoAnswer:
        return Verdict::kNoAnswer;
      case CallResult::kFailed:
        return verdict_from_words(report.failure);
    }
  }
  // How a conversation that was had came to its end may be told in whole sentences.
  const bool is_a_word = std::count(report.failure.begin(), report.failure.end(), ' ') < 4;
  const auto verdict = reason_in(report.failure);
  if (verdict && is_a_word) return verdict;
  if (report.status == ConversationStatus::kFailed) return Verdict::kFailed;
  return std::nullopt;
}

bool names_us(const ConversationReport& report) {
  if (report.status != ConversationStatus::kFailed || reason_in(report.failure)) return false;
  return report.error_code == kPolicyViolation || setting_in(report.failure) != nullptr;
}

std::string setting_for(std::string_view failure) {
  const Setting* const known = setting_in(failure);
  return std::string(known != nullptr ? known->look_at : kSettings.front().look_at);
}

}  // namespace pl::core
