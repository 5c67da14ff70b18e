// The part of a script that sets how the outside behaves.
#include <stdexcept>

#include "script.h"

namespace pl::journeys {
namespace {

std::string value(const Fed& fed, const std::string& key, const std::string& otherwise) {
  const auto found = fed.values.find(key);
  return found == fed.values.end() ? otherwise : found->second;
}

std::optional<Millis> duration(const Fed& fed, const std::string& key) {
  const auto found = fed.values.find(key);
  return found == fed.values.end() ? std::nullopt : parse_duration(found->second);
}

std::string last_word(const Fed& fed) {
  if (fed.words.size() != 2 && fed.words.size() != 3) {
    throw std::runtime_error("too few or too many words in: " + fed.source);
  }
  return fed.words.back();
}

[[noreturn]] void wrong(const Fed& fed) {
  throw std::runtime_error("no such behaviour in: " + fed.source);
}

DialScript dial_script(const Fed& fed) {
  using Reply = DialScript::Reply;
  DialScript script;
  const std::string kind = last_word(fed);
  script.why = value(fed, "why", "");
  script.reply_after = duration(fed, "reply").value_or(Millis(0));
  if (kind == "placed") return script;
  if (kind == "withheld") {
    script.reply = Reply::kNone;
    return script;
  }
  if (kind == "lost" || kind == "late" || kind == "vanishes") {
    using namespace std::chrono_literals;
    script.reply = Reply::kUnknown;
    script.reply_after = duration(fed, "reply").value_or(15s);
    script.why = value(fed, "why", "no reply within 15 s");
    if (kind == "late") script.place_after = duration(fed, "place").value_or(60s);
    if (kind == "vanishes") script.place_after.reset();
    return script;
  }
  script.place_after.reset();
  if (kind == "refuses-number") {
    script.reply = Reply::kNumber;
    return script;
  }
  if (kind != "refuses-us") wrong(fed);
  script.reply = Reply::kUs;
  script.rate_limited = value(fed, "limited", "no") == "yes";
  script.retry_after = duration(fed, "retry_after");
  return script;
}

}  // namespace

void Script::platform(const Fed& fed) {
  const std::string what = fed.words.size() > 1 ? fed.words[1] : "";
  if (what == "next-dial") {
    world_.platform.next_dials.push_back(dial_script(fed));
  } else if (what == "dials") {
    world_.platform.every_dial = dial_script(fed);
  } else if (what == "look-ups") {
    world_.platform.look_ups_fail = last_word(fed) == "fail";
    world_.platform.listing_lag = duration(fed, "lag").value_or(Millis(0));
  } else {
    wrong(fed);
  }
}

void Script::telegram(const Fed& fed) {
  using Answer = FakeTextChannel::Answer;
  static const std::map<std::string, Answer> kAnswers{{"accepts", Answer::kAccepted},
                                                      {"refuses", Answer::kRefused},
                                                      {"unclear", Answer::kUnknown},
                                                      {"later", Answer::kLater},
                                                      {"silent", Answer::kNone}};
  const auto answer = kAnswers.find(last_word(fed));
  if (answer == kAnswers.end()) wrong(fed);
  world_.telegram.answer = answer->second;
  world_.telegram.why = value(fed, "why", "");
  world_.telegram.later = duration(fed, "retry_after").value_or(Millis(1000));
}

void Script::server(const Fed& fed) {
  const std::string what = last_word(fed);
  if (what == "crashes") return world_.crash();
  if (what == "starts") return world_.start_server();
  if (what == "dies-before-post") return world_.plan_death(World::Death::kBeforePost);
  if (what == "dies-after-post") return world_.plan_death(World::Death::kAfterPost);
  if (what == "dies-before-commit") return world_.plan_death(World::Death::kBeforeCommit);
  if (what == "loses-database") return world_.store.set_down(true);
  if (what == "finds-database") return world_.store.set_down(false);
  if (what == "fails-write") return world_.store.fail_write(std::stoi(value(fed, "n", "1")));
  wrong(fed);
}

}  // namespace pl::journeys
