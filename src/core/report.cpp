#include "core/report.h"

#include <algorithm>

#include "base/text.h"

namespace pl::core {
namespace {

bool user_spoke(const ConversationReport& report) {
  const auto& turns = report.transcript;
  return std::any_of(turns.begin(), turns.end(), [](const Turn& turn) {
    // A silent user is reported as a turn of dots.
    const bool words = turn.text.find_first_not_of(" .\t\r\n") != std::string::npos;
    return turn.speaker == Speaker::kUser && words;
  });
}

Verdict judge_answered(const ConversationReport& report) {
  const bool brief = report.duration < kBriefCall && !shows_person(report);
  return brief ? Verdict::kBrief : Verdict::kAnswered;
}

// For platforms that only say why in words.
Verdict judge_failure(const std::string& words) {
  const std::string said = lower_ascii(words);
  if (said.find("busy") != std::string::npos || said.find("declin") != std::string::npos) {
    return Verdict::kBusy;
  }
  if (said.find("no-answer") != std::string::npos || said.find("no_answer") != std::string::npos ||
      said.find("no answer") != std::string::npos) {
    return Verdict::kNoAnswer;
  }
  return Verdict::kFailed;
}

}  // namespace

std::optional<Verdict> judge(const ConversationReport& report) {
  const bool final =
      report.status == ConversationStatus::kDone || report.status == ConversationStatus::kFailed;
  if (!final) return std::nullopt;
  if (report.voicemail_detected) return Verdict::kVoicemail;
  if (shows_person(report)) return Verdict::kAnswered;
  if (report.result) {
    switch (*report.result) {
      case CallResult::kAnswered:
        return judge_answered(report);
      case CallResult::kVoicemail:
        return Verdict::kVoicemail;
      case CallResult::kBusy:
        return Verdict::kBusy;
      case CallResult::kNoAnswer:
        return Verdict::kNoAnswer;
      case CallResult::kFailed:
        return Verdict::kFailed;
    }
  }
  if (report.status == ConversationStatus::kFailed) return judge_failure(report.failure);
  return judge_answered(report);
}

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

bool shows_answer(const ConversationReport& report) {
  return report.status == ConversationStatus::kInProgress || report.tool_called ||
         user_spoke(report);
}

bool shows_person(const ConversationReport& report) {
  return !report.voicemail_detected && report.result != CallResult::kVoicemail &&
         (report.tool_called || user_spoke(report));
}

}  // namespace pl::core
