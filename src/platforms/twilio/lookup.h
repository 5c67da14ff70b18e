// Whether a text whose sending was left unclear is at Twilio after all.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/time.h"
#include "platforms/twilio/messages.h"
#include "wire/text_reply.h"

namespace pl::platforms {

struct SoughtText {
  std::string to;    // E.164
  std::string text;  // as it was given to twilio_form()
  UtcTime since;     // before it was sent, by our clock
};

struct FoundSent {
  std::string id;
  MessageState state = MessageState::kUnderWay;  // not kFailed
};
struct FoundFailed {
  std::string id;
  wire::TextRefused refused;
};
// Twilio shows every message to this number, and none of that time can be this one. It may still
// come: a request can be on its way, and nothing is promised of how soon the list shows a message.
struct FoundAbsent {};
struct FoundUnclear {
  std::string why;  // free of personal data
};
using Found = std::variant<FoundSent, FoundFailed, FoundAbsent, FoundUnclear>;

// The query of GET /2010-04-01/Accounts/{sid}/Messages.json. It asks by number alone: `DateSent>`
// compares a date that is null while a message is queued, and nobody says what it does with that.
// 1000 a page is the most that Twilio gives, and more than one caller ever gets.
std::string twilio_list_query(std::string_view to);

// The answer to it. A message is ours when it was made through the API (outbound-api), for this
// number, two minutes before `since` or later (clocks differ), and its body ends with our text (a
// trial account puts words in front). Another text to the number at that time leaves it unclear,
// since Twilio may change a body (smart encoding) or hide it (redaction). Of several, one that has
// not failed counts.
Found find_in_twilio_list(int status, std::string_view body, const SoughtText& sought);

}  // namespace pl::platforms
