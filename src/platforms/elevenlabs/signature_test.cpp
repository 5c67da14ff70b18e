#include "platforms/elevenlabs/signature.h"

#include <gtest/gtest.h>

#include <vector>

namespace pl::platforms {
namespace {

// The signatures below were computed with Python's hmac module.
const std::string kBody = R"({"type":"post_call_transcription"})";
constexpr std::int64_t kAt = 1763812140;
const std::string kCurrent = "6ca36da3610f0896584bb0e2491fc3025b2160abd9fb5de793410fa7355f443a";
const std::string kPrevious = "550e7a5bec562a872d26f378d4d2feb0611703ef503407f892a3f84ba747f1e1";
const std::vector<std::string> kSecrets = {"wsec_current", "wsec_previous"};

UtcTime at(std::int64_t seconds_later, std::int64_t ms = 0) {
  return from_ms((kAt + seconds_later) * 1000 + ms);
}

Signature verify(const std::string& header, std::int64_t seconds_later = 0) {
  return verify_signature(header, kBody, kSecrets, at(seconds_later));
}

TEST(VerifySignature, AcceptsTheCurrentAndThePreviousSecret) {
  EXPECT_EQ(verify("t=1763812140,v0=" + kCurrent), Signature::kFresh);
  EXPECT_EQ(verify("t=1763812140,v0=" + kPrevious), Signature::kFresh);
  EXPECT_EQ(verify_signature("t=1763812140,v0=" + kPrevious, kBody,
                             std::vector<std::string>{"wsec_current"}, at(0)),
            Signature::kBad);
}

TEST(VerifySignature, ReadsWhatIsHarmlessAndRefusesTheRest) {
  const std::string upper = [] {
    std::string text = kCurrent;
    for (char& c : text) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
  }();
  const std::string zeros(64, '0');
  struct Case {
    std::string header;
    Signature expected;
  };
  const Case cases[] = {
      {"v0=" + kCurrent + ",t=1763812140", Signature::kFresh},
      {" t=1763812140 , v0=" + kCurrent + " ", Signature::kFresh},
      {"t=1763812140,v0=" + upper, Signature::kFresh},
      {"t=1763812140,v1=abc,v0=" + kCurrent, Signature::kFresh},
      {"t=1763812140,v0=" + zeros + ",v0=" + zeros + ",v0=" + zeros + ",v0=" + kCurrent,
       Signature::kFresh},
      {"t=1763812140,v0=" + zeros + ",v0=" + zeros + ",v0=" + zeros + ",v0=" + zeros +
           ",v0=" + kCurrent,
       Signature::kBad},
      {"", Signature::kBad},
      {",", Signature::kBad},
      {"t=1763812140", Signature::kBad},
      {"v0=" + kCurrent, Signature::kBad},
      {"t=,v0=" + kCurrent, Signature::kBad},
      {"t=1763812140,t=1763812140,v0=" + kCurrent, Signature::kBad},
      {"t=+1763812140,v0=" + kCurrent, Signature::kBad},
      {"t=-1763812140,v0=" + kCurrent, Signature::kBad},
      {"t=0x69,v0=" + kCurrent, Signature::kBad},
      {"t=1763812140.0,v0=" + kCurrent, Signature::kBad},
      {"t=9999999999999,v0=" + kCurrent, Signature::kBad},
      {"t=1763812141,v0=" + kCurrent, Signature::kBad},
      {"t=1763812140,v0=" + kCurrent.substr(1), Signature::kBad},
      {"t=1763812140,v0=" + kCurrent + "0", Signature::kBad},
      {"t=1763812140,v0=" + kCurrent + "00", Signature::kBad},
      {"t=1763812140,v0=g" + kCurrent.substr(1), Signature::kBad},
      {"t=1763812140,v0=", Signature::kBad},
      {"t=1763812140,v1=" + kCurrent, Signature::kBad},
      {"t=1763812140;v0=" + kCurrent, Signature::kBad},
      {"t=1763812140,v0=" + kCurrent + "," + std::string(1024, 'x'), Signature::kBad},
  };
  for (const Case& c : cases) EXPECT_EQ(verify(c.header), c.expected) << c.header;
}

TEST(VerifySignature, SignsTheTimeAsItWasWritten) {
  EXPECT_EQ(
      verify("t=01763812140,v0=31d55049b617d2102594d085f93d8e2d2871a5be767e2a27dba8bf33062cdd90"),
      Signature::kFresh);
  EXPECT_EQ(verify("t=01763812140,v0=" + kCurrent), Signature::kBad);
}

TEST(VerifySignature, CallsAGenuineOneStaleAfterFiveMinutesOrAMinuteAhead) {
  const std::string header = "t=1763812140,v0=" + kCurrent;
  EXPECT_EQ(verify(header, 300), Signature::kFresh);
  EXPECT_EQ(verify_signature(header, kBody, kSecrets, at(300, 999)), Signature::kFresh);
  EXPECT_EQ(verify(header, 301), Signature::kStale);
  EXPECT_EQ(verify(header, 1'000'000), Signature::kStale);
  EXPECT_EQ(verify(header, -60), Signature::kFresh);
  EXPECT_EQ(verify(header, -61), Signature::kStale);
  EXPECT_EQ(verify("t=1763812140,v0=" + std::string(64, '0'), 301), Signature::kBad);
}

TEST(VerifySignature, CoversEveryByteOfTheBody) {
  const std::vector<std::string> secrets = {"wsec_current"};
  EXPECT_EQ(verify_signature(
                "t=1763812140,v0=9e4e4fc462cba05a6d77e53bd58aa3e426f1d30e8d4c764f5048d9ac92479e28",
                "", secrets, at(0)),
            Signature::kFresh);
  EXPECT_EQ(verify_signature(
                "t=1763812140,v0=942e530d8587db8cb077945be03bf10870523eb79e9ddcef43f7b7b1e8e2f2d3",
                std::string("\0\xff\0", 3), secrets, at(0)),
            Signature::kFresh);
  EXPECT_EQ(verify_signature("t=1763812140,v0=" + kCurrent, kBody + " ", secrets, at(0)),
            Signature::kBad);
}

TEST(VerifySignature, NeverAcceptsAnEmptySecret) {
  const std::string with_empty_key =
      "t=1763812140,v0=251116f344eb00d3304320cf695db385c47c9934804f7540abc595ab93044996";
  EXPECT_EQ(verify_signature(with_empty_key, kBody, std::vector<std::string>{"", ""}, at(0)),
            Signature::kBad);
  EXPECT_EQ(verify_signature(with_empty_key, kBody, {}, at(0)), Signature::kBad);
}

TEST(Sign, MakesWhatOthersMake) {
  EXPECT_EQ(sign(kBody, "wsec_current", at(0, 999)), "t=1763812140,v0=" + kCurrent);
  EXPECT_EQ(sign("x", std::string(200, 'k'), from_ms(0)),
            "t=0,v0=50ae18bf75ca698bb1dd28580b85e7736ea38c8cd46f3575bd0517707a057274");
}

}  // namespace
}  // namespace pl::platforms
