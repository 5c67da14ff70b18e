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
      {"+41 840 123 456", NumberClass::kOrdinary, "CH"},  // shared cost
      {"+800 1234 5678", NumberClass::kOrdinary, ""},     // free everywhere, of no country
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
      {"restricted", "Restricted"},
      {"a SIP address", "sip:anna@example.com"},
      {"a tel address", "tel:+41780000000"},
      {"national", "078 000 00 00"},
      {"with an exit code", "0041780000000"},
      {"a zero after the plus", "+0041780000000"},
      {"two pluses", "+41+780000000"},
      {"a plus at the end", "41780000000+"},
      {"letters", "+41 78 CALL NOW"},
      {"an extension", "+41780000000 ext 5"},
      {"a wait and a tone", "+41780000000,,1#"},
      {"Arabic digits", "+\u0664\u0661\u0667\u0668\u0660\u0660\u0660\u0660\u0660\u0660\u0660"},
      {"full-width digits", "\uFF0B\uFF14\uFF11\uFF17\uFF18\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10"},
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
      {"more than is read", "+41780000000" + std::string(53, ' ')},
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

TEST(PhoneNumbers, ReadsUpToSixtyFourBytes) {
  const PhoneNumbers numbers;
  EXPECT_TRUE(numbers.read("+41780000000" + std::string(52, ' ')).has_value());
  EXPECT_FALSE(numbers.read("+41780000000" + std::string(53, ' ')).has_value());
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
