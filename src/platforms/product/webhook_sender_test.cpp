#include "platforms/product/webhook_sender.h"

#include <gtest/gtest.h>

#include <optional>

#include "platforms/fake_http_client_test.h"
#include "platforms/stopped_clock_test.h"
#include "wire/standard_webhooks.h"

namespace pl::platforms {
namespace {

const std::string kSecretNow = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const std::string kSecretBefore = "whsec_dGhlIHByZXZpb3VzIGtleSBvZiB0aGlzIHBsYWNlISE=";
const core::DeliveryId kEvent = *core::DeliveryId::parse("msg_01jd3v7w8x9yzabcdefghjkmnp");
const std::string kHook = "https://product.test/hook?token=in-the-url";
const std::string kPosted = R"({"type":"call.ended"})";

struct WebhookSenderTest : ::testing::Test {
  std::string post(net::Reach reach = net::Reach::kPublicOnly) {
    std::optional<ports::EventResult> result;
    WebhookSender sender(http, clock, reach);
    sender.post({kEvent, kHook, {kSecretNow, kSecretBefore}, kPosted},
                [&](ports::EventResult given) {
                  EXPECT_FALSE(result) << "completed twice";
                  result = std::move(given);
                });
    if (!result) return "nothing";
    const auto* not_taken = std::get_if<ports::EventNotTaken>(&*result);
    if (not_taken == nullptr) return "taken";
    return (not_taken->gone ? "gone: " : "not taken: ") + not_taken->why;
  }

  bool is_proved_by(const std::string& text) const {
    const auto secret = wire::WebhookSecret::read(text);
    const auto header = [&](std::string_view name) {
      return std::string(net::find_header(http.asked.at(0).headers, name).value_or(""));
    };
    const wire::WebhookProof proof{header(wire::kWebhookId), header(wire::kWebhookTimestamp),
                                   header(wire::kWebhookSignature)};
    return wire::verify_webhook(proof, http.asked[0].body, std::vector{*secret}, clock.now());
  }

  StoppedClock clock;
  FakeHttpClient http;
};

TEST_F(WebhookSenderTest, PostsTheBodyOnceWithinTenSecondsAndReadsLittleOfTheAnswer) {
  http.answer(204, "");
  EXPECT_EQ(post(), "taken");
  ASSERT_EQ(http.asked.size(), 1U);
  const net::ClientRequest& request = http.asked[0];
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.url, kHook);
  EXPECT_EQ(request.body, kPosted);
  EXPECT_EQ(net::find_header(request.headers, "content-type"), "application/json");
  EXPECT_EQ(request.total_time, std::chrono::seconds(10));
  EXPECT_EQ(request.answer_bytes, 64U * 1024);
}

TEST_F(WebhookSenderTest, GoesToPublicAddressesAloneUnlessItIsToldOtherwise) {
  for (const net::Reach reach : {net::Reach::kPublicOnly, net::Reach::kAnywhere}) {
    http.answer(200, "");
    post(reach);
    EXPECT_EQ(http.asked.back().reach, reach);
  }
}

TEST_F(WebhookSenderTest, IsProvedByBothSecretsUnderTheNameOfTheEvent) {
  http.answer(200, "");
  post();
  EXPECT_EQ(net::find_header(http.asked[0].headers, wire::kWebhookId), kEvent.text());
  EXPECT_TRUE(is_proved_by(kSecretNow));
  EXPECT_TRUE(is_proved_by(kSecretBefore));
  EXPECT_FALSE(is_proved_by("whsec_a2tra2tra2tra2tra2tra2tra2tra2tr"));
  EXPECT_EQ(http.asked[0].body.find("whsec_"), std::string::npos);
}

TEST_F(WebhookSenderTest, TakesNothingBut2xxForTakenAnd410ForGone) {
  for (const int status : {200, 201, 202, 204, 299}) {
    http.answer(status, "");
    EXPECT_EQ(post(), "taken") << status;
  }
  for (const int status : {100, 199, 300, 301, 302, 307, 400, 404, 409, 411, 429, 500, 503}) {
    http.answer(status, "", {{"Location", "http://127.0.0.1/"}});
    EXPECT_EQ(post(), "not taken: it answered " + std::to_string(status));
  }
  http.answer(410, "");
  EXPECT_EQ(post(), "gone: it answered 410");
  EXPECT_EQ(http.asked.size(), 5U + 13U + 1U) << "a redirect leads nowhere";
}

TEST_F(WebhookSenderTest, KeepsNothingPersonalOfWhyNobodyAnswered) {
  http.answer_error(Code::kUnavailable, "request to product.test: it said +41780000001 is Anna's");
  const std::string why = post();
  EXPECT_EQ(why.find("not taken: request to product.test"), 0U) << why;
  EXPECT_EQ(why.find("41780000001"), std::string::npos) << why;
  EXPECT_EQ(why.find("in-the-url"), std::string::npos) << why;
  http.answer(500, "the token in-the-url is Anna's");
  EXPECT_EQ(post(), "not taken: it answered 500") << "what it said is nobody's business";
}

}  // namespace
}  // namespace pl::platforms
