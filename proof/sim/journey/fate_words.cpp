#include "sim/journey/fate_words.h"

#include <fmt/format.h>

namespace pl::sim {
namespace {

using namespace std::chrono_literals;
using Reply = DialFate::Reply;
using Answer = TextFate::Answer;

tl::unexpected<Error> no_such_behaviour() {
  return fail(Code::kInvalid, "no such behaviour");
}

std::string with_reason(std::string words, const std::string& why) {
  return why.empty() ? words : words + " why=" + in_quotes(why);
}

}  // namespace

Result<std::optional<Millis>> length_in(const Fed& fed, const std::string& key) {
  const auto found = fed.values.find(key);
  if (found == fed.values.end()) return std::nullopt;
  const bool back = found->second.starts_with('-');
  const auto length = parse_duration(std::string_view(found->second).substr(back ? 1 : 0));
  if (!length) return fail(Code::kInvalid, key + " is no length of time");
  return back ? -*length : *length;
}

std::string value_in(const Fed& fed, const std::string& key, const std::string& otherwise) {
  const auto found = fed.values.find(key);
  return found == fed.values.end() ? otherwise : found->second;
}

Result<DialFate> dial_fate(const Fed& fed) {
  DialFate fate;
  const std::string& kind = fed.words.back();
  PL_TRY(const auto reply, length_in(fed, "reply"));
  PL_TRY(const auto place, length_in(fed, "place"));
  PL_TRY(fate.retry_after, length_in(fed, "retry_after"));
  fate.why = value_in(fed, "why");
  fate.reply_after = reply.value_or(0ms);
  if (kind == "placed") return fate;
  if (kind == "withheld") {
    fate.reply = Reply::kNone;
    fate.place_after = place.value_or(0ms);
    return fate;
  }
  if (kind == "lost" || kind == "late" || kind == "vanishes") {
    fate.reply = Reply::kUnknown;
    fate.reply_after = reply.value_or(15s);
    fate.why = value_in(fed, "why", "no reply within 15 s");
    if (kind == "late") fate.place_after = place.value_or(60s);
    if (kind == "vanishes") fate.place_after.reset();
    return fate;
  }
  fate.place_after.reset();
  fate.rate_limited = value_in(fed, "limited") == "yes";
  if (kind != "refuses-number" && kind != "refuses-us") return no_such_behaviour();
  fate.reply = kind == "refuses-number" ? Reply::kNumber : Reply::kUs;
  return fate;
}

Result<TextFate> text_fate(const Fed& fed) {
  static const std::map<std::string, Answer> kAnswers{{"accepts", Answer::kAccepted},
                                                      {"refuses", Answer::kRefused},
                                                      {"unclear", Answer::kUnknown},
                                                      {"later", Answer::kLater},
                                                      {"silent", Answer::kNone}};
  const auto answer = kAnswers.find(fed.words.back());
  if (answer == kAnswers.end()) return no_such_behaviour();
  TextFate fate;
  fate.answer = answer->second;
  const bool may = fate.answer != Answer::kRefused && fate.answer != Answer::kLater;
  fate.arrives = value_in(fed, "arrives", may ? "yes" : "no") == "yes";
  fate.why = value_in(fed, "why");
  PL_TRY(const auto after, length_in(fed, "after"));
  fate.after = after.value_or(0ms);
  PL_TRY(const auto later, length_in(fed, "retry_after"));
  fate.retry_after = later.value_or(1s);
  return fate;
}

std::string words_of(const DialFate& fate) {
  const std::string place =
      fate.place_after > 0ms ? " place=" + format_duration(*fate.place_after) : "";
  const std::string reply = " reply=" + format_duration(fate.reply_after);
  switch (fate.reply) {
    case Reply::kPlaced:
      return "placed" + reply;
    case Reply::kNone:
      return "withheld" + place;
    case Reply::kUnknown: {
      const char* kind = !fate.place_after ? "vanishes" : place.empty() ? "lost" : "late";
      return with_reason(kind + place + reply, fate.why);
    }
    case Reply::kNumber:
      return with_reason("refuses-number" + reply, fate.why);
    case Reply::kUs: {
      std::string words = "refuses-us" + reply;
      if (fate.rate_limited) words += " limited=yes";
      if (fate.retry_after) words += " retry_after=" + format_duration(*fate.retry_after);
      return with_reason(words, fate.why);
    }
  }
  return "";
}

std::string words_of(const TextFate& fate) {
  const std::string after = " after=" + format_duration(fate.after);
  const std::string arrives = fate.arrives ? " arrives=yes" : " arrives=no";
  switch (fate.answer) {
    case Answer::kAccepted:
      return "accepts" + after;
    case Answer::kRefused:
      return with_reason("refuses" + after, fate.why);
    case Answer::kLater:
      return with_reason("later" + after + " retry_after=" + format_duration(fate.retry_after),
                         fate.why);
    case Answer::kUnknown:
      return with_reason("unclear" + after + arrives, fate.why);
    case Answer::kNone:
      return "silent" + arrives;
  }
  return "";
}

}  // namespace pl::sim
