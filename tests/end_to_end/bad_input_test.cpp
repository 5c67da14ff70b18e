// What must not be accepted, over real HTTP: each with its status, and with proof that nothing
// changed.
#include <gtest/gtest.h>

#include "stage.h"

namespace pl::testing {
namespace {

// Anna is onboarded; nothing is under way.
class BadInput : public ::testing::Test {
 protected:
  BadInput() {
    anna_ = stage_.register_caller("+41780000001", "Anna",
                                   {{"stage", "onboarded"},
                                    {"profile",
                                     {{"occupation", "teacher"},
                                      {"personality_type", "introvert"},
                                      {"timezone", "Europe/Zurich"}}}});
    before_ = stage_.caller(anna_);
    journal_ = stage_.journal();
  }
  ~BadInput() override {
    EXPECT_EQ(stage_.caller(anna_), before_);
    EXPECT_EQ(stage_.journal(), journal_);
    EXPECT_EQ(stage_.rings(), 0u);
  }

  Answer tool(const std::string& name, const Json& body) {
    const net::Header secret{"X-Partyline-Secret", stage_.settings().secrets.tools.front()};
    return stage_.send("POST", "/elevenlabs/tools/" + name, {secret}, body.dump());
  }

  Stage stage_;
  std::string anna_;
  Json before_;
  std::vector<Json> journal_;
};

TEST_F(BadInput, EveryApiRouteRefusesIt) {
  const std::string one = "/v1/callers/" + anna_;
  const std::string nobody = "/v1/callers/clr_00000000000000000000000000";
  const std::string nothing = "/v1/outreaches/out_00000000000000000000000000";
  const std::string long_text(70'000, 'x');
  struct Case {
    int status;
    std::string method;
    std::string path;
    std::string body;
  };
  const std::vector<Case> cases{
      {400, "POST", "/v1/callers", "{"},
      {400, "POST", "/v1/callers", "[1]"},
      {400, "POST", "/v1/callers", R"({"number":41780000002})"},
      {400, "POST", "/v1/callers", R"({"number":"+41780000002","stages":"new"})"},
      {400, "POST", "/v1/callers", R"({"number":"+41780000002","id":"clr_x"})"},
      {400, "POST", "/v1/callers", R"({"number":"+41780000002","opted_out_at":null})"},
      {400, "POST", "/v1/callers", R"({"number":"+41780000002","number":"+41780000003"})"},
      {413, "POST", "/v1/callers", R"({"name":")" + long_text + "\"}"},
      {422, "POST", "/v1/callers", ""},
      {422, "POST", "/v1/callers", R"({"number":"12"})"},
      {422, "POST", "/v1/callers", R"({"number":"+41780000000"})"},
      {404, "POST", "/v1/callers", R"({"number":"+41780000002","line":"other"})"},
      {422, "POST", "/v1/callers", R"({"number":"+41780000002","timezone":"Mars/Base"})"},
      {422, "POST", "/v1/callers", R"({"number":"+41780000002","stage":"onboarding"})"},
      {422, "POST", "/v1/callers", R"({"number":"+41780000002","profile":{"intensity":9}})"},
      {422, "POST", "/v1/callers", R"({"number":"+41780000002","context":{"a b":"c"}})"},
      {409, "POST", "/v1/callers", R"({"number":"+41780000001"})"},
      {400, "GET", "/v1/callers?number=", ""},
      {400, "GET", "/v1/callers?number=%zz", ""},
      {422, "GET", "/v1/callers?number=abc", ""},
      {404, "GET", "/v1/callers?number=%2B41780000099", ""},
      {404, "GET", nobody, ""},
      {404, "GET", "/v1/callers/" + std::string(2000, 'a'), ""},
      {405, "DELETE", "/v1/calls", ""},
      {400, "PATCH", one, "{"},
      {400, "PATCH", one, R"({"nam":"Bea"})"},
      {400, "PATCH", one, R"({"name":7})"},
      {400, "PATCH", one, R"({"profile":{"occupation":null}})"},
      {400, "PATCH", one, R"({"consent":{"voice":"yes"}})"},
      {413, "PATCH", one, R"({"name":")" + long_text + "\"}"},
      {422, "PATCH", one, R"({"name":"Bea","timezone":"Nowhere"})"},
      {422, "PATCH", one, R"({"name":"Bea","line":"other"})"},
      {422, "PATCH", one, R"({"name":"Bea","stage":"happy"})"},
      {422, "PATCH", one, R"({"name":"Bea","profile":{"pacing_weeks":5}})"},
      {409, "PATCH", one, R"({"name":"Bea","stage":"new"})"},
      {404, "PATCH", nobody, "{}"},
      {409, "POST", one + "/skip", ""},
      {404, "POST", nobody + "/skip", ""},
      {404, "POST", nobody + "/opt-out", ""},
      {404, "POST", nobody + "/opt-in", ""},
      {404, "POST", nobody + "/onboarding", ""},
      {400, "POST", one + "/onboarding", R"({"plan":"handoff"})"},
      {400, "POST", one + "/onboarding", R"({"not_before":"soon"})"},
      {400, "POST", one + "/outreaches", ""},
      {400, "POST", one + "/outreaches", R"({"plan":7})"},
      {400, "POST", one + "/outreaches", R"({"plan":"check-in","deadline":"2026"})"},
      {400, "POST", one + "/outreaches", R"({"plan":"check-in","variables":{"a":1}})"},
      {400, "POST", one + "/outreaches", R"({"plan":"check-in","scene":"returning"})"},
      {400, "POST", one + "/outreaches", R"({"plan":"check-in","opening":["Hi"]})"},
      {422, "POST", one + "/outreaches", R"({"plan":"nonsense"})"},
      {422, "POST", one + "/outreaches", R"({"scene":"stranger"})"},
      {422, "POST", one + "/outreaches", R"({"plan":"check-in","opening":"{{nonsense}}"})"},
      {422, "POST", one + "/outreaches",
       R"({"plan":"check-in","deadline":"2020-01-01T00:00:00Z"})"},
      {413, "POST", one + "/outreaches", R"({"plan":")" + long_text + "\"}"},
      {404, "POST", nobody + "/outreaches", R"({"plan":"check-in"})"},
      {404, "GET", nothing, ""},
      {404, "POST", nothing + "/cancel", ""},
      {404, "POST", nothing + "/retry", ""},
      {404, "GET", "/v1/calls/call_00000000000000000000000000", ""},
      {404, "GET", "/v1/calls/nonsense", ""},
      {400, "GET", "/v1/calls?limit=1000", ""},
      {400, "GET", "/v1/calls?state=maybe", ""},
      {400, "GET", "/v1/calls?caller=anna", ""},
      {404, "GET", "/v1/route?line=other", ""},
      {404, "POST", "/v1/attention/att_00000000000000000000000000/resolve", ""},
      {400, "GET", "/v1/journal?after=x", ""},
      {405, "PUT", one, "{}"},
      {404, "GET", "/v1/", ""},
      {404, "GET", "/v1/nonsense", ""},
  };
  for (const Case& tested : cases) {
    SCOPED_TRACE(tested.method + " " + tested.path.substr(0, 80) + " " + tested.body.substr(0, 80));
    const Answer answer = stage_.api(tested.method, tested.path, tested.body);
    EXPECT_EQ(answer.status, tested.status) << answer.body;
    if (answer.status == 413) continue;  // said before the routes are known
    EXPECT_EQ(answer.content_type, "application/problem+json");
    EXPECT_EQ(answer.json().value("status", 0), tested.status);
  }
}

TEST_F(BadInput, EveryApiRouteRefusesAWrongBearer) {
  const std::string one = "/v1/callers/" + anna_;
  for (const auto& [method, path] :
       std::vector<std::pair<std::string, std::string>>{{"POST", "/v1/callers"},
                                                        {"GET", one},
                                                        {"PATCH", one},
                                                        {"POST", one + "/skip"},
                                                        {"POST", one + "/opt-out"},
                                                        {"POST", one + "/outreaches"},
                                                        {"GET", "/v1/calls"},
                                                        {"GET", "/v1/journal"},
                                                        {"GET", "/v1/lines"}}) {
    for (const std::string& bearer : {std::string(), std::string("Bearer x"),
                                      "Bearer " + stage_.settings().secrets.tools.front(),
                                      "Bearer " + stage_.api_key() + "0"}) {
      const Answer answer =
          stage_.send(method, path, {{"Authorization", bearer}}, R"({"name":"Bea"})");
      // Who goes on guessing is told to wait.
      EXPECT_TRUE(answer.status == 401 || answer.status == 429) << method << " " << path;
    }
  }
}

TEST_F(BadInput, WebhooksWithoutTheirProofChangeNothing) {
  const std::string event = R"({"type":"post_call_transcription","event_timestamp":1,"data":{}})";
  EXPECT_EQ(stage_.send("POST", "/elevenlabs/events", {}, event).status, 401);
  EXPECT_EQ(stage_
                .send("POST", "/elevenlabs/events",
                      {{"ElevenLabs-Signature", "t=1,v0=" + std::string(64, 'a')}}, event)
                .status,
            401);
  EXPECT_EQ(stage_.send("POST", "/elevenlabs/tools/complete_onboarding", {}, "{}").status, 401);
  EXPECT_EQ(stage_
                .send("POST", "/elevenlabs/initiation", {{"X-Partyline-Secret", "guess"}},
                      R"({"agent_id":"agent_other","called_number":"+41780000000"})")
                .status,
            401);
}

// Nothing is read by its path: what is served lies in the program.
TEST_F(BadInput, PathsLeadToNoFile) {
  for (const std::string& path :
       {std::string("/etc/passwd"), std::string("/../../../../etc/passwd"),
        std::string("/..%2f..%2f..%2fetc%2fpasswd"), std::string("/%2e%2e/%2e%2e/etc/passwd"),
        std::string("/%c0%ae%c0%ae/etc/passwd"), std::string("/..\\..\\etc\\passwd"),
        std::string("/openapi.json/../../etc/passwd"), std::string("/openapi.json%00.txt"),
        std::string("/v1/../../etc/passwd"), std::string("//etc/passwd"),
        std::string("/file:///etc/passwd"), "/" + stage_.database(),
        "/" + stage_.database() + ".key", std::string("/partyline.db"), std::string("/.env"),
        std::string("/.git/config"), std::string("/static/../partyline.db")}) {
    SCOPED_TRACE(path);
    const net::Header bearer{"Authorization", "Bearer " + stage_.api_key()};
    const Answer answer = stage_.send("GET", path, {bearer});
    EXPECT_TRUE(answer.status == 404 || answer.status == 400) << answer.status;
    EXPECT_EQ(answer.body.find("root:"), std::string::npos);
    EXPECT_EQ(answer.body.find("SQLite"), std::string::npos);
  }
}

TEST_F(BadInput, BodiesBeyondTheirDoorsLimitAre413ButForThePlatform) {
  const std::string secret = stage_.settings().secrets.initiation.front();
  const std::string tools = stage_.settings().secrets.tools.front();
  const std::string body(1024 * 1024, ' ');
  const auto status = [&](const std::string& path, const std::string& shown) {
    return stage_.send("POST", path, {{"X-Partyline-Secret", shown}}, body).status;
  };
  for (const auto& [path, proof] : {std::pair{"/elevenlabs/initiation", secret},
                                    std::pair{"/elevenlabs/tools/collect_profile", tools}}) {
    EXPECT_EQ(status(path, proof), 200) << path;
    EXPECT_EQ(status(path, "guess"), 413) << path;
  }
  // Somebody phoned, and met the safe scene.
  EXPECT_EQ(stage_.journal().size(), journal_.size() + 1);
  journal_ = stage_.journal();
}

TEST_F(BadInput, ToolsOfUnknownConversationsSaveNothing) {
  const Json unknown{{"conversation_id", "conv_nobody"},
                     {"partyline_call", "call_00000000000000000000000000"},
                     {"field", "occupation"},
                     {"value", "spy"}};
  for (const char* name : {"collect_profile", "complete_onboarding", "no_such_tool"}) {
    const Answer answer = tool(name, unknown);
    EXPECT_EQ(answer.status, 200) << name;
    EXPECT_EQ(answer.json().value("saved", true), false) << name;
    EXPECT_FALSE(answer.json().value("say", "").empty()) << name;
  }
}

}  // namespace
}  // namespace pl::testing
