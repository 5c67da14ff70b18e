// What Twilio posts to us: forms, what they say, and their signature.
#include <algorithm>
#include <array>

#include "entry.h"
#include "platforms/twilio/signature.h"
#include "platforms/twilio/webhooks.h"
#include "reason.h"

namespace pl::fuzz {
namespace {

const std::array<std::string, 2> kTokens{"a-token-1234567890", "the-one-before-it"};

void check_signature(std::string_view url, wire::Form form) {
  const std::string signature = platforms::twilio_signature(url, form, kTokens[1]);
  PL_CHECK(platforms::is_from_twilio(signature, url, form, kTokens));
  PL_CHECK(!platforms::is_from_twilio(signature, url, form, std::span(kTokens).first(1)));
  std::reverse(form.begin(), form.end());
  PL_CHECK(platforms::is_from_twilio(signature, url, form, kTokens));
  form.push_back({"Added", "1"});
  form.push_back({"Added", "2"});
  PL_CHECK(!platforms::is_from_twilio(signature, url, form, kTokens));
}

void check_words(const wire::Form& form) {
  if (const auto sms = platforms::read_incoming_sms(form)) {
    PL_CHECK(!sms->message_sid.empty() && !sms->from.empty());
    if (sms->opt_out == wire::StopWord::kStop ||
        wire::stop_word(sms->body) == wire::StopWord::kStop)
      PL_CHECK(platforms::stop_word(*sms) == wire::StopWord::kStop);
  }
  if (const auto status = platforms::read_sms_status(form)) {
    PL_CHECK(!status->message_sid.empty());
    if (status->state != platforms::MessageState::kFailed) PL_CHECK(!status->failure);
    if (status->failure) check_reason(status->failure->why);
  }
}

}  // namespace

// The URL, a line break, the form.
void try_bytes(std::string_view bytes) {
  const std::string_view url = take_until(bytes, "\n");
  const auto form = wire::read_form(bytes);
  if (!form) {
    PL_CHECK(form.error().code == Code::kInvalid);
    return;
  }
  const auto again = wire::read_form(wire::write_form(*form));
  // Written in full, a form may be longer than one that is read.
  PL_CHECK(again ? *again == *form : wire::write_form(*form).size() > wire::kFormBytes);
  check_words(*form);
  check_signature(url, *form);
}

}  // namespace pl::fuzz
