#include "wire/standard_webhooks.h"

#include <gtest/gtest.h>

#include <vector>

namespace pl::wire {
namespace {

// The signatures below were computed with Python's hmac module.
const std::string kCurrentText = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const std::string kPreviousText = "whsec_dGhlIHByZXZpb3VzIGtleSBvZiB0aGlzIHBsYWNlISE=";
const std::string kSentBody = R"({"type":"call.ended","id":"call_1"})";
constexpr std::int64_t kSentAt = 1763812140;
const std::string kByCurrent = "v1,1cUyAJkhoDHqte1xMx1Ftg7uIWhrdefB0S+yweHFnVs=";
const std::string kByPrevious = "v1,wPMo0SdKAwZa+2PxWwJMqLJZFipozkK2TPguwF7KLxk=";

WebhookSecret secret(std::string_view text) {
  return WebhookSecret::read(text).value();
}

const std::vector<WebhookSecret> kCurrentSecret = {secret(kCurrentText)};
const std::vector<WebhookSecret> kBoth = {secret(kCurrentText), secret(kPreviousText)};

UtcTime sent_at(std::int64_t seconds_later, std::int64_t ms = 0) {
  return from_ms((kSentAt + seconds_later) * 1000 + ms);
}

bool verify_sent(const std::string& signature, std::int64_t seconds_later = 0) {
  return verify_webhook({"msg_1", "1763812140", signature}, kSentBody, kCurrentSecret,
                        sent_at(seconds_later));
}

TEST(WebhookSecret, IsReadFromTextAndWrittenBack) {
  for (const std::string& text :
       {kCurrentText, kPreviousText, std::string("whsec_a2tra2tra2tra2tra2tra2tra2tra2tr")}) {
    const auto read = WebhookSecret::read(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->text(), text);
  }
  EXPECT_EQ(secret(kPreviousText).key(), "the previous key of this place!!");
  EXPECT_EQ(WebhookSecret::of(std::vector<std::uint8_t>(24, 'k')).text(),
            "whsec_a2tra2tra2tra2tra2tra2tra2tra2tr");
}

TEST(WebhookSecret, RefusesWhatIsTooShortTooLongOrNoSuchTextAndRepeatsNoneOfIt) {
  const std::string short_by_one = "whsec_a2tra2tra2tra2tra2tra2tra2tra2s=";
  const std::string longest = "whsec_" + std::string(84, 'a') + "aA==";
  const std::string long_by_one = "whsec_" + std::string(84, 'a') + "aaA=";
  EXPECT_TRUE(WebhookSecret::read(longest));
  struct Case {
    std::string text;
    std::string complaint;
  };
  const std::string prefix = "a webhook secret begins with whsec_";
  const std::string base64 = "a webhook secret is whsec_ followed by padded base64";
  const std::string size = "a webhook secret has 24 to 64 bytes, this one ";
  for (const Case& c :
       {Case{"", prefix}, Case{kCurrentText.substr(6), prefix},
        Case{"WHSEC_" + kCurrentText.substr(6), prefix}, Case{" " + kCurrentText, prefix},
        Case{kCurrentText + "\n", base64}, Case{kCurrentText.substr(0, 49), base64},
        Case{"whsec_-_-_", base64}, Case{"whsec_", size + "0"}, Case{short_by_one, size + "23"},
        Case{long_by_one, size + "65"}}) {
    const auto read = WebhookSecret::read(c.text);
    ASSERT_FALSE(read) << c.text;
    EXPECT_EQ(read.error(), (Error{Code::kInvalid, c.complaint})) << c.text;
  }
}

TEST(ProveWebhook, MakesWhatOthersMake) {
  const WebhookProof proof = prove_webhook("msg_1", kSentBody, kCurrentSecret, sent_at(0, 999));
  EXPECT_EQ(proof.id, "msg_1");
  EXPECT_EQ(proof.timestamp, "1763812140");
  EXPECT_EQ(proof.signature, kByCurrent);
  EXPECT_EQ(prove_webhook("msg_1", "x", kCurrentSecret, from_ms(0)).signature,
            "v1,r616NF1NgFyL0JlxIxF+K2Diicgo9zFNT1jQzzoBwjw=");
  EXPECT_EQ(prove_webhook("msg_1", "", kCurrentSecret, sent_at(0)).signature,
            "v1,5cq61JXc7+Wvlo8DQCgeUG2Xe/O2sn81tNdYdgpQnKI=");
  EXPECT_EQ(
      prove_webhook("msg_1", std::string_view("\0\xff\0", 3), kCurrentSecret, sent_at(0)).signature,
      "v1,frIXq15vu90fxVhqpDyrz67VzBy1BaAiLw0jZICUaV4=");
}

TEST(ProveWebhook, TakesTheShortestAndTheLongestKey) {
  const std::vector<WebhookSecret> shortest = {
      WebhookSecret::of(std::vector<std::uint8_t>(24, 'k'))};
  EXPECT_EQ(prove_webhook("msg_1", kSentBody, shortest, sent_at(0)).signature,
            "v1,Z2TWkMLckuxLTLAA8NFzkcaHqzza6Ax7i6JRn1GOPz0=");
  std::vector<std::uint8_t> key;
  for (unsigned byte = 192; byte < 256; ++byte) key.push_back(static_cast<std::uint8_t>(byte));
  const std::vector<WebhookSecret> longest = {WebhookSecret::of(key)};
  EXPECT_EQ(prove_webhook("msg_1", kSentBody, longest, sent_at(0)).signature,
            "v1,7rKekBwtiirYRCNKX8dfH6qUW3R2w4U5y9rmOZXng0c=");
}

TEST(ProveWebhook, SignsWithBothSecretsWhileOneIsReplaced) {
  EXPECT_EQ(prove_webhook("msg_1", kSentBody, kBoth, sent_at(0)).signature,
            kByCurrent + " " + kByPrevious);
}

TEST(VerifyWebhook, AcceptsWhatIsProvenWithEitherSecret) {
  const WebhookProof by_both = prove_webhook("msg_1", kSentBody, kBoth, sent_at(0));
  for (const std::string& known : {kCurrentText, kPreviousText}) {
    EXPECT_TRUE(verify_webhook(by_both, kSentBody, std::vector{secret(known)}, sent_at(0)));
  }
  const WebhookProof by_previous{"msg_1", "1763812140", kByPrevious};
  EXPECT_TRUE(verify_webhook(by_previous, kSentBody, kBoth, sent_at(0)));
  EXPECT_FALSE(verify_webhook(by_previous, kSentBody, kCurrentSecret, sent_at(0)));
  EXPECT_FALSE(verify_webhook(by_previous, kSentBody, {}, sent_at(0)));
}

TEST(VerifyWebhook, PassesOverOtherVersionsAndRefusesEveryOtherSpelling) {
  EXPECT_TRUE(verify_sent("v1a,AAAA v2,x " + kByCurrent));
  EXPECT_TRUE(verify_sent(kByPrevious + "  " + kByCurrent + " "));
  const std::string upper = "V1" + kByCurrent.substr(2);
  const std::string unpadded = kByCurrent.substr(0, kByCurrent.size() - 1);
  const std::string other_version = "v2" + kByCurrent.substr(2);
  for (const std::string& signature :
       {std::string(), std::string("v1,"), kByCurrent.substr(3), kByPrevious, upper, unpadded,
        other_version, kByCurrent + "=", kByCurrent + "," + kByPrevious, "x" + kByCurrent,
        kByCurrent + " " + std::string(1024, 'x')}) {
    EXPECT_FALSE(verify_sent(signature)) << signature;
  }
}

TEST(VerifyWebhook, CoversIdTimestampAndEveryByteOfTheBody) {
  const WebhookProof proof{"msg_1", "1763812140", kByCurrent};
  EXPECT_TRUE(verify_webhook(proof, kSentBody, kCurrentSecret, sent_at(0)));
  EXPECT_FALSE(verify_webhook(proof, kSentBody + " ", kCurrentSecret, sent_at(0)));
  EXPECT_FALSE(verify_webhook({"msg_2", proof.timestamp, kByCurrent}, kSentBody, kCurrentSecret,
                              sent_at(0)));
  EXPECT_FALSE(
      verify_webhook({"msg_1", "1763812141", kByCurrent}, kSentBody, kCurrentSecret, sent_at(0)));
  // The text that is signed is the same, cut elsewhere.
  EXPECT_FALSE(
      verify_webhook({"", "msg_1.1763812140", kByCurrent}, kSentBody, kCurrentSecret, sent_at(0)));
  EXPECT_FALSE(
      verify_webhook({"msg_1.1763812140", "", kByCurrent}, kSentBody, kCurrentSecret, sent_at(0)));
}

TEST(VerifyWebhook, SignsTheTimeAsItWasWritten) {
  const std::string by_current = "v1,VqFW1/BQtT7qtnsK2XFGUETHnxrfdrQ3o+KebyWZfLA=";
  EXPECT_TRUE(
      verify_webhook({"msg_1", "01763812140", by_current}, kSentBody, kCurrentSecret, sent_at(0)));
  for (const char* time : {"", "-1", "+1763812140", " 1763812140", "1763812140.0", "0x69",
                           "9999999999999", "01763812140"}) {
    EXPECT_FALSE(verify_webhook({"msg_1", time, kByCurrent}, kSentBody, kCurrentSecret, sent_at(0)))
        << time;
  }
}

TEST(VerifyWebhook, AcceptsFiveMinutesEitherWay) {
  EXPECT_TRUE(verify_sent(kByCurrent, 300));
  EXPECT_FALSE(verify_sent(kByCurrent, 301));
  EXPECT_TRUE(verify_sent(kByCurrent, -300));
  EXPECT_FALSE(verify_sent(kByCurrent, -301));
}

// From the tests of the standard's own libraries.
TEST(VerifyWebhook, AcceptsTheExampleOfTheStandardsLibraries) {
  const std::vector<WebhookSecret> secrets = {secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")};
  const WebhookProof proof = prove_webhook(
      "msg_p5jXN8AQM9LWM0D4loKWxJek", R"({"test": 2432232314})", secrets, from_ms(1614265330'000));
  EXPECT_EQ(proof.signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

}  // namespace
}  // namespace pl::wire
