#include "core/report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace pl::core {
namespace {

using namespace std::chrono_literals;

Turn agent(std::string text) {
  return {Speaker::kAgent, std::move(text), 0s};
}
Turn user(std::string text) {
  return {Speaker::kUser, std::move(text), 2s};
}

struct Case {
  const char* name;
  ConversationStatus status;
  std::optional<CallResult> result;
  std::chrono::seconds duration;
  std::vector<Turn> transcript;
  bool tool_called;
  bool voicemail;
  const char* failure;
  std::optional<Verdict> verdict;
};

constexpr auto kDone = ConversationStatus::kDone;
constexpr auto kGone = ConversationStatus::kFailed;
constexpr auto kLive = ConversationStatus::kInProgress;
constexpr auto kBeing = ConversationStatus::kProcessing;

void expect_verdicts(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    ConversationReport report;
    report.status = c.status;
    report.result = c.result;
    report.duration = c.duration;
    report.transcript = c.transcript;
    report.tool_called = c.tool_called;
    report.voicemail_detected = c.voicemail;
    report.failure = c.failure;
    EXPECT_EQ(judge(report), c.verdict);
  }
}

TEST(Judge, SaysNothingBeforeTheEndIsAnalysed) {
  expect_verdicts({
      {"not begun", ConversationStatus::kInitiated, {}, 0s, {}, false, false, "", {}},
      {"live", kLive, {}, 60s, {user("Hi")}, true, false, "", {}},
      {"hung up", kBeing, {}, 60s, {user("Hi")}, true, false, "", {}},
      {"hung up, a mailbox", kBeing, CallResult::kVoicemail, 9s, {}, false, true, "", {}},
      {"hung up, busy", kBeing, CallResult::kBusy, 0s, {}, false, false, "busy", {}},
  });
}

TEST(Judge, APersonMeansAnswered) {
  const auto answered = Verdict::kAnswered;
  expect_verdicts({
      {"they spoke", kDone, {}, 60s, {agent("Hi"), user("Hi")}, false, false, "", answered},
      {"they spoke, shortly", kDone, {}, 2s, {user("No")}, false, false, "", answered},
      {"a tool was called, shortly", kDone, {}, 2s, {}, true, false, "", answered},
      {"they spoke, then it broke", kGone, {}, 30s, {user("Hi")}, false, false, "x", answered},
      {"whatever the result says",
       kDone,
       CallResult::kBusy,
       9s,
       {user("Hi")},
       false,
       false,
       "",
       answered},
  });
}

TEST(Judge, AnAnswerWithoutAWordIsBriefUnderEightSeconds) {
  expect_verdicts({
      {"8 s", kDone, {}, 8s, {agent("Hi")}, false, false, "", Verdict::kAnswered},
      {"7 s", kDone, {}, 7s, {agent("Hi")}, false, false, "", Verdict::kBrief},
      {"nothing", kDone, {}, 0s, {}, false, false, "", Verdict::kBrief},
      {"only silence", kDone, {}, 7s, {user(" \n")}, false, false, "", Verdict::kBrief},
      {"7 s, as the result says",
       kDone,
       CallResult::kAnswered,
       7s,
       {},
       false,
       false,
       "",
       Verdict::kBrief},
      {"8 s, as the result says",
       kDone,
       CallResult::kAnswered,
       8s,
       {},
       false,
       false,
       "",
       Verdict::kAnswered},
  });
}

TEST(Judge, AMailboxIsNoPerson) {
  const auto voicemail = Verdict::kVoicemail;
  expect_verdicts({
      {"found by the tool", kDone, {}, 20s, {user("Leave a message")}, false, true, "", voicemail},
      {"by the result", kDone, CallResult::kVoicemail, 20s, {}, false, false, "", voicemail},
      {"by the result, and it spoke",
       kDone,
       CallResult::kVoicemail,
       20s,
       {user("Leave a message")},
       false,
       false,
       "",
       voicemail},
      {"against the result", kDone, CallResult::kAnswered, 20s, {}, false, true, "", voicemail},
      {"broken off", kGone, {}, 3s, {}, false, true, "", voicemail},
  });
}

TEST(Judge, TheResultOrElseTheWordsSayWhyNobodyAnswered) {
  expect_verdicts({
      {"busy", kGone, CallResult::kBusy, 0s, {}, false, false, "", Verdict::kBusy},
      {"no answer", kGone, CallResult::kNoAnswer, 0s, {}, false, false, "", Verdict::kNoAnswer},
      {"failed", kGone, CallResult::kFailed, 0s, {}, false, false, "busy", Verdict::kFailed},
      {"done, yet no answer",
       kDone,
       CallResult::kNoAnswer,
       0s,
       {},
       false,
       false,
       "",
       Verdict::kNoAnswer},
      {"words: busy", kGone, {}, 0s, {}, false, false, "Busy", Verdict::kBusy},
      {"words: declined", kGone, {}, 0s, {}, false, false, "call was Declined", Verdict::kBusy},
      {"words: no-answer", kGone, {}, 0s, {}, false, false, "no-answer", Verdict::kNoAnswer},
      {"words: no_answer", kGone, {}, 0s, {}, false, false, "NO_ANSWER", Verdict::kNoAnswer},
      {"words: no answer",
       kGone,
       {},
       0s,
       {},
       false,
       false,
       "there was no answer",
       Verdict::kNoAnswer},
      {"no words", kGone, {}, 0s, {}, false, false, "", Verdict::kFailed},
      {"other words", kGone, {}, 0s, {}, false, false, "SIP 503", Verdict::kFailed},
  });
}

TEST(Report, ProcessingDoneAndFailedAllMeanHungUp) {
  EXPECT_FALSE(has_ended(ConversationStatus::kInitiated));
  EXPECT_FALSE(has_ended(kLive));
  EXPECT_TRUE(has_ended(kBeing));
  EXPECT_TRUE(has_ended(kDone));
  EXPECT_TRUE(has_ended(kGone));
}

TEST(Report, EveryVerdictHasAWordOfItsOwn) {
  const Verdict verdicts[] = {Verdict::kAnswered,      Verdict::kBrief,     Verdict::kVoicemail,
                              Verdict::kBusy,          Verdict::kNoAnswer,  Verdict::kFailed,
                              Verdict::kRefusedNumber, Verdict::kRefusedUs, Verdict::kNotPlaced,
                              Verdict::kUnresolved};
  std::vector<std::string> words;
  for (const Verdict verdict : verdicts) words.emplace_back(text_of(verdict));
  std::sort(words.begin(), words.end());
  EXPECT_EQ(std::adjacent_find(words.begin(), words.end()), words.end());
  EXPECT_FALSE(words.front().empty());
}

}  // namespace
}  // namespace pl::core
