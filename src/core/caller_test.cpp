#include "core/caller.h"

#include <gtest/gtest.h>

#include <string>

namespace pl::core {
namespace {

TEST(Stage, MovesAlongItsEdgesOnly) {
  struct Case {
    Stage from;
    const char* may_become;  // n o d s c: new, onboarding, onboarded, skipped, closed
  };
  const Case cases[] = {
      {Stage::kNew, "odsc"},   {Stage::kOnboarding, "dsc"}, {Stage::kOnboarded, "c"},
      {Stage::kSkipped, "dc"}, {Stage::kClosed, ""},
  };
  const char letters[] = {'n', 'o', 'd', 's', 'c'};
  for (const Case& c : cases) {
    for (std::size_t i = 0; i < kEvery<Stage>.size(); ++i) {
      SCOPED_TRACE(std::string(text_of(c.from)) + " to " + std::string(text_of(kEvery<Stage>[i])));
      const bool may = std::string(c.may_become).find(letters[i]) != std::string::npos;
      EXPECT_EQ(stage_may_become(c.from, kEvery<Stage>[i]), may);
    }
  }
}

TEST(TelegramChat, IsAWholeNumberOfItsRange) {
  for (const char* id : {"1", "77", "1000001", "-1001234567890", "4503599627370495"}) {
    EXPECT_TRUE(is_telegram_chat(id)) << id;
  }
  for (const char* text : {"", "0", "-", "+77", "77 ", " 77", "7.5", "0x7", "abc", "@operators",
                           "not a chat", "4503599627370496", "99999999999999999999"}) {
    EXPECT_FALSE(is_telegram_chat(text)) << text;
  }
}

TEST(TelegramName, IsAnAtAndWhatTelegramAllows) {
  EXPECT_TRUE(is_telegram_name("@operators"));
  EXPECT_TRUE(is_telegram_name("@five5"));
  EXPECT_TRUE(is_telegram_name("@" + std::string(32, 'a')));
  for (const std::string& text : {std::string("operators"), std::string("@four"), std::string("@"),
                                  std::string("@our operators"), "@" + std::string(33, 'a')}) {
    EXPECT_FALSE(is_telegram_name(text)) << text;
  }
}

TEST(PhoneNumber, IsCanonicalE164) {
  for (const char* text : {"+41780000000", "+12125550100", "+6834000", "+123456789012345"}) {
    const auto number = PhoneNumber::from_e164(text);
    ASSERT_TRUE(number.has_value()) << text;
    EXPECT_EQ(number->e164(), text);
  }
  for (const std::string& text :
       {std::string(""), std::string("+"), std::string("41780000000"), std::string("+041780000000"),
        std::string("+123456"), std::string("+1234567890123456"), std::string("+41 780000000"),
        std::string("+4178000000a"), std::string("+41780000000\n"), std::string("++4178000000"),
        std::string("+4178000\0"
                    "000",
                    12),
        std::string("anonymous"), std::string(1'000'000, '1')}) {
    SCOPED_TRACE(text.substr(0, 40));
    EXPECT_FALSE(PhoneNumber::from_e164(text).has_value());
  }
}

TEST(PhoneNumber, MaskedCannotBeDialled) {
  EXPECT_EQ(PhoneNumber::from_e164("+41780000042")->masked(), "+417***42");
  EXPECT_EQ(PhoneNumber::from_e164("+6834000")->masked(), "+683***00");
  EXPECT_EQ(PhoneNumber::from_e164("+123456789012345")->masked(), "+123***45");
}

}  // namespace
}  // namespace pl::core
