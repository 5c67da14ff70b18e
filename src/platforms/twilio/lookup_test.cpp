#include "platforms/twilio/lookup.h"

#include <gtest/gtest.h>

namespace pl::platforms {
namespace {

const SoughtText kSought{
    .to = "+41780000001", .text = "Hi Anna!", .since = *parse_utc("2026-11-22T11:49:00.500Z")};

struct Listed {
  std::string body = "Hi Anna!";
  std::string status = "queued";
  std::string made = "Sun, 22 Nov 2026 11:49:01 +0000";
  std::string to = "+41780000001";
  std::string direction = "outbound-api";
  std::string error = "null";
  std::string sid = "SM1";
};

std::string sms_page(const std::vector<Listed>& messages, const std::string& next = "null") {
  std::string list;
  for (const Listed& m : messages) {
    list += (list.empty() ? "" : ",") + std::string(R"({"sid":")") + m.sid + R"(","body":")" +
            m.body + R"(","status":")" + m.status + R"(","date_created":")" + m.made +
            R"(","date_sent":null,"to":")" + m.to + R"(","from":null,"direction":")" + m.direction +
            R"(","error_code":)" + m.error + R"(,"error_message":null})";
  }
  return R"({"messages":[)" + list + R"(],"next_page_uri":)" + next + R"(,"page":0})";
}

std::string show(const Found& found) {
  if (const auto* sent = std::get_if<FoundSent>(&found)) {
    switch (sent->state) {
      case MessageState::kUnderWay:
        return sent->id + " is under way";
      case MessageState::kSent:
        return sent->id + " is sent";
      case MessageState::kDelivered:
        return sent->id + " is delivered";
      case MessageState::kFailed:
        return "wrong";
    }
  }
  if (const auto* failed = std::get_if<FoundFailed>(&found)) {
    return failed->id + " failed: " + failed->refused.why;
  }
  if (const auto* unclear = std::get_if<FoundUnclear>(&found)) return "unclear: " + unclear->why;
  return "absent";
}

std::string find(const std::string& body, int status = 200) {
  return show(find_in_twilio_list(status, body, kSought));
}

TEST(TwilioListQuery, AsksForOneNumberAndAllThatIsToldOfIt) {
  EXPECT_EQ(twilio_list_query("+41780000001"), "To=%2B41780000001&PageSize=1000");
}

TEST(FindInTwilioList, FindsOurTextWhateverBecameOfIt) {
  EXPECT_EQ(find(sms_page({{}})), "SM1 is under way");
  EXPECT_EQ(find(sms_page({{.status = "sent"}})), "SM1 is sent");
  EXPECT_EQ(find(sms_page({{.status = "delivered"}})), "SM1 is delivered");
  EXPECT_EQ(find(sms_page({{.status = "undelivered", .error = "30003"}})),
            "SM1 failed: Twilio error 30003");
  EXPECT_EQ(find(sms_page({{.status = "failed"}})), "SM1 failed: Twilio error");
  EXPECT_EQ(find(sms_page({{.body = "Sent from your Twilio trial account - Hi Anna!"}})),
            "SM1 is under way");
  EXPECT_EQ(find(sms_page({{.body = "Hi Anna! "}})), "SM1 is under way");
  EXPECT_EQ(find(sms_page({{}}, R"("/next")")), "SM1 is under way");
}

TEST(FindInTwilioList, PrefersTheOneThatDidNotFail) {
  const Listed failed{.status = "failed", .sid = "SM2"};
  EXPECT_EQ(find(sms_page({failed, {}})), "SM1 is under way");
  EXPECT_EQ(find(sms_page({{}, failed})), "SM1 is under way");
}

TEST(FindInTwilioList, IsAbsentWhenNothingOfThatTimeCanBeIt) {
  EXPECT_EQ(find(sms_page({})), "absent");
  EXPECT_EQ(find(sms_page({{.made = "Sun, 22 Nov 2026 11:47:00 +0000"}})), "absent");
  EXPECT_EQ(find(sms_page({{.made = "Sun, 22 Nov 2026 11:47:01 +0000"}})), "SM1 is under way");
  EXPECT_EQ(find(sms_page({{.to = "+41780000002"}})), "absent");
  EXPECT_EQ(find(sms_page({{.direction = "inbound"}})), "absent");
  EXPECT_EQ(find(sms_page({{.direction = "outbound-reply"}})), "absent");
}

TEST(FindInTwilioList, IsUnclearWhenAnythingMightBeIt) {
  const std::string another = "unclear: another text went to this number at that time";
  EXPECT_EQ(find(sms_page({{.body = "Hi Anna"}})), another);
  EXPECT_EQ(find(sms_page({{.body = ""}})), another) << "bodies may be hidden";
  EXPECT_EQ(find(sms_page({{.made = "yesterday"}})), another);
  EXPECT_EQ(find(sms_page({{.to = ""}})), another);
  EXPECT_EQ(find(sms_page({}, R"("/next")")),
            "unclear: there are more messages to this number than are read");
  EXPECT_EQ(find(sms_page({{.sid = ""}})), "unclear: a message of the list has no sid");
}

TEST(FindInTwilioList, TakesNothingButAListForAnAnswer) {
  const std::string unreadable = "unclear: the list of messages cannot be read";
  EXPECT_EQ(find("{}"), unreadable);
  EXPECT_EQ(find("[]"), unreadable);
  EXPECT_EQ(find(R"({"messages":null})"), unreadable);
  EXPECT_EQ(find(R"({"messages":{}})"), unreadable);
  EXPECT_EQ(find(R"({"messages":[],"next_page_uri":5})"), unreadable);
  EXPECT_EQ(find(""), "unclear: the list of messages: not JSON at byte 1");
  EXPECT_EQ(find(sms_page({{}}), 500), "unclear: the list of messages gave HTTP 500");
  EXPECT_EQ(find(sms_page({}), 401), "unclear: the list of messages gave HTTP 401");
  EXPECT_EQ(find(R"({"messages":[5]})"), "unclear: another text went to this number at that time");
}

}  // namespace
}  // namespace pl::platforms
