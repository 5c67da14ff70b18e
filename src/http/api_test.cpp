// The API's answers to what it cannot do: the right status, a problem that says what to write, and
// nothing changed.
#include "http/api.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"
#include "http/problem.h"

namespace pl::http {
namespace {

using namespace pl::testing;

std::string detail_of(const net::Response& response) {
  return json_of(response).value("detail", std::string());
}

TEST(Api, AnUnknownFieldNamesTheNearestOne) {
  FrontStage stage;
  const auto detail = [&](const std::string& body) {
    const auto answer = stage.api("POST", "/v1/callers", body);
    EXPECT_EQ(not_a_problem(answer, 400), "");
    return detail_of(answer);
  };
  EXPECT_NE(detail(R"({"numbr":"+41780000002"})").find("\"number\""), std::string::npos);
  EXPECT_NE(detail(R"({"time_zone":"Europe/Zurich"})").find("\"timezone\""), std::string::npos);
  EXPECT_NE(detail(R"({"consent":{"voices":true}})").find("\"voice\""), std::string::npos);
  EXPECT_NE(detail(R"({"qqqqqqqq":1})").find("number"), std::string::npos) << "or lists them all";
  EXPECT_EQ(detail(R"({"+41780000099":1})").find("+41780000099"), std::string::npos)
      << "what was sent is not repeated";
}

TEST(Api, MalformedBodiesAre400AndSubmitNothing) {
  struct Case {
    const char* name;
    std::string body;
  };
  for (const Case& tested : std::vector<Case>{
           {"cut off", R"({"number":"+4178)"},
           {"a list", "[]"},
           {"a text", "\"x\""},
           {"a number for a text", R"({"number":41780000002})"},
           {"a text for an object", R"({"number":"+41780000002","consent":"yes"})"},
           {"a text for a flag", R"({"number":"+41780000002","consent":{"voice":"yes"}})"},
           {"a list for a text", R"({"number":["+41780000002"]})"},
           {"an object for a text", R"({"name":{}})"},
           {"no time", R"({"consent":{"voice":true,"at":"yesterday"}})"},
           {"a chat id in a list", R"({"channels":{"telegram_chat_id":[1]}})"},
           {"an unknown channel", R"({"channels":{"pigeon":1}})"},
           {"a nested context", R"({"context":{"a":{"b":1}}})"},
           {"a null in the profile", R"({"profile":{"occupation":null}})"},
           {"an object in the profile", R"({"profile":{"occupation":{}}})"},
           {"a key twice", R"({"name":"Anna","name":"Bea"})"},
           {"not UTF-8", "{\"name\":\"\xff\"}"},
           {"a hole too deep", std::string(40, '[') + std::string(40, ']')},
           {"more after the end", "{} {}"}}) {
    SCOPED_TRACE(tested.name);
    FrontStage stage;
    EXPECT_EQ(not_a_problem(stage.api("POST", "/v1/callers", tested.body), 400), "");
    const std::string one = "/v1/callers/" + sample_caller().id.text();
    EXPECT_EQ(not_a_problem(stage.api("PATCH", one, tested.body), 400), "");
    EXPECT_EQ(stage.world.store.submitted, 0);
  }
}

TEST(Api, IdsThatNameNothingAre404) {
  FrontStage stage;
  for (const std::string& id :
       {std::string("x"), std::string("clr_"), sample_id<core::CallerId>(99).text(),
        sample_id<core::CallId>(1).text(), std::string(5000, 'a'), std::string("clr_' OR 1=1")}) {
    SCOPED_TRACE(id.substr(0, 40));
    for (const char* step : {"/skip", "/opt-out", "/opt-in", "/onboarding"}) {
      const auto answer = stage.api("POST", "/v1/callers/" + id + step);
      EXPECT_EQ(not_a_problem(answer, 404), "") << step;
    }
    EXPECT_EQ(stage.api("GET", "/v1/callers/" + id).status, 404);
    EXPECT_EQ(stage.api("PATCH", "/v1/callers/" + id, "{}").status, 404);
    EXPECT_EQ(stage.api("GET", "/v1/outreaches/" + id).status, 404);
    EXPECT_EQ(stage.api("POST", "/v1/outreaches/" + id + "/cancel").status, 404);
    EXPECT_EQ(stage.api("POST", "/v1/outreaches/" + id + "/retry").status, 404);
    EXPECT_EQ(stage.api("POST", "/v1/attention/" + id + "/resolve").status, 404);
  }
  EXPECT_TRUE(stage.world.store.tables.journal.empty());
}

TEST(Api, APlusOfTheQueryMayComeEncodedRawOrAsASpace) {
  FrontStage stage;
  for (const char* number :
       {"%2B41780000001", "+41780000001", "%2b41780000001", "%2041780000001"}) {
    const auto answer = stage.api("GET", std::string("/v1/callers?number=") + number);
    EXPECT_EQ(answer.status, 200) << number;
    EXPECT_EQ(json_of(answer).value("number", ""), "+41780000001");
    const auto route = stage.api("GET", std::string("/v1/route?from=") + number);
    EXPECT_EQ(route.status, 200) << number;
    EXPECT_EQ(json_of(route).value("scene", ""), "not-yet");
  }
}

TEST(Api, AQueryThatCannotBeReadSaysSo) {
  FrontStage stage;
  EXPECT_EQ(not_a_problem(stage.api("GET", "/v1/callers?number=%4"), 400), "");
  EXPECT_EQ(not_a_problem(stage.api("GET", "/v1/callers?number="), 400), "");
  EXPECT_EQ(not_a_problem(stage.api("GET", "/v1/callers?stage=happy"), 400), "");
  EXPECT_EQ(not_a_problem(stage.api("GET", "/v1/callers?number=hello"), 422), "");
  EXPECT_EQ(not_a_problem(stage.api("GET", "/v1/callers?number=%2B41780000077"), 404), "");
  EXPECT_EQ(stage.api("GET", "/v1/calls?limit=0").status, 400);
  EXPECT_EQ(stage.api("GET", "/v1/calls?limit=101").status, 400);
  EXPECT_EQ(stage.api("GET", "/v1/calls?limit=ten").status, 400);
  EXPECT_EQ(stage.api("GET", "/v1/calls?state=happy").status, 400);
  EXPECT_EQ(stage.api("GET", "/v1/calls?caller=me").status, 400);
  EXPECT_EQ(stage.api("GET", "/v1/journal?after=-1").status, 400);
  EXPECT_EQ(stage.api("GET", "/v1/journal?after=99999999999999999999").status, 400);
  EXPECT_EQ(stage.api("GET", "/v1/route?line=nobody").status, 404);
}

TEST(Api, ALineThatTheServerHasNotIs404AndNamesThoseThereAre) {
  FrontStage stage;
  for (const char* path : {"/v1/callers?line=nope", "/v1/attention?line=nope",
                           "/v1/route?line=nope", "/v1/callers?line=nope&number=%2B41780000001"}) {
    const auto answer = stage.api("GET", path);
    EXPECT_EQ(not_a_problem(answer, 404), "") << path;
    EXPECT_EQ(json_of(answer)["detail"], "line: no such line; there is nikita") << path;
  }
  EXPECT_EQ(stage.api("GET", "/v1/callers?line=nikita").status, 200);
}

TEST(Api, ARouteFromWhatIsNoNumberIs422AndFromAWithheldOneTheStrangers) {
  FrontStage stage;
  for (const char* from : {"4178", "hello", "%2B41abc", "%2B4178000000100000000", "%2B"}) {
    const auto answer = stage.api("GET", std::string("/v1/route?from=") + from);
    EXPECT_EQ(not_a_problem(answer, 422), "") << from;
    EXPECT_TRUE(json_of(answer)["detail"].get<std::string>().starts_with("from: ")) << from;
  }
  for (const char* query : {"", "?from=", "?from=anonymous", "?from=%2B41780000077"}) {
    const auto answer = stage.api("GET", std::string("/v1/route") + query);
    EXPECT_EQ(answer.status, 200) << query;
    EXPECT_TRUE(json_of(answer)["caller"].is_null()) << query;
  }
}

TEST(Api, AnotherMethodIs405AndNamesOneThatWorks) {
  FrontStage stage;
  const std::string caller = "/v1/callers/" + sample_caller().id.text();
  for (const auto& [method, path, allowed] :
       std::vector<std::tuple<std::string, std::string, std::string>>{
           {"PUT", caller, "GET"},
           {"GET", caller + "/skip", "POST"},
           {"POST", "/v1/calls", "GET"},
           {"PATCH", "/v1/lines", "GET"},
           {"GET", caller + "/onboarding", "POST"}}) {
    const auto answer = stage.api(method, path);
    EXPECT_EQ(not_a_problem(answer, 405), "") << method << " " << path;
    const std::string named(net::find_header(answer.headers, "Allow").value_or(""));
    EXPECT_NE(named.find(allowed), std::string::npos) << named;
  }
  EXPECT_EQ(not_a_problem(stage.api("GET", "/v1/nonsense"), 404), "");
  EXPECT_EQ(not_a_problem(stage.api("POST", caller + "/dance"), 404), "");
}

TEST(Api, AttentionIsReadPageByPage) {
  FrontStage stage;
  stage.world.store.write([](ports::Tx& tx) -> Result<void> {
    for (std::uint64_t n = 1; n <= 5; ++n) {
      core::Attention item{.id = sample_id<core::AttentionId>(n), .line = {"nikita"}};
      item.subject = "subject " + std::to_string(n);
      item.raised_at = kSampleNow;
      PL_DO(tx.raise(item));
    }
    return {};
  });
  std::vector<std::string> seen;
  std::string path = "/v1/attention?limit=2";
  for (int pages = 1; pages <= 3; ++pages) {
    const auto page = json_of(stage.api("GET", path));
    for (const auto& item : page["items"]) seen.push_back(item["subject"]);
    EXPECT_EQ(page["next"].is_null(), pages == 3);
    if (pages < 3) path = "/v1/attention?limit=2&before=" + page["next"].get<std::string>();
  }
  EXPECT_EQ(seen, (std::vector<std::string>{"subject 5", "subject 4", "subject 3", "subject 2",
                                            "subject 1"}));
  EXPECT_EQ(json_of(stage.api("GET", "/v1/attention?line=nikita"))["items"].size(), 5u);
  EXPECT_EQ(json_of(stage.api("GET", "/v1/attention?reason=outreach-failed"))["items"].size(), 5u);
  EXPECT_EQ(json_of(stage.api("GET", "/v1/attention?reason=overrides-off"))["items"].size(), 0u);
  for (const char* query : {"?limit=0", "?limit=101", "?limit=x", "?before=clr_1", "?reason=odd"}) {
    EXPECT_EQ(not_a_problem(stage.api("GET", std::string("/v1/attention") + query), 400), "");
  }
}

TEST(Api, AStoreThatFailsIs503AndSaysWhetherToSendItAgain) {
  FrontStage stage;
  stage.world.store.broken = true;
  const std::string body = R"({"number":"+41780000002"})";
  const auto failed = stage.api("POST", "/v1/callers", body);
  EXPECT_EQ(not_a_problem(failed, 503), "");
  EXPECT_TRUE(net::find_header(failed.headers, "Retry-After"));
  EXPECT_EQ(stage.world.store.tables.callers_by_id.size(), 1u);
  stage.world.store.broken = false;
  stage.world.store.full = true;
  EXPECT_EQ(not_a_problem(stage.api("POST", "/v1/callers", body), 503), "");
}

TEST(Api, AnUnclearCommitIsNotPresentedAsNothingDone) {
  const auto answer = problem({Code::kOutcomeUnknown, "the disk did not answer"});
  EXPECT_EQ(not_a_problem(answer, 503), "");
  EXPECT_NE(detail_of(answer).find("may have been done"), std::string::npos);
  EXPECT_FALSE(net::find_header(answer.headers, "Retry-After")) << "an invitation to do it twice";
}

TEST(Api, OurOwnMistakesShowNothingOfOurInside) {
  for (const Code code : {Code::kInternal, Code::kCorrupt}) {
    const auto answer = problem({code, "SELECT * FROM caller: /var/lib/partyline/db"});
    EXPECT_EQ(not_a_problem(answer, 500), "");
    EXPECT_EQ(answer.body.find("SELECT"), std::string::npos);
    EXPECT_EQ(answer.body.find("/var"), std::string::npos);
  }
}

TEST(Api, WhatReadsWellButCannotBeDoneIs422Or409) {
  FrontStage stage;
  const auto post = [&](const std::string& body) { return stage.api("POST", "/v1/callers", body); };
  EXPECT_EQ(not_a_problem(post(R"({"name":"Bea"})"), 422), "") << "no number";
  EXPECT_EQ(not_a_problem(post(R"({"number":"hello"})"), 422), "");
  EXPECT_EQ(not_a_problem(post(R"({"number":"+41780000000"})"), 422), "") << "the line's own";
  EXPECT_EQ(not_a_problem(post(R"({"number":"+41780000002","stage":"happy"})"), 422), "");
  EXPECT_EQ(not_a_problem(post(R"({"number":"+41780000002","profile":{"shoe":"42"}})"), 422), "");
  EXPECT_EQ(not_a_problem(post(R"({"number":"+41780000001"})"), 409), "") << "registered already";
  EXPECT_NE(detail_of(post(R"({"number":"+41780000001"})")).find(sample_caller().id.text()),
            std::string::npos);
  EXPECT_EQ(stage.world.store.tables.callers_by_id.size(), 1u);
  EXPECT_TRUE(stage.world.store.tables.journal.empty());
}

TEST(Api, AClosedAccountDoesNotSkipItsWayBack) {
  FrontStage stage;
  const std::string anna = "/v1/callers/" + sample_caller().id.text();
  ASSERT_EQ(stage.api("PATCH", anna, R"({"stage":"closed"})").status, 200);
  EXPECT_EQ(not_a_problem(stage.api("POST", anna + "/skip"), 409), "");
  EXPECT_EQ(json_of(stage.api("GET", anna))["stage"], "closed");
}

TEST(Api, ANumberCannotBeChangedToTheLinesOwn) {
  FrontStage stage;
  const std::string anna = "/v1/callers/" + sample_caller().id.text();
  EXPECT_EQ(not_a_problem(stage.api("PATCH", anna, R"({"number":"+41780000000"})"), 422), "");
  EXPECT_EQ(json_of(stage.api("GET", anna))["number"], "+41780000001");
}

TEST(Api, AChannelThatIsLeftOutStaysAndNullTakesItAway) {
  FrontStage stage;
  const std::string anna = "/v1/callers/" + sample_caller().id.text();
  const auto chat = [&](const std::string& channels) {
    return json_of(stage.api("PATCH", anna,
                             R"({"channels":)" + channels + "}"))["channels"]["telegram_chat_id"];
  };
  EXPECT_EQ(chat("{}"), "1000001");
  EXPECT_TRUE(chat(R"({"telegram_chat_id":null})").is_null());
}

// By any door: otherwise somebody is rung and asked once more what they have answered.
TEST(Api, WhoIsOnboardedIsNotOnboardedAgain) {
  FrontStage stage;
  const std::string anna = "/v1/callers/" + sample_caller().id.text();
  const auto planned = stage.api("POST", anna + "/onboarding");
  ASSERT_EQ(planned.status, 202);
  const std::string outreach = "/v1/outreaches/" + json_of(planned)["id"].get<std::string>();
  const std::string plan = json_of(planned)["plan"];
  const std::string scene = json_of(planned)["scene"];
  ASSERT_EQ(stage.api("PATCH", anna, R"({"stage":"onboarded"})").status, 200);
  ASSERT_EQ(json_of(stage.api("GET", outreach))["state"], "cancelled");
  for (const auto& [path, body] : std::vector<std::pair<std::string, std::string>>{
           {anna + "/onboarding", ""},
           {anna + "/outreaches", R"({"plan":")" + plan + "\"}"},
           {anna + "/outreaches", R"({"scene":")" + scene + "\"}"},
           {outreach + "/retry", ""}}) {
    const auto answer = stage.api("POST", path, body);
    EXPECT_EQ(not_a_problem(answer, 409), "") << path << body;
    EXPECT_EQ(json_of(answer)["detail"], "stage: the caller is onboarded already") << path << body;
  }
}

TEST(Api, AChatThatTelegramCannotHaveIs422AndNotKept) {
  FrontStage stage;
  const std::string anna = "/v1/callers/" + sample_caller().id.text();
  for (const char* chat : {"\"not a chat\"", "\"@anna_public\"", "0", "\"7.5\""}) {
    SCOPED_TRACE(chat);
    const auto answer =
        stage.api("PATCH", anna, std::string(R"({"channels":{"telegram_chat_id":)") + chat + "}}");
    EXPECT_EQ(not_a_problem(answer, 422), "");
    EXPECT_EQ(
        json_of(answer)["detail"],
        "channels.telegram_chat_id: write the id of a chat that has started your bot: a whole "
        "number such as 123456789");
  }
  EXPECT_EQ(json_of(stage.api("GET", anna))["channels"]["telegram_chat_id"], "1000001");
}

TEST(Api, ARegisteredCallerIsShownAsItWasSent) {
  FrontStage stage;
  const auto answer = stage.api("POST", "/v1/callers",
                                R"({"number":"+41780000002","name":"Bea","context":{"plan":"gold",)"
                                R"("visits":3},"channels":{"telegram_chat_id":77},)"
                                R"("consent":{"voice":true}})");
  ASSERT_EQ(answer.status, 201);
  const auto shown = json_of(answer);
  EXPECT_EQ(shown["number"], "+41780000002");
  EXPECT_EQ(shown["stage"], "new");
  EXPECT_EQ(shown["context"], (nlohmann::json{{"plan", "gold"}, {"visits", "3"}}));
  EXPECT_EQ(shown["channels"]["telegram_chat_id"], "77");
  EXPECT_EQ(shown["consent"]["voice"], true);
  EXPECT_EQ(shown["consent"]["text"], false) << "absent consent is consent not given";
  const auto again = stage.api("GET", "/v1/callers/" + shown["id"].get<std::string>());
  EXPECT_EQ(json_of(again), shown);
}

}  // namespace
}  // namespace pl::http
