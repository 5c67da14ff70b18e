// What all commands share: exit codes, patience, pages.
#include "cli/session.h"

#include <gtest/gtest.h>

#include "cli/callers_command.h"
#include "cli/calls_command.h"
#include "cli/events_command.h"
#include "cli/fake_server_test.h"
#include "cli/keys_command.h"
#include "cli/watch_command.h"

namespace pl::cli {
namespace {

const std::string kShow = std::string("GET /v1/callers/") + kAda;

TEST(Session, ExitCodesSayWhoseFaultItIs) {
  struct Case {
    const char* name;
    int status;
    int exits;
  };
  for (const Case& tested : std::vector<Case>{{"found", 200, kDone},
                                              {"no key", 401, kRefused},
                                              {"another key", 403, kRefused},
                                              {"nobody", 404, kRefused},
                                              {"in the way", 409, kRefused},
                                              {"cannot be done", 422, kRefused},
                                              {"its own mistake", 500, kRefused}}) {
    SCOPED_TRACE(tested.name);
    FakeSession fake;
    fake.server.on(kShow, tested.status == 200 ? kAdaJson : R"({"detail":"because"})",
                   tested.status);
    EXPECT_EQ(show_caller(fake.session, {kAda, ""}), tested.exits);
    EXPECT_EQ(fake.err.find("because") != std::string::npos, tested.exits != kDone) << fake.err;
    EXPECT_EQ(fake.out.empty(), tested.exits != kDone) << "answers alone go there";
  }
  for (const Code code : {Code::kUnavailable, Code::kOutcomeUnknown}) {
    FakeSession fake;
    fake.server.lose(kShow, code);
    EXPECT_EQ(show_caller(fake.session, {kAda, ""}), kUnreachable);
    EXPECT_NE(fake.err.find(code == Code::kUnavailable ? "http://server" : "Nobody knows"),
              std::string::npos)
        << fake.err;
  }
}

TEST(Session, PatienceHasAnEnd) {
  FakeSession fake;
  fake.server.on(kShow, FakeServer::Given{503, R"({"detail":"busy"})", {{"Retry-After", "1"}}});
  EXPECT_EQ(show_caller(fake.session, {kAda, ""}), kRefused);
  EXPECT_EQ(fake.waits.size(), 5u);
  EXPECT_EQ(fake.server.asked.size(), 6u);
}

TEST(Session, OnlyWhatWasNotDoneForLackOfTimeIsAskedAgain) {
  struct Case {
    int status;
    const char* retry_after;
    std::size_t asked;
  };
  for (const Case& tested : std::vector<Case>{{429, "1", 2},
                                              {503, "1", 2},
                                              {429, "0", 2},
                                              {429, "3600", 1},
                                              {503, "soon", 1},
                                              {500, "1", 1},
                                              {409, "1", 1}}) {
    SCOPED_TRACE(std::to_string(tested.status) + " " + tested.retry_after);
    FakeSession fake;
    fake.server.on(kShow,
                   FakeServer::Given{tested.status, "{}", {{"Retry-After", tested.retry_after}}});
    fake.server.on(kShow, kAdaJson);
    EXPECT_EQ(show_caller(fake.session, {kAda, ""}), tested.asked == 2 ? kDone : kRefused);
    EXPECT_EQ(fake.server.asked.size(), tested.asked);
  }
}

TEST(Session, NothingIsAskedAgainThatMayHaveBeenDone) {
  FakeSession fake;
  fake.server.on("POST /v1/callers", R"({"detail":"it may have been done"})", 503);
  CallerFields caller;
  caller.number = "+41780000001";
  EXPECT_EQ(add_caller(fake.session, caller), kRefused);
  EXPECT_EQ(fake.server.asked.size(), 1u);
  FakeSession lost;
  lost.server.lose("POST /v1/callers", Code::kOutcomeUnknown);
  EXPECT_EQ(add_caller(lost.session, caller), kUnreachable);
  EXPECT_EQ(lost.server.asked.size(), 1u);
}

TEST(Session, EveryPostHasANameOfItsOwn) {
  FakeSession fake;
  fake.server.on(std::string("POST /v1/callers/") + kAda + "/opt-out", kAdaJson);
  EXPECT_EQ(act_on_caller(fake.session, CallerAct::kOptOut, {kAda, ""}), kDone);
  EXPECT_EQ(act_on_caller(fake.session, CallerAct::kOptOut, {kAda, ""}), kDone);
  EXPECT_EQ(net::find_header(fake.server.asked[0].headers, "Idempotency-Key"), "fresh-1");
  EXPECT_EQ(net::find_header(fake.server.asked[1].headers, "Idempotency-Key"), "fresh-2");
  EXPECT_EQ(net::find_header(fake.server.asked[1].headers, "Authorization"), "Bearer key");
}

TEST(Session, ANumberIsLookedUpAndAnIdIsBelieved) {
  FakeSession fake;
  fake.server.on("GET /v1/callers?number=%2B41%2078%20000%2000%2021&line=nikita", kAdaJson);
  fake.server.on(std::string("POST /v1/callers/") + kAda + "/skip", kAdaJson);
  EXPECT_EQ(act_on_caller(fake.session, CallerAct::kSkip, {"+41 78 000 00 21", "nikita"}), kDone);
  EXPECT_EQ(fake.server.asked.size(), 2u);
}

std::string page_of(int count, const std::string& next) {
  std::string items;
  for (int i = 0; i < count; ++i) items += std::string(i == 0 ? "" : ",") + "{\"id\":\"c\"}";
  return "{\"items\":[" + items + "],\"next\":" + (next.empty() ? "null" : "\"" + next + "\"") +
         "}";
}

TEST(Session, AListIsReadPageByPageUpToItsLimit) {
  FakeSession fake;
  fake.server.on("GET /v1/callers?stage=new&limit=100", page_of(100, "clr_1"));
  fake.server.on("GET /v1/callers?stage=new&limit=50&before=clr_1", page_of(50, "clr_2"));
  CallersListOptions options;
  options.stage = "new";
  options.limit = 150;
  EXPECT_EQ(list_callers(fake.session, options), kDone);
  EXPECT_EQ(fake.err, "there may be more: --before clr_2\n");
  fake.session.json = true;
  fake.out.clear();
  options.limit = 150;
  fake.server.routes["GET /v1/callers?stage=new&limit=100"] = {
      FakeServer::Given{200, page_of(2, "")}};
  EXPECT_EQ(list_callers(fake.session, options), kDone);
  EXPECT_EQ(fake.out, page_of(2, "") + "\n") << "as the server gave it";
}

TEST(Session, WhatNeedsAPersonIsReadPageByPageToo) {
  FakeSession fake;
  const std::string item = R"({"id":"att_1","reason":"webhook-refused","what":"x","todo":"y"})";
  fake.server.on("GET /v1/attention?limit=50", R"({"items":[],"next":null})");
  fake.server.on("GET /v1/attention?limit=1", R"({"items":[)" + item + R"(],"next":"att_1"})");
  fake.server.on("GET /v1/attention?limit=1&before=att_1", R"({"items":[],"next":null})");
  EXPECT_EQ(list_attention(fake.session, {}), kDone);
  EXPECT_EQ(fake.err, "nothing needs a person\n");
  fake.err.clear();
  EXPECT_EQ(list_attention(fake.session, {.limit = 1}), kDone);
  EXPECT_NE(fake.out.find("webhook-refused"), std::string::npos);
  EXPECT_EQ(fake.err, "there may be more: --before att_1\n");
  fake.err.clear();
  EXPECT_EQ(list_attention(fake.session, {.limit = 1, .before = "att_1"}), kDone);
  EXPECT_EQ(fake.err, "none\n") << "there was something before";
  fake.err.clear();
  fake.server.on("GET /v1/attention?line=a&reason=dialer-paused&limit=50",
                 R"({"items":[],"next":null})");
  EXPECT_EQ(list_attention(fake.session, {.line = "a", .reason = "dialer-paused"}), kDone);
  EXPECT_EQ(fake.err, "none\n") << "something else may need a person";
}

TEST(Session, AServerThatPointsInACircleIsLeft) {
  FakeSession fake;
  fake.server.on("GET /v1/callers?limit=100", page_of(1, "clr_1"));
  fake.server.on("GET /v1/callers?limit=100&before=clr_1", page_of(1, "clr_1"));
  CallersListOptions options;
  options.limit = 100'000;
  fake.server.on("GET /v1/callers?limit=99&before=clr_1", page_of(1, "clr_1"));
  EXPECT_EQ(list_callers(fake.session, options), kDone);
  EXPECT_EQ(fake.server.asked.size(), 2u);
}

TEST(Session, CallersAreShownInColumns) {
  FakeSession fake;
  fake.server.on("GET /v1/callers?limit=50", R"({"items":[)" + kAdaJson + R"(],"next":null})");
  EXPECT_EQ(list_callers(fake.session, {}), kDone);
  EXPECT_EQ(fake.out,
            "ID                              NUMBER        NAME  STAGE  TIMEZONE       OPTED OUT  "
            "REGISTERED\n"
            "clr_01m81qfvzn9wp1fmbn6jq8b917  +41780000021  Ada   new    Europe/Zurich  -          "
            "2026-11-22T13:18:31Z\n");
}

TEST(Session, AddSendsOnlyWhatWasSaid) {
  FakeSession fake;
  fake.server.on("POST /v1/callers", kAdaJson, 201);
  CallerFields caller;
  caller.number = "+41780000021";
  EXPECT_EQ(add_caller(fake.session, caller), kDone);
  EXPECT_EQ(fake.server.asked.back().body, R"({"number":"+41780000021"})");
  caller.name = "Ada";
  caller.telegram = "42";
  caller.consent_voice = true;
  caller.consent_source = "form";
  caller.context = {"plan=gold", "note=a=b"};
  EXPECT_EQ(add_caller(fake.session, caller), kDone);
  EXPECT_EQ(fake.server.asked.back().body,
            R"({"channels":{"telegram_chat_id":"42"},"consent":{"source":"form","voice":true},)"
            R"("context":{"note":"a=b","plan":"gold"},"name":"Ada","number":"+41780000021"})");
  for (const std::vector<std::string>& wrong :
       {std::vector<std::string>{"plan"}, {"=gold"}, {"a=1", "a=2"}}) {
    caller.context = wrong;
    EXPECT_EQ(add_caller(fake.session, caller), kWrongUsage);
  }
  EXPECT_EQ(fake.server.asked.size(), 2u);
}

TEST(Session, UpdateSendsWhatIsToChangeAndNothingElse) {
  FakeSession fake;
  fake.server.on("GET /v1/callers?number=%2B41780000021&line=nikita", kAdaJson);
  fake.server.on(std::string("PATCH /v1/callers/") + kAda, kAdaJson);
  CallerFields changes;
  changes.timezone = "Atlantic/Azores";
  EXPECT_EQ(update_caller(fake.session, {"+41780000021", "nikita"}, changes), kDone);
  EXPECT_EQ(fake.server.asked.back().body, R"({"timezone":"Atlantic/Azores"})");
  EXPECT_NE(fake.out.find("Europe/Zurich"), std::string::npos) << "as the server answers";
  changes = {};
  changes.number = "+41780000022";
  changes.telegram = "none";
  changes.consent_text = true;
  EXPECT_EQ(update_caller(fake.session, {kAda, ""}, changes), kDone);
  EXPECT_EQ(fake.server.asked.back().body,
            R"({"channels":{"telegram_chat_id":null},"consent":{"text":true},)"
            R"("number":"+41780000022"})");
}

TEST(Session, UpdateWithoutAChangeOrWithAConsentToNothingIsNotSent) {
  FakeSession fake;
  CallerFields source_alone;
  source_alone.consent_source = "form";
  for (const CallerFields& changes : {CallerFields{}, source_alone}) {
    EXPECT_EQ(update_caller(fake.session, {kAda, ""}, changes), kWrongUsage);
  }
  EXPECT_NE(fake.err.find("say what to change, such as --timezone Europe/Zurich"),
            std::string::npos);
  EXPECT_NE(fake.err.find("say what they agree to"), std::string::npos);
  EXPECT_TRUE(fake.server.asked.empty());
}

TEST(Session, SecretsStandAloneOnStandardOutput) {
  FakeSession fake;
  fake.server.on("POST /v1/keys", R"({"id":"key_1","token":"pl_abc","scopes":["read"]})", 201);
  EXPECT_EQ(create_key(fake.session, "crm", {"read", "write"}), kDone);
  EXPECT_EQ(fake.server.asked.back().body, R"({"name":"crm","scopes":["read","write"]})");
  EXPECT_EQ(fake.out, "pl_abc\n");
  fake.out.clear();
  fake.server.on("POST /v1/endpoints", R"({"id":"hook_1","secret":"whsec_x"})", 201);
  EXPECT_EQ(add_endpoint(fake.session, "https://example.org", {}), kDone);
  EXPECT_EQ(fake.server.asked.back().body, R"({"url":"https://example.org"})");
  EXPECT_EQ(fake.out, "whsec_x\n");
  fake.server.on("DELETE /v1/keys/key_1", R"({"id":"key_1"})");
  EXPECT_EQ(revoke_key(fake.session, "key_1"), kDone);
}

TEST(Session, AnIdCannotLeadToAnotherRoute) {
  FakeSession fake;
  fake.server.on("GET /v1/calls/..%2Fkeys%3Fa", R"({"detail":"there is nothing with that id"})",
                 404);
  EXPECT_EQ(show_call(fake.session, "../keys?a"), kRefused);
}

}  // namespace
}  // namespace pl::cli
