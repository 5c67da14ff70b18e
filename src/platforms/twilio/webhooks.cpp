#include "platforms/twilio/webhooks.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"
#include "platforms/twilio/errors.h"
#include "wire/limits.h"

namespace pl::platforms {
namespace {

using wire::Form;

Result<std::string> required(const Form& form, std::string_view name) {
  PL_TRY(const auto value, wire::form_value(form, name));
  if (!value || value->empty()) return fail(Code::kInvalid, fmt::format("{} is missing", name));
  if (value->size() > wire::kIdBytes) {
    return fail(Code::kInvalid, fmt::format("{} is longer than {} bytes", name, wire::kIdBytes));
  }
  return *value;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.size() > 6 || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

}  // namespace

Result<IncomingSms> read_incoming_sms(const Form& form) {
  IncomingSms message;
  PL_TRY(message.message_sid, required(form, "MessageSid"));
  PL_TRY(message.from, required(form, "From"));
  PL_TRY(message.to, required(form, "To"));
  PL_TRY(const auto body, wire::form_value(form, "Body"));
  // What is not UTF-8 must not keep a STOP from being heard.
  message.body = to_utf8(code_points(body.value_or("")));
  PL_TRY(const auto type, wire::form_value(form, "OptOutType"));
  if (type == "STOP") message.opt_out = wire::StopWord::kStop;
  if (type == "START") message.opt_out = wire::StopWord::kStart;
  return message;
}

wire::StopWord stop_word(const IncomingSms& message) {
  const wire::StopWord said = wire::stop_word(message.body);
  if (said == wire::StopWord::kStop || message.opt_out == wire::StopWord::kNeither) return said;
  return message.opt_out;
}

Result<SmsStatus> read_sms_status(const Form& form) {
  SmsStatus told;
  PL_TRY(told.message_sid, required(form, "MessageSid"));
  PL_TRY(const std::string word, required(form, "MessageStatus"));
  told.state = message_state(word);
  if (told.state != MessageState::kFailed) return told;
  PL_TRY(const auto code, wire::form_value(form, "ErrorCode"));
  told.failure = twilio_refusal(whole_number(code.value_or("")), word);
  return told;
}

}  // namespace pl::platforms
