// Small weeks made by hand: a line with an onboarding and a hand-over, and people added one by one.
#pragma once

#include <deque>
#include <string>

#include "ports/zones.h"
#include "sim/report/summary.h"

namespace pl::sim::report {

// Monday, 2026-03-02, midnight in UTC.
inline constexpr UtcTime kMonday{Millis{1'772'409'600'000}};

// Zones named "UTC+3": that many hours before UTC, always.
class FixedZones : public ports::Zones {
 public:
  std::optional<std::string> find(std::string_view zone) const override {
    return zone.starts_with("UTC") ? std::optional(std::string(zone)) : std::nullopt;
  }
  std::optional<core::ZoneOffsets> offsets(std::string_view zone, UtcTime from) const override {
    if (!find(zone)) return std::nullopt;
    const std::chrono::hours offset(zone == "UTC" ? 0 : std::stoi(std::string(zone.substr(3))));
    return core::ZoneOffsets{{from, from + core::kZoneHorizon, offset}};
  }
  std::vector<std::string> of_region(std::string_view) const override { return {"UTC"}; }
  core::Edition edition() const override { return {}; }
};

inline core::Plan made_plan(std::string name) {
  using namespace std::chrono_literals;
  core::Plan plan;
  plan.name.text = std::move(name);
  plan.retry = {5s, 15s};
  plan.deadline = 10min;
  return plan;
}

inline core::Line made_line() {
  core::Line line{.name = {"desk"}, .number = *core::PhoneNumber::from_e164("+41780000000")};
  line.outreach = {made_plan("onboarding"), made_plan("handoff"), made_plan("check-in")};
  line.outreach[0].complete_when = core::CompleteWhen::kTool;
  line.outreach[1].on = {core::Trigger::kOnboardingCompleted};
  line.calling.simultaneous = 4;
  line.calling.per_second = 2;
  return line;
}

// References into it stay valid: the lists grow at their ends and are copied by week().
class MadeWeek {
 public:
  core::Line line = made_line();
  std::deque<core::Caller> callers;
  std::deque<core::Outreach> outreaches;
  std::deque<core::Call> calls;
  std::deque<core::TextMessage> texts;
  std::map<core::CallerId, std::string> zones;
  std::vector<Sample> samples;
  std::vector<UtcTime> posts;
  std::vector<std::string> violations;

  core::Caller& caller(const std::string& zone = "UTC") {
    const auto number = *core::PhoneNumber::from_e164("+41780000001");
    callers.push_back(
        {.id = id<core::CallerId>(), .line = line.name, .number = {.number = number}});
    zones[callers.back().id] = zone;
    return callers.back();
  }

  core::Outreach& outreach(const core::Caller& of, std::size_t plan, core::OutreachState state,
                           UtcTime at = kMonday) {
    outreaches.push_back({.id = id<core::OutreachId>(),
                          .line = line.name,
                          .caller = of.id,
                          .plan = line.outreach[plan]});
    core::Outreach& made = outreaches.back();
    made.created_at = made.due = at;
    made.deadline = at + made.plan.deadline;
    made.state = state;
    if (state == core::OutreachState::kConnected) made.via = core::Via::kCall;
    return made;
  }

  core::Call& inbound(const core::Caller* from, UtcTime at) {
    calls.push_back({.id = id<core::CallId>(), .line = line.name});
    core::Call& call = calls.back();
    if (from != nullptr) call.caller = from->id;
    call.started_at = at;
    call.verdict = core::Verdict::kAnswered;
    return call;
  }

  // Rings 1 s after it started, is answered 5 s later and lasts 60 s, if it is.
  core::Call& dial(const core::Outreach& of, UtcTime at,
                   core::Verdict verdict = core::Verdict::kAnswered) {
    using namespace std::chrono_literals;
    core::Call& call = inbound(nullptr, at);
    call.direction = core::Direction::kOutbound;
    call.caller = of.caller;
    call.outreach = of.id;
    call.verdict = verdict;
    call.placed_at = at + 1s;
    call.ended_at = at + 30s;
    if (verdict == core::Verdict::kAnswered || verdict == core::Verdict::kBrief) {
      call.answered_at = at + 6s;
      call.ended_at = at + 66s;
      call.duration = 60s;
    }
    return call;
  }

  void text(const core::Outreach& of, core::TextState state) {
    texts.push_back(
        {.id = id<core::TextId>(), .outreach = of.id, .caller = of.caller, .state = state});
  }

  // One a minute from `at`.
  void load(UtcTime at, const std::vector<std::pair<int, int>>& due_and_live) {
    using namespace std::chrono_literals;
    for (const auto& [due, live] : due_and_live) {
      samples.push_back({at, due, live});
      at += 1min;
    }
  }

  Summary summary() const {
    using namespace std::chrono_literals;
    const Week week{.line = line,
                    .seed = 7,
                    .from = kMonday,
                    .until = kMonday + 7 * 24h,
                    .days = 7,
                    .price_per_minute = 0.5,
                    .currency = "USD",
                    .callers = {callers.begin(), callers.end()},
                    .zones = zones,
                    .outreaches = {outreaches.begin(), outreaches.end()},
                    .calls = {calls.begin(), calls.end()},
                    .texts = {texts.begin(), texts.end()},
                    .samples = samples,
                    .posts = posts,
                    .violations = violations};
    return summarize(week, FixedZones());
  }

 private:
  template <class Id>
  Id id() {
    return Id::make(kMonday, {0, ++ids_});
  }
  std::uint64_t ids_ = 0;
};

}  // namespace pl::sim::report
