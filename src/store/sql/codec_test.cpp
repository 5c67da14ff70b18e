#include "store/sql/codec.h"

#include <gtest/gtest.h>

#include <limits>

#include "store/sql/documents.h"

namespace pl::store {
namespace {

using Texts = std::map<std::string, std::string>;
using List = std::vector<std::string>;
using Transcript = std::vector<core::Turn>;

TEST(Codec, WritesBytesThatAreNotUtf8AsReplacement) {
  const std::string json = to_json(Texts{{"a", "x\xff"}});
  EXPECT_EQ(from_json<Texts>(json)->at("a"), "x\xef\xbf\xbd");
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

  EXPECT_FALSE(plan_from(changed("\"ring_s\":25", "\"ring_s\":25,\"ring_s\":25")));

  EXPECT_FALSE(from_json<Texts>(R"({"a":1})"));
  EXPECT_FALSE(from_json<Texts>(R"({"a":"1","a":"2"})"));
  EXPECT_FALSE(from_json<Texts>(std::string_view("{}\0{}", 5)));
  EXPECT_FALSE(from_json<Texts>("{\"a\":\"\xff\"}"));
  EXPECT_FALSE(from_json<Texts>(R"(["a"])"));
  EXPECT_FALSE(from_json<core::Profile>(R"({"a":1.5})"));
  EXPECT_FALSE(from_json<core::Profile>(R"({"a":null})"));
  EXPECT_FALSE(from_json<core::Profile>(R"({"a":[1]})"));
  EXPECT_FALSE(from_json<Transcript>(R"([{"speaker":"agent","text":"hi"}])"));
  EXPECT_FALSE(from_json<Transcript>("{}"));
  EXPECT_FALSE(from_json<core::Initiation>("{}"));
}

TEST(Codec, ReadsBackWhateverItWrote) {
  const std::string odd =
      std::string("a\0b\x01\x1f\"\\/\x7f", 9) + "\xf0\x9f\x98\x80 of some length";
  core::Initiation initiation;
  initiation.override.prompt = odd;
  initiation.override.voice.stability = 0.1;
  initiation.override.voice.speed = 1.0 / 3;
  initiation.override.tool_ids = {{odd}, {""}};
  initiation.dynamic_variables = {{odd, ""}, {"", odd}};
  const auto read = from_json<core::Initiation>(to_json(initiation));
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->override == initiation.override);
  EXPECT_EQ(read->dynamic_variables, initiation.dynamic_variables);
  const core::Profile profile{{"yes", true},
                              {"least", std::numeric_limits<std::int64_t>::min()},
                              {"text", odd},
                              {"list", std::vector<std::string>{"", odd}}};
  EXPECT_EQ(from_json<core::Profile>(to_json(profile)), profile);
}

TEST(Codec, DepthIsRefusedAndTakesNoStack) {
  EXPECT_FALSE(from_json<List>(std::string(1'000'000, '[')));
  EXPECT_FALSE(from_json<List>(std::string(500'000, '[') + std::string(500'000, ']')));
}

}  // namespace
}  // namespace pl::store
