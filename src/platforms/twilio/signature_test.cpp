#include "platforms/twilio/signature.h"

#include <gtest/gtest.h>

#include <vector>

#include "wire/base64.h"

namespace pl::platforms {
namespace {

using wire::Form;

// The published examples are those of twilio-python's tests (test_request_validator.py); the rest
// was computed with Python's hmac module.
const std::vector<std::string> kPublishedToken = {"12345"};
const std::string kPublishedUrl = "https://mycompany.com/myapp.php?foo=1&bar=2";
const Form kPublishedForm = {{"CallSid", "CA1234567890ABCDE"},
                             {"Digits", "1234"},
                             {"From", "+14158675309"},
                             {"To", "+18005551212"},
                             {"Caller", "+14158675309"}};

const std::string kUrl = "https://line.example.org/twilio/sms";
const Form kForm = {{"Body", "Stop \u00E4 + & \n"},
                    {"From", "+41780000001"},
                    {"MessageSid", "SM1"},
                    {"NumMedia", "0"},
                    {"FromCity", ""}};
const std::string kByTokenA = "vO06XDYrM2PJ+M1+5kr17aWMGfY=";
const std::string kByTokenB = "kjkDJGg4nV8RO/gXrOPPfWiPtkM=";
const std::vector<std::string> kTokens = {"token-a", "token-b"};

TEST(TwilioSignature, IsTheOneThatTwilioPublished) {
  EXPECT_EQ(twilio_signature(kPublishedUrl, kPublishedForm, "12345"),
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  EXPECT_EQ(twilio_signature(kUrl, kForm, "token-a"), kByTokenA);
  EXPECT_EQ(twilio_signature(kUrl, {}, "token-a"), "N/o/xi+l3GzOgr3UlxyjV50naOo=");
}

TEST(TwilioSignature, CountsAFieldThatComesTwiceByItsValues) {
  const std::string expected = "IK+Dwps556ElfBT0I3Rgjkr1wJU=";
  const Form form = {
      {"Sid", "CA123"}, {"SidAccount", "AC123"}, {"Digits", "5678"}, {"Digits", "1234"}};
  EXPECT_EQ(twilio_signature(kPublishedUrl, form, "12345"), expected);
  Form again = form;
  again.push_back({"Digits", "5678"});
  EXPECT_EQ(twilio_signature(kPublishedUrl, again, "12345"), expected);
  again.push_back({"Digits", "9"});
  EXPECT_NE(twilio_signature(kPublishedUrl, again, "12345"), expected);
}

TEST(IsFromTwilio, AcceptsTheCurrentAndThePreviousToken) {
  EXPECT_TRUE(is_from_twilio(kByTokenA, kUrl, kForm, kTokens));
  EXPECT_TRUE(is_from_twilio(kByTokenB, kUrl, kForm, kTokens));
  EXPECT_FALSE(is_from_twilio(kByTokenB, kUrl, kForm, std::vector<std::string>{"token-a"}));
}

TEST(IsFromTwilio, CoversTheUrlAndEveryFieldInAnyOrder) {
  const auto genuine = [](const std::string& url, const Form& form) {
    return is_from_twilio(kByTokenA, url, form, kTokens);
  };
  EXPECT_TRUE(genuine(kUrl, {kForm.rbegin(), kForm.rend()}));
  EXPECT_FALSE(genuine("http://line.example.org/twilio/sms", kForm));
  EXPECT_FALSE(genuine(kUrl + "/", kForm));
  EXPECT_FALSE(genuine(kUrl + "?a=1", kForm));
  EXPECT_FALSE(genuine("https://Line.example.org/twilio/sms", kForm));
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    SCOPED_TRACE(kForm[i].name);
    Form changed = kForm;
    changed[i].value += "x";
    EXPECT_FALSE(genuine(kUrl, changed));
    changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_FALSE(genuine(kUrl, changed));
  }
  Form more = kForm;
  more.push_back({"Extra", "1"});
  EXPECT_FALSE(genuine(kUrl, more));
}

TEST(IsFromTwilio, TriesTheUrlWithAndWithoutAPort) {
  struct Case {
    std::string signature;
    std::string url;
    bool genuine;
  };
  const std::string without = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  const std::string https443 = "kvajT1Ptam85bY51eRf/AJRuM3w=";
  const std::string http80 = "0ZXoZLH/DfblKGATFgpif+LLRf4=";
  const std::string http1234 = "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=";
  const Case cases[] = {
      {without, "https://mycompany.com/myapp.php?foo=1&bar=2", true},
      {without, "https://mycompany.com:1234/myapp.php?foo=1&bar=2", true},
      {https443, "https://mycompany.com/myapp.php?foo=1&bar=2", true},
      {https443, "https://mycompany.com:443/myapp.php?foo=1&bar=2", true},
      {https443, "https://mycompany.com:1234/myapp.php?foo=1&bar=2", false},
      {http80, "http://mycompany.com/myapp.php?foo=1&bar=2", true},
      {http1234, "http://mycompany.com:1234/myapp.php?foo=1&bar=2", true},
      {http1234, "http://mycompany.com/myapp.php?foo=1&bar=2", false},
      {without, "", false},
      {without, "mycompany.com", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(is_from_twilio(c.signature, c.url, kPublishedForm, kPublishedToken), c.genuine)
        << c.signature << " " << c.url;
  }
}

TEST(IsFromTwilio, FindsThePortBehindAnIpAddressAndAName) {
  const std::string with = "qbZVIDAupnv0YAJMs8GvNG7YYQE=";
  const std::string without = "YF+w78RAF3yRjKIUSgHUMyPdVU8=";
  for (const char* url : {"https://[2001:db8::1]:443/t", "https://[2001:db8::1]/t"}) {
    EXPECT_TRUE(is_from_twilio(with, url, kForm, kTokens)) << url;
    EXPECT_TRUE(is_from_twilio(without, url, kForm, kTokens)) << url;
  }
  const std::string named = "rJidCgcyoKdiQIY/1ZnG7FPDsEw=";
  EXPECT_TRUE(is_from_twilio(named, "https://u:p@line.example.org/t", kForm, kTokens));
  EXPECT_TRUE(is_from_twilio(named, "https://u:p@line.example.org:8443/t", kForm, kTokens));
}

TEST(IsFromTwilio, RefusesEverythingElse) {
  for (const std::string& signature :
       {std::string(), std::string("="), kByTokenA.substr(1), kByTokenA + "=", kByTokenA + " ",
        std::string(28, 'A'), std::string(100'000, 'A')}) {
    EXPECT_FALSE(is_from_twilio(signature, kUrl, kForm, kTokens)) << signature.substr(0, 40);
  }
  const std::string with_empty_key = "JPt/jCgfNDzofI4q2tKpFIyKGSs=";
  ASSERT_EQ(twilio_signature(kUrl, kForm, ""), with_empty_key);
  EXPECT_FALSE(is_from_twilio(with_empty_key, kUrl, kForm, std::vector<std::string>{"", ""}));
  EXPECT_FALSE(is_from_twilio(kByTokenA, kUrl, kForm, {}));
}

TEST(ToBase64, IsThatOfRfc4648) {
  struct Case {
    const char* bytes;
    const char* text;
  };
  for (const Case& c : {Case{"", ""}, Case{"f", "Zg=="}, Case{"fo", "Zm8="}, Case{"foo", "Zm9v"},
                        Case{"foobar", "Zm9vYmFy"}, Case{"\xff\xfe\xfd", "//79"}}) {
    EXPECT_EQ(wire::to_base64(c.bytes), c.text);
  }
}

}  // namespace
}  // namespace pl::platforms
