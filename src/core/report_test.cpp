#include "core/report.h"

#include <gtest/gtest.h>

#include <string>

#include "../../tests/support/sample_call.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;

Turn agent(std::string text) {
  return {Speaker::kAgent, std::move(text), 0s};
}
Turn user(std::string text) {
  return {Speaker::kUser, std::move(text), 2s};
}

struct ReportCase {
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

constexpr auto kReportDone = ConversationStatus::kDone;
constexpr auto kReportGone = ConversationStatus::kFailed;
constexpr auto kReportLive = ConversationStatus::kInProgress;
constexpr auto kReportBeing = ConversationStatus::kProcessing;

void expect_verdicts(const std::vector<ReportCase>& cases) {
  for (const ReportCase& c : cases) {
    SCOPED_TRACE(c.name);
    ConversationReport report = pl::testing::sample_report(c.status, c.duration, c.transcript);
    report.result = c.result;
    report.tool_called = c.tool_called;
    report.voicemail_detected = c.voicemail;
    report.failure = c.failure;
    Call call = pl::testing::sample_ringing();
    observe(call, report, pl::testing::kSampleNow + 2min);
    EXPECT_EQ(call.verdict, c.verdict);
  }
}

TEST(Judge, SaysNothingBeforeTheEndIsAnalysed) {
  expect_verdicts({
      {"not begun", ConversationStatus::kInitiated, {}, 0s, {}, false, false, "", {}},
      {"live", kReportLive, {}, 60s, {user("Hi")}, true, false, "", {}},
      {"hung up", kReportBeing, {}, 60s, {user("Hi")}, true, false, "", {}},
      {"hung up, a mailbox", kReportBeing, CallResult::kVoicemail, 9s, {}, false, true, "", {}},
      {"hung up, busy", kReportBeing, CallResult::kBusy, 0s, {}, false, false, "busy", {}},
  });
}

TEST(Judge, APersonMeansAnswered) {
  const auto answered = Verdict::kAnswered;
  expect_verdicts({
      {"they spoke", kReportDone, {}, 60s, {agent("Hi"), user("Hi")}, false, false, "", answered},
      {"they spoke, shortly", kReportDone, {}, 2s, {user("No")}, false, false, "", Verdict::kBrief},
      {"a tool was called", kReportDone, {}, 30s, {}, true, false, "", Verdict::kNobody},
      {"they spoke, then it broke",
       kReportGone,
       {},
       30s,
       {user("Hi")},
       false,
       false,
       "x",
       answered},
      {"whatever the result says",
       kReportDone,
       CallResult::kBusy,
       9s,
       {user("Hi")},
       false,
       false,
       "",
       answered},
  });
}

TEST(Judge, WhoeverSaysNotAWordIsNobody) {
  expect_verdicts({
      {"8 s", kReportDone, {}, 8s, {agent("Hi")}, false, false, "", Verdict::kNobody},
      {"7 s", kReportDone, {}, 7s, {agent("Hi")}, false, false, "", Verdict::kNobody},
      {"nothing", kReportDone, {}, 0s, {}, false, false, "", Verdict::kNobody},
      {"only silence", kReportDone, {}, 7s, {user(" \n")}, false, false, "", Verdict::kNobody},
      {"7 s, as the result says",
       kReportDone,
       CallResult::kAnswered,
       7s,
       {},
       false,
       false,
       "",
       Verdict::kNobody},
      {"8 s, as the result says",
       kReportDone,
       CallResult::kAnswered,
       8s,
       {},
       false,
       false,
       "",
       Verdict::kNobody},
  });
}

TEST(Judge, AMailboxIsNoPerson) {
  const auto voicemail = Verdict::kVoicemail;
  expect_verdicts({
      {"found by the tool",
       kReportDone,
       {},
       20s,
       {user("Leave a message")},
       false,
       true,
       "",
       voicemail},
      {"by the result", kReportDone, CallResult::kVoicemail, 20s, {}, false, false, "", voicemail},
      {"by the result, and it spoke",
       kReportDone,
       CallResult::kVoicemail,
       20s,
       {user("Leave a message")},
       false,
       false,
       "",
       voicemail},
      {"against the result",
       kReportDone,
       CallResult::kAnswered,
       20s,
       {},
       false,
       true,
       "",
       voicemail},
      {"broken off", kReportGone, {}, 3s, {}, false, true, "", voicemail},
  });
}

TEST(Judge, TheResultOrElseTheWordsSayWhyNobodyAnswered) {
  expect_verdicts({
      {"busy", kReportGone, CallResult::kBusy, 0s, {}, false, false, "", Verdict::kBusy},
      {"no answer",
       kReportGone,
       CallResult::kNoAnswer,
       0s,
       {},
       false,
       false,
       "",
       Verdict::kNoAnswer},
      {"failed", kReportGone, CallResult::kFailed, 0s, {}, false, false, "busy", Verdict::kBusy},
      {"done, yet no answer",
       kReportDone,
       CallResult::kNoAnswer,
       0s,
       {},
       false,
       false,
       "",
       Verdict::kNoAnswer},
      {"words: busy", kReportGone, {}, 0s, {}, false, false, "Busy", Verdict::kBusy},
      {"words: declined",
       kReportGone,
       {},
       0s,
       {},
       false,
       false,
       "call was Declined",
       Verdict::kDeclined},
      {"words: no-answer", kReportGone, {}, 0s, {}, false, false, "no-answer", Verdict::kNoAnswer},
      {"words: no_answer", kReportGone, {}, 0s, {}, false, false, "NO_ANSWER", Verdict::kNoAnswer},
      {"words: no answer",
       kReportGone,
       {},
       0s,
       {},
       false,
       false,
       "there was no answer",
       Verdict::kNoAnswer},
      {"no words", kReportGone, {}, 0s, {}, false, false, "", Verdict::kFailed},
      {"other words", kReportGone, {}, 0s, {}, false, false, "SIP 503", Verdict::kFailed},
  });
}

TEST(Report, ProcessingDoneAndFailedAllMeanHungUp) {
  EXPECT_FALSE(has_ended(ConversationStatus::kInitiated));
  EXPECT_FALSE(has_ended(kReportLive));
  EXPECT_TRUE(has_ended(kReportBeing));
  EXPECT_TRUE(has_ended(kReportDone));
  EXPECT_TRUE(has_ended(kReportGone));
}

}  // namespace
}  // namespace pl::core
