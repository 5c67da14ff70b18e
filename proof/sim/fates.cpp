#include "sim/fates.h"

#include <cstdlib>

namespace pl::sim {
namespace {

using namespace std::chrono_literals;
using Reply = DialFate::Reply;

constexpr Millis kGivenUp = 15s;  // when the client stops waiting for a reply

}  // namespace

DialFate ordinary_dial() {
  DialFate fate;
  fate.reply_after = 300ms;
  return fate;
}

TextFate ordinary_text() {
  TextFate fate;
  fate.after = 300ms;
  return fate;
}

DialFate Fates::dial(const ports::DialRequest& request) {
  const int person = stage_.person_with(request.to.e164());
  const int nth = person == 0 ? 0 : ++stage_.state_of(person).posts;
  const bool out = stage_.time.now() < outage_until_;
  const Fact* fact = out ? nullptr : stage_.find(Verb::kDial, person, nth);
  if (fact != nullptr) stage_.fault(*fact);
  const DialFate fate = out ? outage_ : fact != nullptr ? dial(*fact) : ordinary_dial();
  if (stage_.recorder != nullptr) stage_.recorder->dial(fact != nullptr ? &fate : nullptr);
  return fate;
}

DialFate Fates::dial(const Fact& fact) {
  DialFate fate = ordinary_dial();
  switch (fact.how) {
    case How::kReplyLost:
      fate.reply = Reply::kUnknown;
      fate.reply_after = fact.at > 0ms ? fact.at : kGivenUp;
      fate.place_after = fact.length;
      fate.why = "no reply within 15 s";
      break;
    case How::kWithheld:
      fate.reply = Reply::kNone;
      fate.place_after = fact.length;
      break;
    case How::kVanishes:
      fate.reply = Reply::kUnknown;
      fate.reply_after = fact.at;
      fate.place_after.reset();
      fate.why = "HTTP 502";
      break;
    case How::kRefusesNumber:
      fate.reply = Reply::kNumber;
      fate.place_after.reset();
      fate.why = "HTTP 422: to_number";
      break;
    case How::kRefusesUs:
      fate.reply = Reply::kUs;
      fate.place_after.reset();
      fate.why = "HTTP 401: invalid_api_key";
      break;
    case How::kLimited:
      fate.reply = Reply::kUs;
      fate.place_after.reset();
      fate.why = "HTTP 429: too_many_concurrent_requests";
      fate.rate_limited = true;
      if (fact.length > 0ms) fate.retry_after = fact.length;
      break;
    default:  // a late reply
      fate.reply_after = fact.at;
      break;
  }
  return fate;
}

TextFate Fates::text(const Messenger::Sent& sent) {
  const int person = stage_.person_addressed(sent.address);
  const Fact* fact = stage_.find(Verb::kText, person, ++stage_.state_of(person).texts);
  if (fact != nullptr) stage_.fault(*fact);
  const TextFate fate = fact != nullptr ? text(*fact) : ordinary_text();
  if (stage_.recorder != nullptr) stage_.recorder->text(fact != nullptr ? &fate : nullptr);
  return fate;
}

TextFate Fates::text(const Fact& fact) {
  TextFate fate = ordinary_text();
  using Answer = TextFate::Answer;
  switch (fact.how) {
    case How::kRefuses:
      fate.answer = Answer::kRefused;
      fate.arrives = false;
      fate.why = "bot was blocked by the user";
      break;
    case How::kPostpones:
      fate.answer = Answer::kLater;
      fate.arrives = false;
      fate.why = "too many requests";
      fate.retry_after = fact.length;
      break;
    case How::kUnclear:
      fate.answer = Answer::kUnknown;
      fate.arrives = fact.count == 0;
      fate.after = 10s;
      fate.why = "no reply within 10 s";
      break;
    default:
      fate.answer = Answer::kNone;
      fate.arrives = fact.count == 0;
      break;
  }
  return fate;
}

void Fates::outage(How how, UtcTime until) {
  const bool swallows = how == How::kSwallowsDials;
  outage_.reply = swallows ? Reply::kUnknown : Reply::kUs;
  outage_.reply_after = swallows ? kGivenUp : 0ms;
  outage_.place_after.reset();
  outage_.why = swallows ? "no reply within 15 s" : "no connection";
  outage_.retry_after = swallows ? std::nullopt : std::optional<Millis>(30s);
  outage_until_ = until;
  if (stage_.recorder != nullptr) stage_.recorder->outage(outage_, until);
}

audit::LegEnd Fates::end_of(const Conversation& conversation) {
  const bool failed = conversation.report.status == core::ConversationStatus::kFailed;
  if (conversation.report.voicemail_detected) return audit::LegEnd::kMailbox;
  if (conversation.picked_up && !failed) {
    if (conversation.spoke) return audit::LegEnd::kPerson;
    return conversation.machine ? audit::LegEnd::kMailbox : audit::LegEnd::kSilent;
  }
  if (conversation.report.result == core::CallResult::kBusy) return audit::LegEnd::kBusy;
  if (conversation.report.result == core::CallResult::kNoAnswer) return audit::LegEnd::kNoAnswer;
  return audit::LegEnd::kFailed;
}

}  // namespace pl::sim
