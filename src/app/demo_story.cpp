#include "app/demo_story.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <numeric>
#include <thread>

#include "app/demo_expectations.h"
#include "base/overloaded.h"
#include "host/system_clock.h"
#include "host/zone_files.h"

namespace pl::app {
namespace {

using namespace std::chrono_literals;
using cli::text_at;
using wire::Json;
using wire::JsonView;
using Members = Json::Members;

constexpr Millis kLook = 200ms;
constexpr Millis kConversations = 48s;  // all of them, however many retries lie between
constexpr Millis kDial = 8s;            // a ring, and the time until its end is seen
constexpr Millis kStrangerCalls = 22s;
constexpr Millis kCallsLater = 3s;

Json texts(const std::vector<std::string>& items) {
  Json::List list;
  for (const std::string& item : items) list.push_back({item});
  return {std::move(list)};
}

Result<std::string> cast(Stage& stage, const Role& role, const std::string& zone) {
  Members answers;
  for (const core::Field& field : stage.line.line.profile) {
    if (std::holds_alternative<core::TimezoneField>(field.type)) {
      answers.emplace(field.name, Json{zone});
    }
    if (std::holds_alternative<core::TextField>(field.type) && !field.default_value) {
      answers.emplace(field.name, Json{role.occupation});
    }
  }
  PL_TRY(const Json person, stage.control->must_post(
                                "/sandbox/people", {Members{{"number", {role.number}},
                                                            {"name", {role.name}},
                                                            {"behaviours", texts(role.behaviours)},
                                                            {"answers", {answers}}}}));
  const Json consent{Members{{"voice", {true}},
                             {"text", {true}},
                             {"source", {std::string("demo")}},
                             {"wording", {std::string("demo v1")}}}};
  const Json channels{Members{{"telegram_chat_id", {kDemoChat}}}};
  PL_TRY(const Json caller, stage.api->must_post("/v1/callers", {Members{{"number", {role.number}},
                                                                         {"name", {role.name}},
                                                                         {"timezone", {zone}},
                                                                         {"consent", consent},
                                                                         {"channels", channels}}}));
  return text_at(JsonView(caller), "id");
}

Result<void> phone_in(Stage& stage, const std::string& from) {
  PL_TRY(const Json done,
         stage.control->must_post(
             "/sandbox/inbound",
             {Members{{"from", {from}}, {"to", {stage.line.line.number.e164()}}}}));
  return {};
}

// What the loop waits for, as the journal tells it.
struct Progress {
  std::optional<UtcTime> mila_connected;
  bool mila_called = false;
  bool stranger_called = false;
  int inbound_over = 0;
  bool leo_settled = false;

  bool done() const { return inbound_over >= 2 && leo_settled; }
};

void take_note(const Stage& stage, const Json& json, const Cast& people, Progress& progress) {
  const JsonView entry(json);
  const std::string kind = text_at(entry, "kind");
  const std::string caller = text_at(entry, "caller");
  const auto details = entry.required_object("details");
  const bool handoff = details && text_at(*details, "plan") == stage.line.handover().name.text;
  if (kind == "outreach.connected" && handoff && caller == people.mila.id) {
    progress.mila_connected = host::SystemClock().now();
  }
  const bool settled = kind == "outreach.texted" || kind == "outreach.failed" ||
                       kind == "outreach.connected" || kind == "outreach.cancelled";
  if (settled && handoff && caller == people.leo.id) progress.leo_settled = true;
  // Neither the stranger's call nor Mila's later one belongs to an outreach.
  if (kind == "call.judged" && text_at(entry, "outreach").empty()) ++progress.inbound_over;
}

Result<void> advance(Stage& stage, Timeline& timeline, const Cast& people, UtcTime start,
                     Progress& progress) {
  const UtcTime now = host::SystemClock().now();
  if (!progress.stranger_called && now - start >= kStrangerCalls) {
    progress.stranger_called = true;
    timeline.say("A stranger phones the same number.");
    PL_DO(phone_in(stage, people.stranger));
  }
  const bool later = progress.mila_connected && now - *progress.mila_connected >= kCallsLater;
  if (later && !progress.mila_called) {
    progress.mila_called = true;
    timeline.say("Later, Mila phones the number herself.");
    PL_DO(phone_in(stage, people.mila.number));
  }
  return {};
}

}  // namespace

Result<std::string> midday_zone() {
  constexpr std::array kZones{"Europe/Zurich",    "Asia/Dubai",       "Asia/Kolkata",
                              "Asia/Bangkok",     "Asia/Tokyo",       "Australia/Sydney",
                              "Pacific/Auckland", "Pacific/Honolulu", "America/Los_Angeles",
                              "America/Chicago",  "America/New_York", "America/Sao_Paulo",
                              "Atlantic/Azores"};
  PL_TRY(const auto zones, host::ZoneFiles::open());
  const UtcTime now = host::SystemClock().now();
  std::string best;
  Millis best_distance = 24h;
  for (const char* zone : kZones) {
    const auto offsets = zones->offsets(zone, now);
    if (!offsets) continue;
    const UtcTime local = now + offsets->front().offset;
    const Millis clock = local - std::chrono::floor<std::chrono::days>(local);
    const Millis distance = std::chrono::abs(clock - Millis(13h));
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = zone;
  }
  return best;
}

Millis longest_story(const DemoLine& line) {
  const core::Plan& plan = line.handover();
  const auto tries = static_cast<std::int64_t>(plan.retry.size()) + 1;
  return std::accumulate(plan.retry.begin(), plan.retry.end(),
                         kConversations + plan.after_call_end + kDial * tries);
}

Result<std::vector<Expectation>> play_story(Stage& stage, Timeline& timeline) {
  PL_TRY(const std::string zone, midday_zone());
  Cast people;
  people.stranger = demo_number(stage.line.line, 9);
  int nth = 0;
  for (Role* const role : {&people.mila, &people.leo}) {
    role->number = demo_number(stage.line.line, ++nth);
    PL_TRY(role->id, cast(stage, *role, zone));
    timeline.name_caller(role->id, role->name);
  }
  timeline.say(fmt::format("Mila and Leo sign up; where they live ({}) it is midday.", zone));
  for (const Role* const role : {&people.mila, &people.leo}) {
    PL_TRY(const Json outreach,
           stage.api->must_post("/v1/callers/" + role->id + "/onboarding", {Members{}}));
  }
  const UtcTime start = host::SystemClock().now();
  Progress progress;
  while (!progress.done() && host::SystemClock().now() - start < longest_story(stage.line)) {
    PL_TRY(const auto entries, timeline.follow());
    for (const Json& entry : entries) {
      take_note(stage, entry, people, progress);
      people.journal.push_back(entry);
    }
    PL_DO(advance(stage, timeline, people, start, progress));
    std::this_thread::sleep_for(kLook);  // the story is played in real time by other processes
  }
  return check_story(stage, people);
}

}  // namespace pl::app
