#include "engine/lines.h"

#include <gtest/gtest.h>

#include "../../tests/support/sample_line.h"

namespace pl::engine {
namespace {

using namespace std::chrono_literals;

const UtcTime kNoon = testing::kSampleNow;

// The sample line, told apart by what it calls people without a name.
core::Line line(const std::string& version) {
  core::Line made = testing::sample_line();
  made.default_name = version;
  return made;
}

Lines lines(const std::string& version) {
  auto made = Lines::create({line(version)});
  EXPECT_TRUE(made);
  return *std::move(made);
}

const core::LineName kName = testing::sample_line().name;

TEST(Lines, NewCallsMeetWhatWasReadLastAndOldOnesWhatTheyBeganWith) {
  Lines all = lines("first");
  all.replace({line("second")}, kNoon);
  all.replace({line("third")}, kNoon + 1h);
  EXPECT_EQ(all.find(kName)->default_name, "third");
  EXPECT_EQ(all.all().front().default_name, "third");
  EXPECT_EQ(all.answering("", "").default_name, "third");
  EXPECT_EQ((*all.meant(kName))->default_name, "third");

  EXPECT_EQ(all.find(kName, kNoon - 1ms)->default_name, "first");
  EXPECT_EQ(all.find(kName, kNoon)->default_name, "second");
  EXPECT_EQ(all.find(kName, kNoon + 1h - 1ms)->default_name, "second");
  EXPECT_EQ(all.find(kName, kNoon + 1h)->default_name, "third");
}

TEST(Lines, WhoHoldsALineMayGoOnUsingIt) {
  Lines all = lines("first");
  const core::Line& held = all.answering("", "");
  all.replace({line("second")}, kNoon);
  all.replace({line("third")}, kNoon + Lines::kLineKept);
  EXPECT_EQ(held.default_name, "first");
}

TEST(Lines, AreForgottenWhenNoCallCanRememberThem) {
  Lines all = lines("first");
  all.replace({line("second")}, kNoon);
  all.replace({line("third")}, kNoon + Lines::kLineKept + 1ms);
  EXPECT_EQ(all.find(kName, kNoon - 1h)->default_name, "second");
}

TEST(Lines, MayNotLoseOneOfThemselves) {
  core::Line other = line("other");
  other.name = {"other"};
  const Lines all = lines("first");
  EXPECT_TRUE(all.may_become({line("second")}));
  const auto renamed = all.may_become({other});
  ASSERT_FALSE(renamed);
  EXPECT_EQ(renamed.error().message,
            "line \"" + kName.text +
                "\" is gone, or has another name; callers belong to it: restart the server if it "
                "is meant");
  EXPECT_FALSE(all.may_become({}));
  EXPECT_FALSE(all.may_become({line("second"), line("second")}));
}

}  // namespace
}  // namespace pl::engine
