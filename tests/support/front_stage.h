// The front door before an engine on the memory store, and visitors who knock at it.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "http/front.h"
#include "platforms/elevenlabs/doors.h"
#include "platforms/elevenlabs/signature.h"
#include "platforms/telegram/doors.h"
#include "platforms/twilio/doors.h"
#include "small_world.h"

namespace pl::testing {

inline const std::string kInitiationSecret = "initiation-secret-1234";
inline const std::string kToolsSecret = "tools-secret-123456789";
inline const std::string kEventsSecret = "events-secret-12345678";
inline const std::string kApiKey = "pl_api-key-1234567890";
inline const std::string kTwilioToken = "twilio-token-1234567890";
inline const std::string kTelegramSecret = "telegram-secret-1234567";
inline const std::string kPublicUrl = "https://voice.example.com";

// What the platform asks when the sample caller phones the sample line.
inline const std::string kCallIn =
    R"({"agent_id":"agent_nikita","caller_id":"+41780000001","called_number":"+41780000000",)"
    R"("call_sid":"CA1"})";

// The sample caller, to the API.
inline const std::string kAnna = "/v1/callers/" + sample_caller().id.text();

struct FrontStage {
  FrontStage();
  ~FrontStage();

  SmallWorld world;
  http::Health health;
  http::Metrics metrics;
  http::Front front{
      world.engine,
      {kApiKey},
      {platforms::elevenlabs_doors(world.engine,
                                   {{kInitiationSecret, "previous-initiation-secret"},
                                    {kToolsSecret, "previous-tools-secret"},
                                    {kEventsSecret, "previous-events-secret"}},
                                   world.timer.taker(), [this] { metrics.safe_scene_spoken(); }),
       platforms::twilio_doors(world.engine, {kPublicUrl, {kTwilioToken, "previous-twilio-token"}}),
       platforms::telegram_doors(world.engine, {kTelegramSecret})},
      world.timer.taker(),
      [this] { return health; },
      {.metrics = &metrics}};

  // What the visitor is answered, exactly once.
  net::Response serve(const std::string& method, const std::string& path,
                      std::vector<net::Header> headers = {}, std::string body = "");

  net::Response api(const std::string& method, const std::string& path, std::string body = "") {
    return serve(method, path, {{"Authorization", "Bearer " + kApiKey}}, std::move(body));
  }

  // Everything that is due now, and what follows from it.
  void pump() {
    world.engine.pump([](const Result<std::optional<UtcTime>>& next) { EXPECT_TRUE(next); });
  }

  net::Response signed_event(const std::string& body, const std::string& secret = kEventsSecret) {
    return serve("POST", "/elevenlabs/events",
                 {{"ElevenLabs-Signature", platforms::sign(body, secret, world.clock.time)}}, body);
  }

  net::Response tool(const std::string& name, const std::string& body,
                     const std::string& secret = kToolsSecret) {
    return serve("POST", "/elevenlabs/tools/" + name, {{"X-Partyline-Secret", secret}}, body);
  }

  net::Response initiation(const std::string& body, const std::string& secret = kInitiationSecret) {
    return serve("POST", "/elevenlabs/initiation", {{"X-Partyline-Secret", secret}}, body);
  }
};

nlohmann::json json_of(const net::Response& response);

// Empty when the response is a problem of RFC 9457 with that status.
std::string not_a_problem(const net::Response& response, int status);

}  // namespace pl::testing
