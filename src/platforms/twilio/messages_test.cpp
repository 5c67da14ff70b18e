#include "platforms/twilio/messages.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "platforms/twilio/errors.h"

namespace pl::platforms {
namespace {

TEST(TwilioForm, NamesTheSenderTheTextAndWhereToTellWhatBecameOfIt) {
  OutgoingMessage message{.to = "+41780000001",
                          .from = "+41780000000",
                          .messaging_service_sid = "",
                          .text = "Hi & \u00E4!",
                          .status_callback = "https://line.example.org/twilio/status"};
  EXPECT_EQ(twilio_form(message),
            "To=%2B41780000001&From=%2B41780000000&Body=Hi%20%26%20%C3%A4%21"
            "&StatusCallback=https%3A%2F%2Fline.example.org%2Ftwilio%2Fstatus");
  message.messaging_service_sid = "MG1";
  message.status_callback.clear();
  EXPECT_EQ(twilio_form(message),
            "To=%2B41780000001&MessagingServiceSid=MG1&Body=Hi%20%26%20%C3%A4%21");
}

TEST(TwilioText, CutsWhatTwilioWouldRefuse) {
  EXPECT_EQ(twilio_text("Hi"), "Hi");
  EXPECT_EQ(twilio_text(std::string(1601, 'x')), std::string(1600, 'x'));
  std::string rockets;
  for (int i = 0; i < 801; ++i) rockets += "\U0001F680";
  EXPECT_EQ(code_points(twilio_text(rockets)).size(), 800U);
  EXPECT_EQ(code_points(twilio_text("x" + rockets)).size(), 800U) << "no half of a rocket";
}

TEST(MessageState, KnowsTheWordsOfTwilio) {
  struct SmsCase {
    const char* word;
    MessageState state;
  };
  const SmsCase cases[] = {
      {"accepted", MessageState::kUnderWay},  {"scheduled", MessageState::kUnderWay},
      {"queued", MessageState::kUnderWay},    {"sending", MessageState::kUnderWay},
      {"sent", MessageState::kSent},          {"delivered", MessageState::kDelivered},
      {"read", MessageState::kDelivered},     {"undelivered", MessageState::kFailed},
      {"failed", MessageState::kFailed},      {"canceled", MessageState::kFailed},
      {"partly", MessageState::kUnderWay},    {"", MessageState::kUnderWay},
      {"Delivered", MessageState::kUnderWay},
  };
  for (const SmsCase& c : cases) EXPECT_EQ(message_state(c.word), c.state) << c.word;
}

TEST(CauseOf, IsTheAddressOnlyWhereTwilioSaysSo) {
  for (const int code : {21211, 21612, 21614, 21635, 30003, 30004, 30005, 30006, 30008}) {
    EXPECT_EQ(cause_of(code), wire::RefusedFor::kAddress) << code;
  }
  EXPECT_EQ(cause_of(21610), wire::RefusedFor::kOptOut);
  for (const int code : {0, 20003, 21212, 21408, 21606, 21608, 21617, 30002, 30007, 30034, 99999}) {
    EXPECT_EQ(cause_of(code), wire::RefusedFor::kUs) << code;
  }
}

std::string show_sms(const wire::TextReply& reply) {
  if (const auto* accepted = std::get_if<wire::TextAccepted>(&reply))
    return "accepted " + accepted->id;
  if (const auto* refused = std::get_if<wire::TextRefused>(&reply)) {
    switch (refused->cause) {
      case wire::RefusedFor::kAddress:
        return "address: " + refused->why;
      case wire::RefusedFor::kOptOut:
        return "opted out: " + refused->why;
      case wire::RefusedFor::kUs:
        return "us: " + refused->why;
    }
  }
  if (const auto* later = std::get_if<wire::TextLater>(&reply)) {
    return "in " + format_duration(later->retry_after) + ": " + later->why;
  }
  return "unknown: " + std::get<wire::TextUnknown>(reply).why;
}

std::string refusal(int status, int code, const std::string& message) {
  return R"({"code":)" + std::to_string(code) + R"(,"message":")" + message +
         R"(","more_info":"https://www.twilio.com/docs/errors/)" + std::to_string(code) +
         R"(","status":)" + std::to_string(status) + "}";
}

const std::string kCreated = R"({"sid":"SM1","date_created":"Sun, 22 Nov 2026 11:49:00 +0000",
  "date_updated":"Sun, 22 Nov 2026 11:49:00 +0000","date_sent":null,"account_sid":"AC1",
  "to":"+41780000001","from":"+41780000000","messaging_service_sid":null,"body":"Hi",
  "status":"queued","num_segments":"1","num_media":"0","direction":"outbound-api",
  "api_version":"2010-04-01","price":null,"price_unit":"USD","error_code":null,
  "error_message":null,"uri":"/x","subresource_uris":{"media":"/y"}})";

struct SmsCase {
  int status;
  std::string body;
  std::string shown;
};

void expect(const SmsCase& c, std::optional<std::string_view> retry_after = std::nullopt) {
  SCOPED_TRACE(std::to_string(c.status) + " " + c.body);
  const UtcTime now = *parse_utc("2026-11-22T11:49:00Z");
  EXPECT_EQ(show_sms(read_twilio_reply(c.status, retry_after, c.body, now)), c.shown);
}

TEST(ReadTwilioReply, IsAcceptedWhenTwilioHasTheMessage) {
  expect({201, kCreated, "accepted SM1"});
  expect({200, R"({"sid":"SM1"})", "accepted SM1"});
  expect({201, R"({"sid":"SM1","status":"accepted"})", "accepted SM1"});
  expect({201, R"({"sid":"SM1","status":"failed","error_code":21610,"error_message":"No"})",
          "opted out: Twilio error 21610: No"});
  expect({201, R"({"sid":"SM1","status":"failed","error_code":null})", "us: Twilio error"});
  expect({201, R"({"sid":"SM1","status":5})", "accepted SM1"});
}

TEST(ReadTwilioReply, TellsWhomARefusalIsAbout) {
  expect({400, refusal(400, 21211, "The 'To' number +41780000001 is not a valid phone number."),
          "address: Twilio error 21211: The 'To' number +# is not a valid phone number."});
  expect({400, refusal(400, 21614, "x"), "address: Twilio error 21614: x"});
  expect({400, refusal(400, 21610, "Attempt to send to unsubscribed recipient"),
          "opted out: Twilio error 21610: Attempt to send to unsubscribed recipient"});
  expect({400, refusal(400, 21408, "Permission"), "us: Twilio error 21408: Permission"});
  expect({400, refusal(400, 21212, "x"), "us: Twilio error 21212: x"});
  expect({401, refusal(401, 20003, "Authenticate"), "us: Twilio error 20003: Authenticate"});
  expect({403, refusal(403, 20008, "x"), "us: Twilio error 20008: x"});
  expect({404, refusal(404, 20404, "The requested resource /x was not found"),
          "us: Twilio error 20404: The requested resource /x was not found"});
  expect({400, R"({"code":21211})", "address: Twilio error 21211"});
}

TEST(ReadTwilioReply, ComesBackLaterWhenNothingWasDone) {
  expect({429, refusal(429, 20429, "Too Many Requests"),
          "in 1m: Twilio error 20429: Too Many Requests"});
  expect({429, refusal(429, 20429, "Slow"), "in 7s: Twilio error 20429: Slow"}, "7");
  expect({429, refusal(429, 20429, "Slow"), "in 15m: Twilio error 20429: Slow"}, "99999");
  expect({429, refusal(429, 20429, "Slow"), "in 1m: Twilio error 20429: Slow"}, "soon");
  expect({400, refusal(400, 21611, "Full"), "in 1m: Twilio error 21611: Full"});
}

TEST(ReadTwilioReply, IsUnknownUnlessTwilioItselfSaysWhatItDid) {
  expect({500, refusal(500, 20500, "Internal"), "unknown: Twilio error 20500: Internal"});
  expect({503, refusal(503, 20503, "x"), "unknown: Twilio error 20503: x"});
  expect({408, refusal(408, 20408, "x"), "unknown: Twilio error 20408: x"});
  expect({409, refusal(409, 20409, "x"), "unknown: Twilio error 20409: x"});
  expect({302, refusal(302, 21211, "x"), "unknown: Twilio error 21211: x"});
  expect({502, "<html>", "unknown: HTTP 502: not JSON at byte 1"});
  expect({403, "<html>proxy</html>", "unknown: HTTP 403: not JSON at byte 1"});
  expect({429, "", "unknown: HTTP 429: not JSON at byte 1"});
  expect({400, R"({"message":"x"})", "unknown: HTTP 400 without an error code of Twilio"});
  expect({400, R"({"code":"21211"})", "unknown: HTTP 400 without an error code of Twilio"});
  expect({400, R"({"code":41780000001})", "unknown: HTTP 400 without an error code of Twilio"});
  expect({400, R"({"code":0})", "unknown: HTTP 400 without an error code of Twilio"});
  expect({400, "[]", "unknown: HTTP 400 without an error code of Twilio"});
  expect({201, "{}", "unknown: created, but /sid is missing"});
  expect({201, R"({"sid":""})", "unknown: created, but /sid is empty"});
  expect({201, "", "unknown: HTTP 201: not JSON at byte 1"});
}

}  // namespace
}  // namespace pl::platforms
