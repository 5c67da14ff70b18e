// Calls are planned and followed to their end; what is erased was meant.
#include <gtest/gtest.h>

#include "cli/calls_command.h"
#include "cli/fake_server_test.h"
#include "cli/outreaches_command.h"
#include "cli/privacy_command.h"
#include "cli/watch_command.h"

namespace pl::cli {
namespace {

const std::string kPlanned = std::string("POST /v1/callers/") + kAda + "/outreaches";
const std::string kLook = "GET /v1/outreaches/out_1";

std::string outreach(const std::string& state, int attempts, const std::string& result = "null") {
  std::string tries;
  for (int i = 1; i <= attempts; ++i) {
    tries += std::string(i == 1 ? "" : ",") + "{\"attempt\":" + std::to_string(i) + "}";
  }
  return R"({"attempts":[)" + tries +
         R"(],"id":"out_1","not_before":"2026-11-22T18:00:00.000Z","result":)" + result +
         R"(,"state":")" + state + R"(","waits_for":null})";
}

CallOptions waiting() {
  CallOptions options;
  options.caller.text = kAda;
  options.plan = "check-in";
  options.wait = true;
  return options;
}

TEST(Cancel, OfWhatHadEndedSaysSoAndHow) {
  const std::string ended =
      R"({"id":"out_1","state":"connected","ended_at":"2026-11-22T18:00:07.000Z",)"
      R"("result":{"retries":1,"success":true,"via":"call"}})";
  FakeSession fake;
  fake.server.on(kLook, ended);
  fake.server.on("POST " + kLook.substr(4) + "/cancel", ended);
  EXPECT_EQ(cancel_outreach(fake.session, "out_1"), kDone);
  EXPECT_EQ(fake.err,
            "nothing was cancelled: it had ended at 2026-11-22T18:00:07Z: connected (by call, 1 "
            "retry)\n");
}

TEST(Cancel, OfWhatIsOpenSaysNothingMoreAlsoToWhoMayNotRead) {
  for (const int may_read : {200, 403}) {
    FakeSession fake;
    fake.server.on(kLook, R"({"id":"out_1","state":"waiting","ended_at":null})", may_read);
    fake.server.on("POST " + kLook.substr(4) + "/cancel",
                   R"({"id":"out_1","state":"cancelled","ended_at":"2026-11-22T18:00:07.000Z"})");
    EXPECT_EQ(cancel_outreach(fake.session, "out_1"), kDone);
    EXPECT_EQ(fake.err, "");
  }
}

TEST(Call, SaysWhichPlanAndWhatFor) {
  FakeSession fake;
  fake.server.on("GET /v1/callers?number=%2B41780000021", kAdaJson);
  fake.server.on(kPlanned, outreach("waiting", 0), 202);
  CallOptions options;
  options.caller.text = "+41780000021";
  options.plan = "check-in";
  options.variables = {"reason=your order"};
  options.not_before = "2026-11-22T18:00:00Z";
  EXPECT_EQ(call(fake.session, options), kDone);
  EXPECT_EQ(fake.server.asked.back().body,
            R"({"not_before":"2026-11-22T18:00:00Z","plan":"check-in",)"
            R"("variables":{"reason":"your order"}})");
  options.variables = {"reason"};
  EXPECT_EQ(call(fake.session, options), kWrongUsage);
  EXPECT_EQ(fake.server.asked.size(), 2u);
}

TEST(Call, ASceneAndItsFirstWordsMayBeSaidInstead) {
  FakeSession fake;
  fake.server.on(kPlanned, outreach("waiting", 0), 202);
  CallOptions options;
  options.caller.text = kAda;
  options.scene = "returning";
  options.opening = "{{name}}, it is done.";
  EXPECT_EQ(call(fake.session, options), kDone);
  EXPECT_EQ(fake.server.asked.back().body,
            R"({"opening":"{{name}}, it is done.","scene":"returning"})");
}

TEST(Call, WithoutAPlanItIsTheOnboarding) {
  FakeSession fake;
  fake.server.on(std::string("POST /v1/callers/") + kAda + "/onboarding",
                 R"({"id":"out_1","warnings":["no text can follow"]})", 202);
  CallOptions options;
  options.caller.text = kAda;
  EXPECT_EQ(call(fake.session, options), kDone);
  EXPECT_EQ(fake.server.asked.back().body, "{}");
  EXPECT_NE(fake.err.find("warning: no text can follow"), std::string::npos);
}

TEST(Call, WaitTellsEachStateOnceAndEndsWithTheOutreach) {
  FakeSession fake;
  fake.server.on(kPlanned, outreach("waiting", 0), 202);
  for (const std::string& seen :
       {outreach("waiting", 0), outreach("ringing", 1), outreach("ringing", 1),
        outreach("waiting", 1), outreach("waiting", 1), outreach("waiting", 2),
        outreach("talking", 3), outreach("talking", 3),
        outreach("connected", 3, R"({"retries":2,"success":true,"via":"call"})")}) {
    fake.server.on(kLook, seen);
  }
  EXPECT_EQ(call(fake.session, waiting()), kDone);
  EXPECT_EQ(fake.waits, std::vector<Millis>(9, Millis(1000)));
  EXPECT_EQ(fake.out,
            "out_1\n"
            "2026-11-18T11:06:40Z  waiting    not before 2026-11-22T18:00:00Z\n"
            "2026-11-18T11:06:42Z  ringing    attempt 1\n"
            "2026-11-18T11:06:44Z  waiting    not before 2026-11-22T18:00:00Z\n"
            "2026-11-18T11:06:46Z  waiting    not before 2026-11-22T18:00:00Z\n"
            "2026-11-18T11:06:47Z  talking    attempt 3\n"
            "2026-11-18T11:06:49Z  connected  by call, 2 retries\n");
}

TEST(Call, WaitTellsEachReasonToWaitOnce) {
  FakeSession fake;
  const auto blocked = [](const std::string& why) {
    return R"({"attempts":[],"id":"out_1","not_before":"2026-11-22T18:00:00.000Z","result":null,)"
           R"("state":"waiting","waits_for":")" +
           why + R"("})";
  };
  fake.server.on(kPlanned, outreach("waiting", 0), 202);
  for (const std::string& seen :
       {outreach("waiting", 0), blocked("the line's tools"), blocked("the line's tools"),
        blocked("the line's dialer is paused"), outreach("cancelled", 0)}) {
    fake.server.on(kLook, seen);
  }
  EXPECT_EQ(call(fake.session, waiting()), kRefused);
  EXPECT_EQ(
      fake.out,
      "out_1\n"
      "2026-11-18T11:06:40Z  waiting    not before 2026-11-22T18:00:00Z\n"
      "2026-11-18T11:06:42Z  waiting    not before 2026-11-22T18:00:00Z: the line's tools\n"
      "2026-11-18T11:06:44Z  waiting    not before 2026-11-22T18:00:00Z: the line's dialer is "
      "paused\n"
      "2026-11-18T11:06:45Z  cancelled\n");
}

TEST(Call, OnlyAConversationIsDone) {
  struct Case {
    const char* state;
    const char* result;
    int exits;
  };
  for (const Case& tested : std::vector<Case>{
           {"connected", R"({"retries":0,"success":true,"via":"inbound"})", kDone},
           {"texted", R"({"error":"busy","retries":3,"success":false,"via":"text"})", kRefused},
           {"failed", R"({"error":"busy","retries":3,"success":false,"via":null})", kRefused},
           {"cancelled", R"({"retries":0,"success":false,"via":null})", kRefused}}) {
    SCOPED_TRACE(tested.state);
    FakeSession fake;
    fake.session.json = true;
    fake.server.on(kPlanned, outreach("waiting", 0), 202);
    fake.server.on(kLook, outreach(tested.state, 1, tested.result));
    EXPECT_EQ(call(fake.session, waiting()), tested.exits);
    EXPECT_EQ(fake.out, outreach(tested.state, 1, tested.result) + "\n") << "one document";
  }
}

TEST(Call, AServerThatIsRestartedIsWaitedForAndOneThatIsGoneIsNot) {
  FakeSession fake;
  fake.server.on(kPlanned, outreach("waiting", 0), 202);
  fake.server.lose(kLook, Code::kUnavailable);
  fake.server.lose(kLook, Code::kOutcomeUnknown);
  fake.server.on(kLook, outreach("connected", 1, R"({"retries":0,"success":true,"via":"call"})"));
  EXPECT_EQ(call(fake.session, waiting()), kDone);
  FakeSession gone;
  gone.server.on(kPlanned, outreach("waiting", 0), 202);
  gone.server.lose(kLook, Code::kUnavailable);
  EXPECT_EQ(call(gone.session, waiting()), kUnreachable);
  EXPECT_EQ(gone.waits.size(), 60u);
  EXPECT_NE(gone.err.find("out_1"), std::string::npos) << "it goes on, and can be looked at";
}

const std::string kErase = std::string("DELETE /v1/callers/") + kAda;
const std::string kReceipt =
    R"({"at":"2026-11-22T14:02:11.918Z","by":"crm","caller":"clr_1","complete":false,)"
    R"("conversations":1,"conversations_left":[{"conversation_id":"conv_1","failure":null,)"
    R"("next_try":"2026-11-22T14:02:41.920Z","tries":1}],"id":"ers_1","rows":{"call":1,"caller":1}})";

TEST(Forget, WantsTheNumberTypedOnceMore) {
  struct Case {
    const char* name;
    std::optional<std::string> typed;
    bool yes;
    int exits;
  };
  for (const Case& tested : std::vector<Case>{{"the number", "+41780000021", false, kDone},
                                              {"with spaces", " +41 78 000 00 21 ", false, kDone},
                                              {"another one", "+41780000022", false, kRefused},
                                              {"nothing", "", false, kRefused},
                                              {"yes", "yes", false, kRefused},
                                              {"nobody there", std::nullopt, false, kWrongUsage},
                                              {"--yes", std::nullopt, true, kDone}}) {
    SCOPED_TRACE(tested.name);
    FakeSession fake;
    fake.typed = tested.typed;
    fake.server.on("GET /v1/callers?number=%2B41780000021", kAdaJson);
    fake.server.on(kErase, kReceipt);
    EXPECT_EQ(forget(fake.session, {{"+41780000021", ""}, tested.yes}), tested.exits);
    EXPECT_EQ(fake.server.asked.size(), tested.exits == kDone ? 2u : 1u) << "erased, or not";
    EXPECT_EQ(fake.err.find("Type the number") != std::string::npos, !tested.yes);
    EXPECT_EQ(fake.out.find("ers_1") != std::string::npos, tested.exits == kDone);
  }
}

TEST(Forget, NamesTheCallerAsFarAsTheyAreKnown) {
  for (const auto& [name, named] : std::vector<std::pair<std::string, std::string>>{
           {"Ada", "Ada, +41780000021, nikita: "}, {"", "+41780000021, nikita: "}}) {
    FakeSession fake;
    fake.typed = "";
    fake.server.on(
        "GET /v1/callers?number=%2B41780000021",
        R"({"id":"clr_1","line":"nikita","number":"+41780000021","name":")" + name + "\"}");
    EXPECT_EQ(forget(fake.session, {{"+41780000021", ""}, false}), kRefused);
    EXPECT_TRUE(fake.err.starts_with(named)) << fake.err;
  }
}

TEST(Forget, TheReceiptSaysWhatThePlatformStillHas) {
  FakeSession fake;
  fake.server.on("GET /v1/erasures/ers_1", kReceipt);
  EXPECT_EQ(show_erasure(fake.session, "ers_1"), kDone);
  EXPECT_EQ(fake.out,
            "receipt        ers_1\n"
            "caller         clr_1\n"
            "erased at      2026-11-22T14:02:11Z\n"
            "by             crm\n"
            "rows erased    call: 1, caller: 1\n"
            "conversations  1\n"
            "complete       no\n"
            "\n"
            "THE PLATFORM STILL HAS  TRIES  NEXT TRY              WHY\n"
            "conv_1                  1      2026-11-22T14:02:41Z  -\n");
}

TEST(Journal, IsReadInPagesUpToTheLimit) {
  FakeSession fake;
  fake.server.on("GET /v1/journal?after=7&limit=2",
                 R"({"items":[{"at":"2026-11-22T13:19:13.196Z","call":null,"caller":"clr_1",)"
                 R"("details":{"from":"talking","plan":"onboarding"},"kind":"outreach.waiting",)"
                 R"("line":"nikita","outreach":"out_1","seq":9}]})");
  JournalOptions options;
  options.after = 7;
  options.limit = 2;
  EXPECT_EQ(journal(fake.session, options), kDone);
  EXPECT_EQ(fake.out,
            "9  2026-11-22T13:19:13Z  outreach.waiting  nikita  clr_1  out_1  "
            "(from: talking, plan: onboarding)\n");
}

TEST(Journal, FollowsFromWhereItWasAndSurvivesARestart) {
  FakeSession fake;
  fake.session.json = true;
  fake.patience = 3;
  fake.server.on("GET /v1/journal?after=0&limit=100", R"({"items":[{"seq":4},{"seq":9}]})");
  fake.server.lose("GET /v1/journal?after=9&limit=100", Code::kUnavailable);
  fake.server.on("GET /v1/journal?after=9&limit=100", R"({"items":[{"seq":10}]})");
  JournalOptions options;
  options.follow = true;
  EXPECT_EQ(journal(fake.session, options), kDone);
  EXPECT_EQ(fake.out, "{\"seq\":4}\n{\"seq\":9}\n{\"seq\":10}\n") << "one document a line";
  FakeSession never;
  never.server.lose("GET /v1/journal?after=0&limit=100", Code::kUnavailable);
  EXPECT_EQ(journal(never.session, options), kUnreachable);
  EXPECT_TRUE(never.waits.empty());
}

TEST(Calls, OneIsShownWithItsTimelineAndWhatWasSaid) {
  FakeSession fake;
  fake.server.on(
      "GET /v1/calls/call_1",
      R"({"id":"call_1","number":"+41780000021","duration_s":65,"state":"over",)"
      R"("started_at":"2026-11-22T13:18:58.138Z","placed_at":"2026-11-22T13:18:58.538Z",)"
      R"("answered_at":null,"ended_at":"2026-11-22T13:20:03.138Z","transcript":[)"
      R"({"at_s":0,"message":"Hello\nAda","role":"agent"},)"
      R"({"at_s":64,"message":"Bye\u001b[2J","role":"user"}]})");
  EXPECT_EQ(show_call(fake.session, "call_1"), kDone);
  EXPECT_TRUE(
      fake.out.ends_with("WHEN      AT                    AFTER\n"
                         "started   2026-11-22T13:18:58Z  +0.0 s\n"
                         "placed    2026-11-22T13:18:58Z  +0.4 s\n"
                         "answered  -                     -\n"
                         "ended     2026-11-22T13:20:03Z  +65.0 s\n"
                         "\n"
                         "0:00  agent  Hello Ada\n"
                         "1:04  user   Bye\uFFFD[2J\n"))
      << fake.out;
}

}  // namespace
}  // namespace pl::cli
