#include "platforms/twilio/webhooks.h"

#include <gtest/gtest.h>

namespace pl::platforms {
namespace {

using wire::Form;

Result<IncomingSms> incoming(const std::string& body) {
  PL_TRY(const Form form, wire::read_form(body));
  return read_incoming_sms(form);
}

TEST(ReadIncomingSms, TellsWhoWroteWhatToWhom) {
  const auto message = incoming(
      "ToCountry=CH&SmsMessageSid=SM1&NumMedia=0&SmsSid=SM1&SmsStatus=received&Body=Hi+there%21&"
      "To=%2B41780000000&MessagingServiceSid=MG1&NumSegments=1&MessageSid=SM1&AccountSid=AC1&"
      "From=%2B41780000001&ApiVersion=2010-04-01");
  ASSERT_TRUE(message);
  EXPECT_EQ(message->message_sid, "SM1");
  EXPECT_EQ(message->from, "+41780000001");
  EXPECT_EQ(message->to, "+41780000000");
  EXPECT_EQ(message->body, "Hi there!");
  EXPECT_EQ(stop_word(*message), wire::StopWord::kNeither);
}

TEST(ReadIncomingSms, HearsAStopInWhateverFormItComes) {
  struct Case {
    const char* more;
    wire::StopWord word;
  };
  const Case cases[] = {
      {"&Body=STOP", wire::StopWord::kStop},
      {"&Body=STOP&OptOutType=STOP", wire::StopWord::kStop},
      {"&Body=Basta&OptOutType=STOP", wire::StopWord::kStop},
      {"&Body=STOP&OptOutType=START", wire::StopWord::kStop},
      {"&Body=START&OptOutType=STOP", wire::StopWord::kStop},
      {"&Body=START", wire::StopWord::kStart},
      {"&Body=Subito&OptOutType=START", wire::StopWord::kStart},
      {"&Body=INFO&OptOutType=HELP", wire::StopWord::kNeither},
      {"&Body=Hi&OptOutType=", wire::StopWord::kNeither},
      {"&Body=st%FFop", wire::StopWord::kNeither},
      {"", wire::StopWord::kNeither},
  };
  for (const Case& c : cases) {
    const auto message = incoming(std::string("MessageSid=SM1&From=%2B1&To=%2B2") + c.more);
    ASSERT_TRUE(message) << c.more;
    EXPECT_EQ(stop_word(*message), c.word) << c.more;
  }
  EXPECT_EQ(incoming("MessageSid=SM1&From=1&To=2&Body=%FF")->body, "\uFFFD");
}

TEST(ReadIncomingSms, RefusesWhatNamesNobody) {
  struct Case {
    std::string body;
    std::string message;
  };
  const Case cases[] = {
      {"From=1&To=2&Body=x", "MessageSid is missing"},
      {"MessageSid=SM1&To=2&Body=x", "From is missing"},
      {"MessageSid=SM1&From=1&Body=x", "To is missing"},
      {"MessageSid=SM1&From=&To=2", "From is missing"},
      {"MessageSid=SM1&From=1&From=3&To=2", "the form has two values of From"},
      {"MessageSid=SM1&From=" + std::string(257, '1') + "&To=2", "From is longer than 256 bytes"},
  };
  for (const Case& c : cases) {
    const auto message = incoming(c.body);
    ASSERT_FALSE(message) << c.body;
    EXPECT_EQ(message.error().message, c.message);
  }
}

std::string status(const std::string& body) {
  const auto told = read_sms_status(*wire::read_form(body));
  if (!told) return "error: " + told.error().message;
  const std::string sid = told->message_sid;
  switch (told->state) {
    case MessageState::kUnderWay:
      return sid + " is under way";
    case MessageState::kSent:
      return sid + " is sent";
    case MessageState::kDelivered:
      return sid + " is delivered";
    case MessageState::kFailed:
      break;
  }
  return sid + " failed: " + told->failure->why +
         (told->failure->cause == wire::RefusedFor::kAddress ? " (address)" : "");
}

TEST(ReadSmsStatus, TellsHowFarAMessageHasCome) {
  const std::string all =
      "SmsSid=SM1&SmsStatus=sent&MessageStatus=sent&To=%2B41780000001&MessageSid=SM1&"
      "AccountSid=AC1&From=%2B41780000000&ApiVersion=2010-04-01";
  EXPECT_EQ(status(all), "SM1 is sent");
  EXPECT_EQ(status("MessageSid=SM1&MessageStatus=queued"), "SM1 is under way");
  EXPECT_EQ(status("MessageSid=SM1&MessageStatus=delivered"), "SM1 is delivered");
  EXPECT_EQ(status("MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30003"),
            "SM1 failed: Twilio error 30003: undelivered (address)");
  EXPECT_EQ(status("MessageSid=SM1&MessageStatus=failed&ErrorCode=30007"),
            "SM1 failed: Twilio error 30007: failed");
  EXPECT_EQ(status("MessageSid=SM1&MessageStatus=failed"), "SM1 failed: Twilio error: failed");
  EXPECT_EQ(status("MessageSid=SM1&MessageStatus=failed&ErrorCode=%2B41780000001"),
            "SM1 failed: Twilio error: failed");
  EXPECT_EQ(status("MessageStatus=sent"), "error: MessageSid is missing");
  EXPECT_EQ(status("MessageSid=SM1"), "error: MessageStatus is missing");
}

}  // namespace
}  // namespace pl::platforms
