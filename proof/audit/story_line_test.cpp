// What every story is told on: the line, and the words of its journal.
#include "audit/story_test.h"
#include "base/check.h"

#include "../../tests/support/source_folder.h"

namespace pl::audit {

using namespace std::chrono_literals;

const ZoneTable& test_zones() {
  static const auto zones = ZoneTable::load(testing::zone_folder().string());
  PL_CHECK(zones.has_value());
  return **zones;
}

LineFacts two_voices() {
  LineFacts line;
  line.name = "nikita";
  line.personas = {{"meta", "You are Meta.\n", "voice-meta", "en", 0b11},
                   {"nikita", "You are Nikita.\n", "voice-nikita", "en", 0b11}};
  line.scenes = {{"onboarding", "meta", {"collect", "complete"}, true, 10min},
                 {"first-call", "nikita", {}, true, 20min},
                 {"returning", "nikita", {}, true, 30min},
                 {"not-yet", "nikita", {}, false, 1min},
                 {"stranger", "nikita", {}, false, 1min}};
  line.rules = {{false, {}, "stranger"},
                {std::nullopt, {"new", "onboarding"}, "not-yet"},
                {std::nullopt, {}, "returning"}};
  line.plans = {{"onboarding", "onboarding", {1min, 10min}, 4h, 5s, true, false, true, false},
                {"handoff", "first-call", {5s, 15s, 45s}, 10min, 5s, false, true, true, true},
                {"check-in", "returning", {15min}, 24h, 5s, false, false, false, false}};
  line.safe_scene = "stranger";
  line.opens = 8h;
  line.closes = 21h;
  line.countries = {"CH", "US"};
  line.per_number_hour = 6;
  line.per_number_day = 8;
  line.simultaneous = 3;
  line.per_second = 2;
  return line;
}

JournalRow about_call(const std::string& kind, const std::string& call) {
  JournalRow entry;
  entry.kind = kind;
  entry.call = call;
  return entry;
}

JournalRow about_outreach(const std::string& kind, const std::string& outreach,
                          const std::string& from) {
  JournalRow entry;
  entry.kind = kind;
  entry.outreach = outreach;
  if (!from.empty()) entry.details["from"] = from;
  return entry;
}

JournalRow about_stage(const std::string& caller, const std::string& from, const std::string& to,
                       bool by_operator) {
  JournalRow entry;
  entry.kind = "caller.stage";
  entry.caller = caller;
  entry.details = {{"from", from}, {"to", to}};
  if (by_operator) entry.details["by"] = "api";
  return entry;
}

}  // namespace pl::audit
