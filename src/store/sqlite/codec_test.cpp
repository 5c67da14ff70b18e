#include "store/sqlite/codec.h"

#include <gtest/gtest.h>

#include "store/sqlite/enum_text.h"

namespace pl::store {
namespace {

TEST(Codec, WritesBytesThatAreNotUtf8AsReplacement) {
  const std::string json = to_json(std::map<std::string, std::string>{{"a", "x\xff"}});
  EXPECT_EQ(texts_from(json)->at("a"), "x\xef\xbf\xbd");
}

TEST(Codec, ReadsNothingButWhatItWrites) {
  const std::string plan = to_json(core::Plan{});
  ASSERT_TRUE(plan_from(plan));
  const auto changed = [&plan](const std::string& from, const std::string& to) {
    std::string text = plan;
    EXPECT_NE(text.find(from), std::string::npos) << from;
    return text.replace(text.find(from), from.size(), to);
  };
  EXPECT_FALSE(plan_from(""));
  EXPECT_FALSE(plan_from("null"));
  EXPECT_FALSE(plan_from("[]"));
  EXPECT_FALSE(plan_from(plan + "x"));
  EXPECT_FALSE(plan_from(plan.substr(1)));
  EXPECT_FALSE(plan_from(changed("\"ring_s\":25", "\"ring_s\":\"25\"")));
  EXPECT_FALSE(plan_from(changed("\"ring_s\":25", "\"ring_s\":2.5")));
  EXPECT_FALSE(plan_from(changed("\"ring_s\":25", "\"ring_s\":18446744073709551615")));
  EXPECT_FALSE(plan_from(changed("\"ring_s\":25", "\"ring\":25")));
  EXPECT_FALSE(plan_from(changed("\"ring_s\":25", "\"ring_s\":25,\"more\":1")));
  EXPECT_FALSE(plan_from(changed("\"ring_s\":25,", "")));
  EXPECT_FALSE(plan_from(changed("\"then\":\"text\"", "\"then\":\"fax\"")));
  EXPECT_FALSE(plan_from(changed("\"on\":[]", "\"on\":{}")));

  EXPECT_FALSE(texts_from(R"({"a":1})"));
  EXPECT_FALSE(texts_from(R"(["a"])"));
  EXPECT_FALSE(profile_from(R"({"a":1.5})"));
  EXPECT_FALSE(profile_from(R"({"a":null})"));
  EXPECT_FALSE(profile_from(R"({"a":[1]})"));
  EXPECT_FALSE(transcript_from(R"([{"speaker":"agent","text":"hi"}])"));
  EXPECT_FALSE(transcript_from("{}"));
  EXPECT_FALSE(initiation_from("{}"));
}

TEST(EnumText, ReadsEachWordBackAndNoOther) {
  EXPECT_EQ(enum_from<core::Via>(""), core::Via::kNothing);
  EXPECT_EQ(enum_from<core::Via>("text"), core::Via::kText);
  EXPECT_EQ(enum_from<core::Verdict>("unresolved"), core::Verdict::kUnresolved);
  EXPECT_EQ(enum_from<core::Verdict>(""), std::nullopt);
  EXPECT_EQ(enum_from<core::Verdict>("Busy"), std::nullopt);
  EXPECT_EQ(enum_from<core::Direction>("outbound"), core::Direction::kOutbound);
  // The words in the SQL itself.
  EXPECT_EQ(text_of(core::Verdict::kRefusedUs), "refused");
  EXPECT_EQ(text_of(core::OutreachState::kWaiting), "waiting");
  EXPECT_EQ(text_of(core::OutreachState::kTexting), "texting");
  EXPECT_EQ(text_of(core::TextState::kSending), "sending");
}

}  // namespace
}  // namespace pl::store
