// What the API of Twilio answers: to a text, and to the question whether it was sent.
#include <array>

#include "base/overloaded.h"
#include "entry.h"
#include "platforms/twilio/lookup.h"
#include "platforms/twilio/messages.h"
#include "reason.h"
#include "wire/mail_date.h"
#include "wire/retry_after.h"

namespace pl::fuzz {
namespace {

const UtcTime kNow = from_ms(1'770'894'000'000);
const platforms::SoughtText kSought{"+41780000001", "Hi Ada, I tried to call you.", kNow};

void check_sent(int status, std::string_view retry_after, std::string_view body) {
  std::visit(Overloaded{[&](const wire::TextAccepted& accepted) {
                          PL_CHECK(status < 300 && !accepted.id.empty());
                        },
                        // 5xx, 408 and 409 may have been sent.
                        [&](const wire::TextRefused& refused) {
                          PL_CHECK(status < 500 && status != 408 && status != 409);
                          check_reason(refused.why);
                        },
                        [&](const wire::TextLater& later) {
                          PL_CHECK(later.retry_after.count() >= 0);
                          PL_CHECK(later.retry_after <= wire::kRetryAfterMax);
                          check_reason(later.why);
                        },
                        [](const wire::TextUnknown& unknown) { check_reason(unknown.why); }},
             platforms::read_twilio_reply(status, retry_after, body, kNow));
}

void check_found(int status, std::string_view body) {
  std::visit(Overloaded{[&](const platforms::FoundSent& sent) {
                          PL_CHECK(status < 300 && !sent.id.empty());
                          PL_CHECK(sent.state != platforms::MessageState::kFailed);
                        },
                        [&](const platforms::FoundFailed& failed) {
                          PL_CHECK(status < 300 && !failed.id.empty());
                          check_reason(failed.refused.why);
                        },
                        [&](const platforms::FoundAbsent&) { PL_CHECK(status < 300); },
                        [](const platforms::FoundUnclear& unclear) { check_reason(unclear.why); }},
             platforms::find_in_twilio_list(status, body, kSought));
}

}  // namespace

// The value of Retry-After, a line break, the body.
void try_bytes(std::string_view bytes) {
  const std::string_view retry_after = take_until(bytes, "\n");
  for (const int status : {200, 201, 400, 408, 429, 503}) {
    check_sent(status, retry_after, bytes);
    check_found(status, bytes);
  }
  if (const auto wait = wire::read_retry_after(retry_after, kNow)) {
    PL_CHECK(wait->count() >= 0 && *wait <= wire::kRetryAfterMax);
  }
}

}  // namespace pl::fuzz
