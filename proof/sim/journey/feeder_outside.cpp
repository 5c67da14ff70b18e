#include "sim/journey/fate_words.h"
#include "sim/journey/feeder.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

// Of the n-th, where it says so; of the next; or of every one.
template <class Fate>
Result<void> deal(const Fed& fed, JourneyWorld::Dealt<Fate>& dealt, const Fate& fate, bool next) {
  if (fed.values.contains("nth")) {
    const int nth = std::atoi(fed.values.at("nth").c_str());
    if (nth <= dealt.asked) return fail(Code::kInvalid, "nth has been already");
    dealt.nth[nth] = fate;
  } else if (next) {
    dealt.next.push_back(fate);
  } else {
    dealt.every = fate;
  }
  return {};
}

// "first_message,voice_id"; "nothing"
Result<std::set<core::Aspect>> aspects_in(const std::string& words) {
  std::set<core::Aspect> aspects;
  if (words == "nothing") return aspects;
  for (const std::string& word : split(words, ',')) {
    const auto aspect = enum_from<core::Aspect>(word);
    if (!aspect || *aspect > core::Aspect::kMaxDuration) {
      return fail(Code::kInvalid, "no field " + word);
    }
    aspects.insert(*aspect);
  }
  return aspects;
}

Result<std::string> only_word(const Fed& fed, std::size_t place) {
  if (fed.words.size() > place + 1) return fail(Code::kInvalid, "too many words");
  return word_in(fed, place);
}

}  // namespace

Result<void> Feeder::phone(const Fed& fed) {
  PL_TRY(const std::string alias, word_in(fed, 1));
  PL_TRY(Conversation* const talk, conversation(alias));
  PL_TRY(const std::string does, word_in(fed, 2));
  Platform& platform = world_.platform;
  if (does == "picks-up") {
    platform.pick_up(*talk);
  } else if (does == "says") {
    PL_TRY(const std::string words, word_in(fed, 3));
    platform.say(*talk, core::Speaker::kUser, words);
  } else if (does == "plays") {
    PL_TRY(const std::string words, word_in(fed, 3));
    platform.play(*talk, words);
  } else if (does == "comes-on") {
    talk->machine = false;
  } else if (does == "hears") {
    PL_TRY(const std::string words, word_in(fed, 3));
    platform.say(*talk, core::Speaker::kAgent, words);
  } else if (does == "mailbox") {
    platform.pick_up(*talk);
    talk->report.voicemail_detected = true;
  } else if (does == "hangs-up") {
    if (value_in(fed, "analysis") == "never") {
      platform.hang_up(*talk, std::nullopt);
      return {};
    }
    PL_TRY(const auto analysis, length_in(fed, "analysis"));
    platform.hang_up(*talk, analysis.value_or(3s));
  } else if (does == "busy") {
    platform.fail(*talk, core::CallResult::kBusy, "busy");
  } else if (does == "no-answer") {
    platform.fail(*talk, core::CallResult::kNoAnswer, "no-answer");
  } else if (does == "fails") {
    platform.fail(*talk, core::CallResult::kFailed, "carrier error");
  } else {
    return fail(Code::kInvalid, "a telephone cannot do that");
  }
  return {};
}

Result<void> Feeder::platform(const Fed& fed) {
  PL_TRY(const std::string what, word_in(fed, 1));
  PL_TRY(const std::string how, only_word(fed, 2));
  if (what == "next-dial" || what == "dials") {
    PL_TRY(const DialFate fate, dial_fate(fed));
    return deal(fed, world_.dials, fate, what == "next-dial");
  }
  if (what == "drops") {
    PL_TRY(world_.platform.drops, aspects_in(how));
    return {};
  }
  if (what == "calls" && (how == "fail" || how == "work")) {
    world_.platform.fails_calls = how == "fail";
    return {};
  }
  if (what != "look-ups" || (how != "fail" && how != "work")) {
    return fail(Code::kInvalid, "no such behaviour");
  }
  PL_TRY(const auto lag, length_in(fed, "lag"));
  world_.platform.look_ups_fail = how == "fail";
  world_.platform.listing_lag = lag.value_or(0ms);
  return {};
}

Result<void> Feeder::telegram(const Fed& fed) {
  PL_TRY(const std::string how, only_word(fed, fed.words.size() > 2 ? 2 : 1));
  PL_TRY(const TextFate fate, text_fate(fed));
  return deal(fed, world_.texts, fate, fed.words[1] == "next");
}

}  // namespace pl::sim
