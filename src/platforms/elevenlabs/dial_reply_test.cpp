#include "platforms/elevenlabs/dial_reply.h"

#include <gtest/gtest.h>

#include "platforms/elevenlabs/examples_test.h"

namespace pl::platforms {
namespace {

const UtcTime kNow = *parse_utc("2026-11-22T11:49:00Z");

std::string show(const DialReply& reply) {
  if (const auto* placed = std::get_if<DialPlaced>(&reply)) {
    return "placed " + placed->conversation.text + " " +
           (placed->call_sid ? placed->call_sid->text : "-");
  }
  if (const auto* number = std::get_if<DialRefusedNumber>(&reply)) {
    return "number refused: " + number->why;
  }
  if (const auto* us = std::get_if<DialRefusedUs>(&reply)) {
    return "we are refused" + std::string(us->rate_limited ? ", too fast" : "") +
           (us->retry_after ? ", wait " + format_duration(*us->retry_after) : "") + ": " + us->why;
  }
  return "unknown: " + std::get<DialUnknown>(reply).why;
}

struct DialCase {
  int status;
  std::string body;
  std::string shown;
};

void expect(const std::vector<DialCase>& cases) {
  for (const DialCase& c : cases) {
    SCOPED_TRACE(std::to_string(c.status) + " " + c.body);
    EXPECT_EQ(show(read_dial_reply(c.status, std::nullopt, c.body, kNow)), c.shown);
  }
}

TEST(ReadDialReply, IsPlacedOnlyWithSuccessAndAConversation) {
  expect({
      {200, examples::kPlaced, "placed conv_4701kd2m8q CA0123456789abcdef0123456789abcdef"},
      {201, R"({"success":true,"conversation_id":"c1"})", "placed c1 -"},
      {200, R"({"success":true,"conversation_id":"c1","callSid":7})", "placed c1 -"},
      {200, R"({"success":true,"conversation_id":"c1","callSid":null})", "placed c1 -"},
  });
}

TEST(ReadDialReply, RefusesTheNumberOnlyWhenThePlatformSaysSo) {
  expect({
      {200, R"({"success":false,"message":"Call to +41780000001 failed","conversation_id":null})",
       "number refused: Call to +# failed"},
      {200, R"({"success":false})", "number refused: refused without a reason"},
      {422, examples::kValidationError,
       "number refused: HTTP 422: body: to_number: Value error, no such number"},
      {400, R"({"detail":{"code":"invalid_request","param":"to_number","message":"No."}})",
       "number refused: HTTP 400: invalid_request: to_number: No."},
      {400, R"({"detail":"to_number is not E.164"})",
       "number refused: HTTP 400: to_number is not E.164"},
  });
}

TEST(ReadDialReply, TakesOtherClientErrorsAsAboutUs) {
  expect({
      {400, R"({"detail":{"status":"bad","message":"agent_id unknown"}})",
       "we are refused: HTTP 400: bad: agent_id unknown"},
      {401, R"({"detail":{"code":"invalid_api_key","message":"Invalid API key"}})",
       "we are refused: HTTP 401: invalid_api_key: Invalid API key"},
      {403, R"({"detail":"to_number"})", "we are refused: HTTP 403: to_number"},
      {404, "", "we are refused: HTTP 404"},
      {422, R"({"detail":[{"loc":["body","agent_id"],"msg":"Field required","type":"missing"}]})",
       "we are refused: HTTP 422: body: agent_id: Field required"},
      {429, R"({"detail":{"status":"system_busy"}})",
       "we are refused, too fast: HTTP 429: system_busy"},
  });
}

TEST(ReadDialReply, IsUnknownForEverythingElse) {
  expect({
      {200, "", "unknown: HTTP 200: not JSON at byte 1"},
      {200, "<html>+41780000001</html>", "unknown: HTTP 200: not JSON at byte 1"},
      {200, "[]", "unknown: HTTP 200 without a readable `success`"},
      {200, "{}", "unknown: HTTP 200 without a readable `success`"},
      {200, R"({"success":"true","conversation_id":"c"})",
       "unknown: HTTP 200 without a readable `success`"},
      {200, R"({"success":true})", "unknown: HTTP 200: /conversation_id is missing"},
      {200, R"({"success":true,"conversation_id":null})",
       "unknown: HTTP 200: /conversation_id is missing"},
      {200, R"({"success":true,"conversation_id":""})",
       "unknown: HTTP 200: /conversation_id is empty"},
      {200, R"({"success":true,"success":true,"conversation_id":"c"})",
       "unknown: HTTP 200: /success is there twice"},
      {204, "", "unknown: HTTP 204: not JSON at byte 1"},
      {302, "", "unknown: HTTP 302"},
      {408, "", "unknown: HTTP 408"},
      {409, R"({"detail":"to_number is busy"})", "unknown: HTTP 409: to_number is busy"},
      {500, R"({"detail":"Internal"})", "unknown: HTTP 500: Internal"},
      {503, "", "unknown: HTTP 503"},
      {100, "", "unknown: HTTP 100"},
      {0, "", "unknown: HTTP 0"},
  });
}

TEST(ReadDialReply, WaitsAsLongAsA429SaysAndNoOther) {
  EXPECT_EQ(show(read_dial_reply(429, "60", "", kNow)),
            "we are refused, too fast, wait 1m: HTTP 429");
  EXPECT_EQ(show(read_dial_reply(429, "86400", "", kNow)),
            "we are refused, too fast, wait 15m: HTTP 429");
  EXPECT_EQ(show(read_dial_reply(429, "Sun, 22 Nov 2026 11:49:10 GMT", "", kNow)),
            "we are refused, too fast, wait 10s: HTTP 429");
  EXPECT_EQ(show(read_dial_reply(429, "-5", "", kNow)), "we are refused, too fast: HTTP 429");
  EXPECT_EQ(show(read_dial_reply(403, "60", "", kNow)), "we are refused: HTTP 403");
}

}  // namespace
}  // namespace pl::platforms
