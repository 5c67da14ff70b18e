#include "host/phone_numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

namespace pl::host {
namespace {

using core::NumberClass;

TEST(PhoneNumbers, ReadsNumbersAsPeopleWriteThem) {
  struct Case {
    const char* written;
    const char* e164;
    const char* region;
  };
  const Case cases[] = {
      {"+41780000000", "+41780000000", "CH"},        {"+41 78 000 00 01", "+41780000001", "CH"},
      {" +41-78-000-00-02\t", "+41780000002", "CH"}, {"+41 (0)78 000 00 03", "+41780000003", "CH"},
      {"+12125550100", "+12125550100", "US"},        {"+1 (212) 555-0123", "+12125550123", "US"},
      {"+1.212.555.0199", "+12125550199", "US"},     {"+4915112345678", "+4915112345678", "DE"},
      {"+49 (0) 30/123456", "+4930123456", "DE"},    {"+39 02 3661 8300", "+390236618300", "IT"},
      {"+1 684 633 1234", "+16846331234", "AS"},     {"+683 4000", "+6834000", "NU"},
  };
  const PhoneNumbers numbers;
  for (const Case& c : cases) {
    SCOPED_TRACE(c.written);
    const auto read = numbers.read(c.written);
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(read->number.e164(), c.e164);
    EXPECT_EQ(read->region, c.region);
    EXPECT_EQ(read->number_class, NumberClass::kOrdinary);
  }
}

TEST(PhoneNumbers, ReadsWhatWasCopiedFromElsewhere) {
  struct Case {
    const char* from;
    const char* written;
  };
  const Case cases[] = {
      {"an address book", "\u202A+41780000023\u202C"},
      {"one that isolates", "\u2066+41 78 000 00 23\u2069"},
      {"a table", "+41\u00A078\u00A0000\u00A000\u00A023"},
      {"narrow blanks", "+41\u202F78\u202F000\u202F00\u202F23"},
      {"full width", "\uFF0B\uFF14\uFF11\uFF17\uFF18\uFF10\uFF10\uFF10\uFF10\uFF10\uFF12\uFF13"},
      {"Arabic", "+\u0664\u0661\u0667\u0668\u0660\u0660\u0660\u0660\u0660\u0662\u0663"},
      {"Persian", "+\u06F4\u06F1\u06F7\u06F8\u06F0\u06F0\u06F0\u06F0\u06F0\u06F2\u06F3"},
      {"Devanagari", "+\u096A\u0967\u096D\u096E\u0966\u0966\u0966\u0966\u0966\u0968\u0969"},
      {"dashes", "+41\u201378\u2011000\u221200\uFF0D23"},
      {"a byte order mark", "\uFEFF+41780000023"},
      {"an exit code", "0041780000023"},
      {"an exit code and blanks", "00 41 78 000 00 23"},
      {"a link", "tel:+41-78-000-00-23"},
      {"a loud link", "TEL:+41780000023"},
      {"a link with an exit code", "tel:0041780000023"},
      {"a trunk", "sip:+41780000023@carrier.example"},
      {"a trunk with more to say", "sips:+41780000023;npdi@carrier.example;user=phone"},
      {"a trunk that escapes", "sip:%2B41780000023@carrier.example"},
      {"a header", "\"Anna\" <sip:+41780000023@carrier.example>"},
  };
  const PhoneNumbers numbers;
  for (const Case& c : cases) {
    SCOPED_TRACE(c.from);
    const auto read = numbers.read(c.written);
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(read->number.e164(), "+41780000023");
  }
}

TEST(PhoneNumbers, SaysWhatIsWrongWithOneThatItCannotRead) {
  const PhoneNumbers numbers;
  for (const auto& [written, wrong] : {std::pair("", "empty"),
                                       {"078 000 00 23", "no country code"},
                                       {"+41 78 CALL NOW", "letters"},
                                       {"+41780000023 ext 5", "extension"},
                                       {"+41780000023, +41780000024", "more than one"},
                                       {"+41+780000023", "come first"},
                                       {"---", "no digits"}}) {
    const auto read = numbers.read(written);
    ASSERT_FALSE(read.has_value());
    EXPECT_NE(read.error().message.find(wrong), std::string::npos) << read.error().message;
  }
}

TEST(PhoneNumbers, KnowsWhoSharesACountryCode) {
  const PhoneNumbers numbers;
  for (const char* e164 : {"+13245550123", "+13505550123", "+14365550123", "+13695550123"}) {
    const auto read = numbers.read(e164);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->region, "") << "the numbering plans know it now: take another";
    EXPECT_EQ(read->number_class, NumberClass::kOrdinary);
    const core::NumberArea area = numbers.area_of(read->number);
    EXPECT_EQ(area.prefix, "+1 " + std::string(e164).substr(2, 3));
    for (const char* country : {"US", "CA", "JM"}) {
      EXPECT_NE(std::find(area.countries.begin(), area.countries.end(), country),
                area.countries.end());
    }
  }
  const auto nobodys = numbers.read("+800 1234 5678");
  EXPECT_EQ(numbers.area_of(nobodys->number).countries, std::vector<std::string>{});
}

TEST(PhoneNumbers, HaveTheVersionOfTheirLibrary) {
  const core::Edition edition = PhoneNumbers().edition();
  EXPECT_TRUE(edition.version.starts_with("8.") || edition.version.starts_with("9."))
      << edition.version;
  EXPECT_GT(edition.made_by, *parse_utc("2020-01-01T00:00:00Z"));
}

TEST(PhoneNumbers, EveryFictionalNumberParses) {
  const PhoneNumbers numbers;
  for (int last = 0; last < 100; ++last) {
    const std::string two = std::to_string(100 + last).substr(1);
    for (const std::string& written : {"+1 212 555 01" + two, "+41 78 000 00 " + two}) {
      SCOPED_TRACE(written);
      const auto read = numbers.read(written);
      ASSERT_TRUE(read.has_value());
      EXPECT_EQ(read->number_class, NumberClass::kOrdinary);
      EXPECT_FALSE(read->region.empty());
    }
  }
}

TEST(PhoneNumbers, AcceptsNumbersThatAreOnlyNotAssigned) {
  const PhoneNumbers numbers;
  // The region of an unassigned number is unknown where countries share the code, and the gate
  // dials no unknown region: neighbours of the same code can be expensive.
  for (const char* written : {"+15551234567", "+447700900123", "+1 233 555 1234"}) {
    SCOPED_TRACE(written);
    const auto read = numbers.read(written);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->number_class, NumberClass::kOrdinary);
    EXPECT_EQ(read->region, "");
  }
  const auto swiss = numbers.read("+41 59 000 00 00");
  ASSERT_TRUE(swiss.has_value());
  EXPECT_EQ(swiss->region, "CH");
}

TEST(PhoneNumbers, TellsWhatKindOfNumberItIs) {
  struct Case {
    const char* written;
    NumberClass kind;
    const char* region;
  };
  const Case cases[] = {
      {"+41 900 123 456", NumberClass::kPremium, "CH"},
      {"+1 900 555 1234", NumberClass::kPremium, "US"},
      {"+979 1 2345 6789", NumberClass::kPremium, ""},
      {"+41 840 123 456", NumberClass::kPremium, "CH"},  // shared cost
      {"+41 848 123 456", NumberClass::kPremium, "CH"},
      {"+49 180 1 234567", NumberClass::kPremium, "DE"},
      {"+808 1234 5678", NumberClass::kPremium, ""},
      {"+44 70 1234 5678", NumberClass::kPremium, "GB"},  // personal numbers
      {"+49 700 12345678", NumberClass::kPremium, "DE"},
      {"+1 500 234 5678", NumberClass::kPremium, "US"},
      {"+878 10 1234 5678 90", NumberClass::kPremium, ""},
      {"+800 1234 5678", NumberClass::kOrdinary, ""},  // free everywhere, of no country
      {"+870 773 111 632", NumberClass::kSatellite, ""},
      {"+881 612 345 678", NumberClass::kSatellite, ""},
      {"+882 16 5555 1234", NumberClass::kSatellite, ""},
      {"+883 5100 0123 4567", NumberClass::kSatellite, ""},
      {"+1 911 555 1234", NumberClass::kEmergency, ""},
      {"+86 110 1234", NumberClass::kEmergency, "CN"},
      {"+44 116 123", NumberClass::kShort, ""},
      {"+49 116 117", NumberClass::kShort, "DE"},
  };
  const PhoneNumbers numbers;
  for (const Case& c : cases) {
    SCOPED_TRACE(c.written);
    const auto read = numbers.read(c.written);
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(read->number_class, c.kind);
    EXPECT_EQ(read->region, c.region);
  }
}

TEST(PhoneNumbers, RefusesWhatCannotBeANumberWithoutRepeatingIt) {
  struct Case {
    const char* name;
    std::string written;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"spaces", "   "},
      {"a plus alone", "+"},
      {"withheld", "anonymous"},
      {"withheld, as the carrier writes it", "+266696687"},
      {"unavailable", "+86282452253"},
      {"restricted, as the carrier writes it", "+7378742833"},
      {"blocked", "+2562533"},
      {"unknown", "+8656696"},
      {"unavailable, with an exit code", "0086282452253"},
      {"restricted", "Restricted"},
      {"a SIP address", "sip:anna@example.com"},
      {"a tel address of one exchange", "tel:4000;phone-context=carrier.example"},
      {"a tel address with an extension", "tel:+41780000000;ext=5"},
      {"a SIP address without a country code", "sip:0780000000@carrier.example"},
      {"national", "078 000 00 00"},
      {"with too many zeros", "00041780000000"},
      {"without a plus", "41780000000"},
      {"a zero after the plus", "+0041780000000"},
      {"two pluses", "+41+780000000"},
      {"a plus at the end", "41780000000+"},
      {"letters", "+41 78 CALL NOW"},
      {"an extension", "+41780000000 ext 5"},
      {"a wait and a tone", "+41780000000,,1#"},
      {"a zero byte", std::string("+4178000\0"
                                  "0000",
                                  13)},
      {"a line break inside", "+41780\n000000"},
      {"not UTF-8", "+4178\xFF\xFE"},
      {"no such country code", "+999123456789"},
      {"too short for its country", "+41 78 000 0"},
      {"too long for its country", "+41 78 000 00 00 000 00"},
      {"an emergency number", "+41112"},
      {"a prefix that is stripped each time it is read", "+111122222222222"},
      {"more than any number", "+" + std::string(63, '1')},
      {"more than is read", "+41780000000" + std::string(245, ' ')},
      {"a megabyte", std::string(1'000'000, '4')},
  };
  const PhoneNumbers numbers;
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const auto read = numbers.read(c.written);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, Code::kInvalid);
    const std::string& message = read.error().message;
    EXPECT_FALSE(message.empty());
    EXPECT_EQ(message.find_first_of("0123456789"), std::string::npos) << message;
    if (c.written.size() > 1 && c.written.find_first_not_of(' ') != std::string::npos) {
      EXPECT_EQ(message.find(c.written), std::string::npos) << message;
    }
  }
}

TEST(PhoneNumbers, ReadsUpToSoManyBytes) {
  const PhoneNumbers numbers;
  EXPECT_TRUE(numbers.read("+41780000000" + std::string(244, ' ')).has_value());
  EXPECT_FALSE(numbers.read("+41780000000" + std::string(245, ' ')).has_value());
}

TEST(PhoneNumbers, AnswersSeveralThreadsAtOnce) {
  const PhoneNumbers numbers;
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int round = 0; round < 100; ++round) {
        const auto swiss = numbers.read("+41 78 000 00 00");
        const auto premium = numbers.read("+1 900 555 1234");
        if (!swiss || swiss->region != "CH") ++wrong[i];
        if (!premium || premium->number_class != NumberClass::kPremium) ++wrong[i];
        if (numbers.read("anonymous")) ++wrong[i];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace pl::host
