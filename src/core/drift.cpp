#include "core/drift.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace pl::core {
namespace {

// A float keeps about seven digits of what was written.
constexpr double kSameNumber = 1e-4;

bool spoken_with(const ConversationReport& report) {
  if (!has_ended(report.status)) return false;
  if (report.first_turn) return true;
  if (report.status == ConversationStatus::kFailed) return false;
  return !report.result || *report.result == CallResult::kAnswered ||
         *report.result == CallResult::kVoicemail;
}

std::string folded(std::string_view text) {
  std::string words;
  words.reserve(text.size());
  for (const char c : trim(text)) {
    const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!space) {
      words += c;
    } else if (!words.ends_with(' ')) {
      words += ' ';
    }
  }
  return words;
}

bool same(const std::string& a, const std::string& b) {
  return a == b || folded(a) == folded(b);
}
bool same(double a, double b) {
  return std::abs(a - b) < kSameNumber;
}
bool same(std::int64_t a, std::int64_t b) {
  return a == b;
}
bool same(std::vector<ToolId> a, std::vector<ToolId> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

// `sent` is empty where nothing was.
template <class T>
bool differs(const std::optional<T>& sent, const Reported<T>& reported) {
  if (!reported) return false;
  if (!sent || !*reported) return sent.has_value() != reported->has_value();
  return !same(*sent, **reported);
}

template <class T>
std::optional<T> some(const T& sent) {
  return sent;
}

void compare(const Override& sent, const ReportedInitiation& used, std::set<Aspect>& found) {
  const auto note = [&found](bool differs, Aspect aspect) {
    if (differs) found.insert(aspect);
  };
  note(differs(some(sent.prompt), used.prompt), Aspect::kPrompt);
  note(differs(some(sent.first_message), used.first_message), Aspect::kFirstMessage);
  note(differs(some(sent.language), used.language), Aspect::kLanguage);
  note(differs(sent.llm, used.llm), Aspect::kLlm);
  // No list and an empty one are the same.
  Reported<std::vector<ToolId>> tools = used.tool_ids;
  if (tools) tools = some(tools->value_or(std::vector<ToolId>()));
  note(differs(some(sent.tool_ids), tools), Aspect::kToolIds);
  note(differs(some(sent.voice.voice_id), used.voice_id), Aspect::kVoiceId);
  note(differs(sent.voice.model_id, used.model_id), Aspect::kModelId);
  note(differs(sent.voice.stability, used.stability), Aspect::kStability);
  note(differs(sent.voice.similarity_boost, used.similarity_boost), Aspect::kSimilarityBoost);
  note(differs(sent.voice.speed, used.speed), Aspect::kSpeed);
  note(differs(some(std::int64_t{sent.max_duration.count()}), used.max_duration_s),
       Aspect::kMaxDuration);
}

bool variables_differ(const Variables& sent, const Variables& used) {
  return std::any_of(sent.begin(), sent.end(), [&](const auto& variable) {
    const auto found = used.find(variable.first);
    return found != used.end() && found->second != variable.second &&
           !variable.first.starts_with("secret__");
  });
}

bool begins_otherwise(const std::string& first_message, const FirstTurn& turn) {
  if (!turn.cut) return !same(turn.text, first_message);
  std::string heard = folded(turn.text);
  const std::string told = folded(first_message);
  // Where it broke off the platform may write dots.
  while (!heard.empty() && std::string_view(".- ").find(heard.back()) != std::string_view::npos) {
    heard.pop_back();
  }
  if (heard.ends_with("…")) heard.resize(heard.size() - std::string_view("…").size());
  return !told.starts_with(trim(heard));
}

char32_t narrow(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + U'!';
  return c;
}

// Latin, Greek and Cyrillic letters; others have no case, or are rare on the phone.
char32_t lower(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (c >= 0x100 && c <= 0x137) return c | 1U;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1U);
  if (c >= 0x14A && c <= 0x177) return c | 1U;
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  return c;
}

enum class Sign { kLetter, kWord, kNothing, kBetween };

Sign sign_of(char32_t c) {
  if (c == U'\'') return Sign::kNothing;
  if (c < 0x80) {
    const bool plain = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z');
    return plain ? Sign::kLetter : Sign::kBetween;
  }
  if (c == 0x2018 || c == 0x2019 || c == 0x2BC) return Sign::kNothing;
  if (c >= 0x300 && c <= 0x36F) return Sign::kNothing;  // an accent apart from its letter
  const bool between = c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
                       (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE10 && c <= 0xFE6F) ||
                       (c >= 0xFF5F && c <= 0xFF65) || c == 0xFFFD;
  if (between) return Sign::kBetween;
  const bool word = (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
  return word ? Sign::kWord : Sign::kLetter;
}

void append(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else {
    text += to_utf8({&c, 1});
  }
}

// Its words with a space before and after each: " i am an ai ".
std::string words_of(std::string_view text) {
  std::string words = " ";
  words.reserve(text.size() + 2);
  const auto end_word = [&words] {
    if (words.back() != ' ') words += ' ';
  };
  for (const char32_t as_written : code_points(text)) {
    const char32_t c = lower(narrow(as_written));
    switch (sign_of(c)) {
      case Sign::kLetter:
        append(words, c);
        break;
      case Sign::kWord:
        end_word();
        append(words, c);
        words += ' ';
        break;
      case Sign::kNothing:
        break;
      case Sign::kBetween:
        end_word();
        break;
    }
  }
  end_word();
  return words;
}

}  // namespace

std::set<Aspect> differences(const Initiation& sent, std::string_view agent_id,
                             const ConversationReport& report) {
  std::set<Aspect> found;
  if (!spoken_with(report)) return found;
  if (!report.agent_id.empty() && report.agent_id != agent_id) found.insert(Aspect::kAgent);
  if (report.first_turn) {
    const FirstTurn& turn = *report.first_turn;
    if (begins_otherwise(sent.override.first_message, turn)) found.insert(Aspect::kFirstTurn);
    const bool other_voice =
        !turn.voice_id.empty() && turn.voice_id != sent.override.voice.voice_id;
    if (other_voice) found.insert(Aspect::kVoiceId);
  }
  if (report.used == nullptr) return found;
  compare(sent.override, *report.used, found);
  if (variables_differ(sent.dynamic_variables, report.used->dynamic_variables)) {
    found.insert(Aspect::kVariables);
  }
  const bool other_user = report.used->user_id && report.used->user_id != sent.user_id;
  if (other_user) found.insert(Aspect::kUserId);
  return found;
}

std::vector<std::string> phrases_said(const std::vector<std::string>& phrases,
                                      const std::vector<Turn>& transcript) {
  std::vector<std::string> said;
  if (phrases.empty()) return said;
  std::string heard;
  for (const Turn& turn : transcript) {
    if (turn.speaker == Speaker::kAgent) heard += words_of(turn.text) + "\n";
  }
  for (const std::string& phrase : phrases) {
    const std::string words = words_of(phrase);
    if (words != " " && heard.find(words) != std::string::npos) said.push_back(phrase);
  }
  return said;
}

}  // namespace pl::core
