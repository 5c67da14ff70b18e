#include "net/http.h"

#include <gtest/gtest.h>

#include "base/percent.h"

namespace pl::net {
namespace {

TEST(FindHeader, IgnoresCaseAndTakesTheFirst) {
  const std::vector<Header> headers = {{"X-Token", "a"}, {"x-token", "b"}};
  EXPECT_EQ(find_header(headers, "x-TOKEN"), "a");
  EXPECT_FALSE(find_header(headers, "X-Toke"));
  EXPECT_FALSE(find_header(headers, ""));
}

TEST(PercentDecode, DecodesOnceAndRefusesWhatIsNotAnEscape) {
  EXPECT_EQ(percent_decode("a%2Fb%2525"), "a/b%25");
  EXPECT_EQ(percent_decode("%00"), std::string(1, '\0'));
  for (const char* bad : {"%", "%4", "a%4", "%zz", "%-1", "%%41"}) {
    SCOPED_TRACE(bad);
    EXPECT_FALSE(percent_decode(bad));
  }
}

TEST(ParseQuery, KeepsOrderRepeatsAndEmptyValues) {
  const auto values = parse_query("b=1&&a=x+y&a=%26%3D&flag&=v&c=1=2");
  ASSERT_TRUE(values);
  std::string shown;
  for (const auto& [name, value] : *values) shown += name + "[" + value + "]";
  EXPECT_EQ(shown, "b[1]a[x y]a[&=]flag[][v]c[1=2]");
  EXPECT_TRUE(parse_query("")->empty());
  EXPECT_EQ(parse_query("a=%2B")->front().value, "+");
}

TEST(ParseQuery, RefusesMalformedEscapes) {
  EXPECT_FALSE(parse_query("a=%4"));
  EXPECT_FALSE(parse_query("%zz=1&b=2"));
}

TEST(PercentEncode, LeavesOnlyUnreservedBytesAndComesBack) {
  EXPECT_EQ(percent_encode("aZ09-._~"), "aZ09-._~");
  EXPECT_EQ(percent_encode("a b/\xC3\xA4+%"), "a%20b%2F%C3%A4%2B%25");
  std::string every;
  for (int c = 0; c < 256; ++c) every += static_cast<char>(c);
  EXPECT_EQ(percent_decode(percent_encode(every)), every);
}

}  // namespace
}  // namespace pl::net
