// Who gets in: every door with no secret, a wrong one, another door's, and the right one.
#include "http/front.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"
#include "platforms/twilio/signature.h"

namespace pl::http {
namespace {

using namespace pl::testing;

struct Door {
  const char* name;
  std::string path;
  std::string body;
  std::string right;
  std::string previous;
  std::string of_another_door;
};

std::vector<Door> doors() {
  return {{"initiation", "/elevenlabs/initiation", kCallIn, kInitiationSecret,
           "previous-initiation-secret", kToolsSecret},
          {"tool", "/elevenlabs/tools/collect_profile", "{}", kToolsSecret, "previous-tools-secret",
           kInitiationSecret}};
}

TEST(Front, AWebhookWithASecretIsServedOnlyToWhoShowsIt) {
  for (const Door& door : doors()) {
    SCOPED_TRACE(door.name);
    const auto status = [&](std::vector<net::Header> headers) {
      FrontStage stage;
      return stage.serve("POST", door.path, std::move(headers), door.body).status;
    };
    const char* name = "X-Partyline-Secret";
    EXPECT_EQ(status({}), 401);
    EXPECT_EQ(status({{name, ""}}), 401);
    EXPECT_EQ(status({{name, "wrong"}}), 401);
    EXPECT_EQ(status({{name, door.right + "x"}}), 401);
    EXPECT_EQ(status({{name, door.right.substr(1)}}), 401);
    EXPECT_EQ(status({{name, door.of_another_door}}), 401);
    EXPECT_EQ(status({{name, kApiKey}}), 401);
    EXPECT_EQ(status({{"Authorization", "Bearer " + door.right}}), 401);
    EXPECT_EQ(status({{name, door.right}}), 200);
    EXPECT_EQ(status({{"x-partyline-secret", door.right}}), 200) << "header names have no case";
    EXPECT_EQ(status({{name, door.previous}}), 200) << "while secrets rotate";
  }
}

TEST(Front, APostCallWebhookIsServedOnlyWithTheSignatureOfItsBytes) {
  const std::string body = R"({"type":"something_new","data":{}})";
  const auto status = [&](const std::string& header, const std::string& sent) {
    FrontStage stage;
    const auto answer =
        stage.serve("POST", "/elevenlabs/events", {{"ElevenLabs-Signature", header}}, sent);
    EXPECT_EQ(stage.world.store.submitted, answer.status == 200 ? 1 : 0);
    EXPECT_EQ(stage.world.store.tables.inbox.size(), answer.status == 200 ? 1u : 0u);
    return answer.status;
  };
  const auto sign = [&](const std::string& secret) {
    return platforms::sign(body, secret, kSampleNow);
  };
  EXPECT_EQ(status(sign(kEventsSecret), body), 200);
  EXPECT_EQ(status(sign("previous-events-secret"), body), 200);
  EXPECT_EQ(status(sign("another-events-secret"), body), 401);
  EXPECT_EQ(status(sign(kToolsSecret), body), 401);
  EXPECT_EQ(status(sign(kEventsSecret), body + " "), 401) << "a space more";
  EXPECT_EQ(status(sign(kEventsSecret), ""), 401);
  EXPECT_EQ(status("", body), 401);
  EXPECT_EQ(status("t=1770894000,v0=", body), 401);
  EXPECT_EQ(status(sign(kEventsSecret).substr(0, 40), body), 401);
  EXPECT_EQ(status(sign(kEventsSecret) + "," + sign(kEventsSecret), body), 401) << "two times";
}

TEST(Front, WithoutASignatureHeaderNothingIsSubmitted) {
  FrontStage stage;
  EXPECT_EQ(stage.serve("POST", "/elevenlabs/events", {}, R"({"type":"x"})").status, 401);
  EXPECT_EQ(stage.world.store.submitted, 0);
}

TEST(Front, EveryApiRouteWantsTheBearerKey) {
  const std::string caller = sample_caller().id.text();
  const std::vector<std::pair<std::string, std::string>> routes{
      {"POST", "/v1/callers"},
      {"GET", "/v1/callers?number=%2B41780000001"},
      {"GET", "/v1/callers/" + caller},
      {"PATCH", "/v1/callers/" + caller},
      {"POST", "/v1/callers/" + caller + "/skip"},
      {"POST", "/v1/callers/" + caller + "/opt-out"},
      {"POST", "/v1/callers/" + caller + "/opt-in"},
      {"POST", "/v1/callers/" + caller + "/onboarding"},
      {"POST", "/v1/callers/" + caller + "/outreaches"},
      {"GET", "/v1/outreaches/" + sample_id<core::OutreachId>(1).text()},
      {"POST", "/v1/outreaches/" + sample_id<core::OutreachId>(1).text() + "/cancel"},
      {"POST", "/v1/outreaches/" + sample_id<core::OutreachId>(1).text() + "/retry"},
      {"GET", "/v1/calls"},
      {"GET", "/v1/calls/" + sample_id<core::CallId>(1).text()},
      {"GET", "/v1/route?from=%2B41780000001"},
      {"GET", "/v1/attention"},
      {"POST", "/v1/attention/" + sample_id<core::AttentionId>(1).text() + "/resolve"},
      {"GET", "/v1/journal"},
      {"GET", "/v1/lines"},
      {"GET", "/v1/no-such-route"},
  };
  for (const auto& [method, path] : routes) {
    SCOPED_TRACE(method + " " + path);
    FrontStage stage;
    const std::vector<std::string> wrong{"",
                                         "Bearer wrong",
                                         "Bearer ",
                                         "Bearer",
                                         kApiKey,
                                         "bearer" + kApiKey,
                                         "Basic " + kApiKey,
                                         "Bearer " + kApiKey + " ",
                                         "Bearer " + kToolsSecret};
    for (const std::string& header : wrong) {
      const auto answer = stage.serve(method, path, {{"Authorization", header}});
      EXPECT_EQ(not_a_problem(answer, 401), "") << header;
      EXPECT_EQ(net::find_header(answer.headers, "WWW-Authenticate"), "Bearer");
      const bool shows_one = header.starts_with("Bearer ") && header.size() > 7;
      EXPECT_EQ(json_of(answer)["detail"], shows_one ? "nobody has that API key, or it was revoked"
                                                     : "send the header Authorization: Bearer KEY")
          << header;
    }
    EXPECT_EQ(stage.serve(method, path).status, 401);
    EXPECT_EQ(stage.world.store.submitted, 0) << "nobody unknown reaches the store";
    EXPECT_NE(stage.api(method, path).status, 401);
  }
}

TEST(Front, AnEmptySecretLetsNobodyIn) {
  SmallWorld world;
  world.store.immediate = true;
  Front front(world.engine, {""},
              {platforms::elevenlabs_doors(world.engine, {{""}, {""}, {""}}, world.timer.taker())},
              world.timer.taker(), [] { return Health(); });
  const std::string event = R"({"type":"x"})";
  for (const char* path : {"/elevenlabs/initiation", "/elevenlabs/tools/collect_profile",
                           "/elevenlabs/events", "/v1/lines"}) {
    net::Request request{.method = "POST", .path = path};
    request.headers = {{"X-Partyline-Secret", ""},
                       {"Authorization", "Bearer "},
                       {"ElevenLabs-Signature", platforms::sign(event, "", kSampleNow)}};
    request.body = event;
    int status = 0;
    front.serve(std::move(request), [&](const net::Response& answer) { status = answer.status; });
    EXPECT_EQ(status, 401) << path;
  }
}

TEST(Front, HealthNeedsNoKeyAndReadinessTellsWhetherWorkGetsDone) {
  FrontStage stage;
  EXPECT_EQ(stage.serve("GET", "/healthz").status, 200);
  EXPECT_EQ(stage.serve("HEAD", "/healthz").status, 200);
  EXPECT_EQ(stage.serve("GET", "/readyz").body, "ready\n");
  stage.health = {.turns = true, .ready = false, .lines = {"store: away", "stopping: no"}};
  EXPECT_EQ(stage.serve("GET", "/readyz").status, 503);
  EXPECT_EQ(stage.serve("GET", "/readyz").body, "not ready\nstore: away\nstopping: no\n");
  EXPECT_EQ(stage.serve("GET", "/healthz").status, 200);
  stage.health = {.turns = false, .ready = true, .lines = {}};
  EXPECT_EQ(stage.serve("GET", "/healthz").status, 503);
  EXPECT_EQ(stage.serve("GET", "/readyz").status, 200);
}

TEST(Front, WhatDoesNotExistIs404AndAnotherMethodIs405) {
  FrontStage stage;
  for (const char* path : {"/", "/elevenlabs", "/elevenlabs/tools", "/telegram", "/v1", "/v2/calls",
                           "/elevenlabs/initiation/", "/healthz/x", "/../v1/lines"}) {
    EXPECT_EQ(not_a_problem(stage.serve("POST", path), 404), "") << path;
  }
  for (const char* path :
       {"/elevenlabs/initiation", "/elevenlabs/events", "/elevenlabs/tools/collect_profile"}) {
    for (const char* method : {"GET", "PUT", "DELETE", "OPTIONS"}) {
      EXPECT_EQ(not_a_problem(stage.serve(method, path), 405), "") << method << " " << path;
    }
  }
  for (const char* path : {"/healthz", "/readyz", "/openapi.json", "/metrics"}) {
    for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS"}) {
      const auto answer = stage.serve(method, path);
      EXPECT_EQ(not_a_problem(answer, 405), "") << method << " " << path;
      EXPECT_EQ(answer.headers.back().value, "GET, HEAD") << path;
    }
  }
  EXPECT_EQ(stage.world.store.submitted, 0);
}

TEST(Front, NoMethodRepeatsWhatWasSentOrPromisesBrowsersAnything) {
  FrontStage stage;
  const std::vector<net::Header> sent{{"Authorization", "Bearer " + kApiKey},
                                      {"Origin", "https://evil.example"},
                                      {"Access-Control-Request-Method", "DELETE"},
                                      {"X-Planted", "planted"}};
  for (const char* method : {"TRACE", "OPTIONS", "CONNECT", "HEAD", "PROPFIND", "get", ""}) {
    for (const char* path : {"/v1/lines", "/v1/callers", "/elevenlabs/initiation", "/metrics", "/",
                             "/healthz", "/twilio/messages", "/telegram/updates"}) {
      SCOPED_TRACE(std::string(method) + " " + path);
      const auto answer = stage.serve(method, path, sent, "planted");
      const bool is_health =
          std::string_view(path) == "/healthz" || path == std::string("/metrics");
      const bool may_look = std::string_view(method) == "HEAD" && is_health;
      EXPECT_EQ(answer.status == 200, may_look) << answer.status;
      EXPECT_EQ(answer.body.find("planted"), std::string::npos);
      for (const net::Header& header : answer.headers) {
        EXPECT_FALSE(header.name.starts_with("Access-Control")) << header.name;
      }
    }
  }
}

// Whoever resolves another name to our address, or sends a name of their own, gets nothing by it.
TEST(Front, WhoWeAreSaidToBeDecidesNothing) {
  for (const char* host : {"voice.example.com", "evil.example", "127.0.0.1", "localhost:1", ""}) {
    FrontStage stage;
    const std::vector<net::Header> named{{"Host", host}, {"X-Forwarded-Host", host}};
    EXPECT_EQ(stage.serve("GET", "/v1/lines", named).status, 401);
    EXPECT_EQ(stage.serve("GET", "/healthz", named).body, "ok\n");
    const wire::Form form{
        {"MessageSid", "SM9"}, {"From", "+41780000001"}, {"To", "+41780000000"}, {"Body", "hi"}};
    for (const auto& [url, status] : std::vector<std::pair<std::string, int>>{
             {kPublicUrl, 200}, {"https://other.example", 401}}) {
      std::vector<net::Header> headers = named;
      headers.push_back({"X-Twilio-Signature", platforms::twilio_signature(url + "/twilio/messages",
                                                                           form, kTwilioToken)});
      EXPECT_EQ(stage.serve("POST", "/twilio/messages", headers, wire::write_form(form)).status,
                status)
          << "the address that Twilio was given is ours to say: " << host;
    }
  }
}

TEST(Front, EveryDoorHasItsOwnSizeLimit) {
  const FrontStage stage;
  const auto limit = [&](const char* path) { return stage.front.body_limit({.path = path}); };
  net::Request event{.path = "/elevenlabs/events"};
  EXPECT_LE(stage.front.body_limit(event), 16u * 1024) << "who shows no signature is refused";
  event.headers = {{"ElevenLabs-Signature", "t=1,v0=ab"}};
  EXPECT_EQ(stage.front.body_limit(event), 8u * 1024 * 1024);
  const auto limit_with_secret = [&](const char* path) {
    return stage.front.body_limit({.path = path, .headers = {{"X-Partyline-Secret", "s"}}});
  };
  EXPECT_EQ(limit_with_secret("/elevenlabs/tools/collect_profile"), 64u * 1024);
  EXPECT_EQ(limit_with_secret("/elevenlabs/initiation"), 256u * 1024);
  EXPECT_EQ(limit("/v1/callers"), kApiBodyBytes);
  for (const char* path : {"/elevenlabs/initiation", "/", "/healthz", "/elevenlabs/events/x"}) {
    EXPECT_LE(limit(path), 16u * 1024) << path;
  }
}

}  // namespace
}  // namespace pl::http
