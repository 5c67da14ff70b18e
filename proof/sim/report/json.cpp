#include "sim/report/json.h"

#include "sim/report/findings.h"
#include "sim/report/takeaways.h"

namespace pl::sim::report {
namespace {

using wire::Json;
using Members = Json::Members;

Json whole(std::int64_t value) {
  return {value};
}
Json text(std::string_view value) {
  return {std::string(value)};
}
Json ms(Millis value) {
  return whole(value.count());
}

template <class List, class Item>
Json list(const List& values, Item item) {
  Json::List items;
  for (const auto& value : values) items.push_back(item(value));
  return {std::move(items)};
}

Json counts(const auto& values) {
  return list(values, [](int value) { return whole(value); });
}

Json tally(const Tally& values) {
  return list(values, [](const Count& count) {
    return Json{Members{{"what", text(count.what)}, {"count", whole(count.count)}}};
  });
}

Json ends(const Ends& ends) {
  return {Members{{"total", whole(ends.total)},
                  {"connected_by_call", whole(ends.by_call)},
                  {"connected_by_inbound", whole(ends.by_inbound)},
                  {"texted", whole(ends.texted)},
                  {"texted_unconfirmed", whole(ends.unconfirmed)},
                  {"failed", whole(ends.failed)},
                  {"cancelled", whole(ends.cancelled)},
                  {"open", whole(ends.open)},
                  {"failed_why", tally(ends.failed_why)},
                  {"cancelled_why", tally(ends.cancelled_why)}}};
}

Json callers(const CallerSummary& callers) {
  Tally stages;
  for (std::size_t i = 0; i < callers.stages.size(); ++i) {
    stages.push_back({std::string(core::text_of(kEvery<core::Stage>[i])), callers.stages[i]});
  }
  return {Members{{"total", whole(callers.total)},
                  {"never_asked", whole(callers.never_asked)},
                  {"ends", ends(callers.ends)},
                  {"stages", tally(stages)}}};
}

Json plan(const PlanSummary& plan) {
  return {Members{{"name", text(plan.name)},
                  {"kind", text(text_of(plan.kind))},
                  {"ends", ends(plan.ends)},
                  {"dials", whole(plan.dials)},
                  {"starved", whole(plan.starved)},
                  {"used_up", whole(plan.used_up)},
                  {"cut_short", whole(plan.cut_short)},
                  {"incomplete", whole(plan.incomplete)},
                  {"retries", whole(plan.retries)},
                  {"deadline_ms", ms(plan.deadline)}}};
}

Json spread(const Spread& spread) {
  return {Members{{"count", whole(spread.count)},
                  {"p50_ms", ms(spread.p50)},
                  {"p90_ms", ms(spread.p90)},
                  {"p95_ms", ms(spread.p95)},
                  {"p99_ms", ms(spread.p99)},
                  {"max_ms", ms(spread.max)},
                  {"buckets", counts(spread.buckets)}}};
}

Json callback(const CallbackTimes& times) {
  return {Members{{"awaited", whole(times.awaited)},
                  {"ring", spread(times.ring)},
                  {"answer", spread(times.answer)},
                  {"bucket_ends_ms", list(kBucketEnds, ms)},
                  {"bucket_names", list(bucket_names(), text)}}};
}

Json dials(const DialSummary& dials) {
  return {Members{
      {"total", whole(dials.total)},
      {"per_caller", counts(dials.per_caller)},
      {"per_handover", counts(dials.per_handover)},
      {"many", whole(std::int64_t(kManyDials))},
      {"handover_tries",
       list(dials.handover_tries,
            [](const Try& one) {
              return Json{Members{{"dials", whole(one.dials)}, {"answered", whole(one.answered)}}};
            })},
      {"verdicts", tally(dials.verdicts)}}};
}

Json hours(const HourSummary& hours) {
  return {Members{{"dials", counts(hours.dials)},
                  {"inbound", counts(hours.inbound)},
                  {"opens_minute", whole(hours.opens.count())},
                  {"closes_minute", whole(hours.closes.count())},
                  {"outside", whole(hours.outside)},
                  {"zone_unknown", whole(hours.zone_unknown)},
                  {"strangers", whole(hours.strangers)}}};
}

Json load(const LoadSummary& load) {
  const auto as_point = [](const LoadPoint& point) {
    return Json{Members{
        {"at_ms", whole(to_ms(point.at))}, {"due", whole(point.due)}, {"live", whole(point.live)}}};
  };
  return {Members{{"points", list(load.points, as_point)},
                  {"due_peak", whole(load.due_peak)},
                  {"due_peak_at", text(format_utc(load.due_peak_at))},
                  {"longest_ms", ms(load.longest)},
                  {"longest_from", text(format_utc(load.longest_from))},
                  {"minutes", whole(load.minutes)},
                  {"minutes_queued", whole(load.minutes_queued)},
                  {"minutes_full", whole(load.minutes_full)},
                  {"minutes_queued_full", whole(load.minutes_queued_full)},
                  {"live_peak", whole(load.live_peak)},
                  {"live_peak_at", text(format_utc(load.live_peak_at))},
                  {"simultaneous", whole(load.simultaneous)}}};
}

Json pace(const PaceSummary& pace) {
  return {Members{{"busiest_second", whole(pace.second)},
                  {"busiest_second_at", text(format_utc(pace.second_at))},
                  {"busiest_minute", whole(pace.minute)},
                  {"busiest_minute_at", text(format_utc(pace.minute_at))},
                  {"per_second", whole(pace.per_second)}}};
}

Json spend(const SpendSummary& spend) {
  return {Members{
      {"onboarding_s", whole(spend.onboarding.count())},
      {"handover_s", whole(spend.handover.count())},
      {"other_s", whole(spend.other.count())},
      {"mailboxes_s", whole(spend.mailboxes.count())},
      {"inbound_s", whole(spend.inbound.count())},
      {"talk_s", whole(spend.talk().count())},
      {"per_minute", {spend.per_minute}},
      {"currency", text(spend.currency)},
      {"total", {spend.total}},
      {"per_connected_caller", spend.per_connected ? Json{*spend.per_connected} : Json{nullptr}}}};
}

Json finding(const Finding& finding) {
  return {Members{{"rule", text(finding.rule)},
                  {"weight", text(text_of(finding.weight))},
                  {"says", text(finding.says)},
                  {"todo", text(finding.todo)}}};
}

Json sentences(const Takeaways& says) {
  return {Members{{"ends", text(says.ends)},
                  {"callback", text(says.callback)},
                  {"dials", text(says.dials)},
                  {"tries", text(says.tries)},
                  {"verdicts", text(says.verdicts)},
                  {"hours", text(says.hours)},
                  {"queue", text(says.queue)},
                  {"slots", text(says.slots)},
                  {"pace", text(says.pace)},
                  {"spend", text(says.spend)}}};
}

}  // namespace

wire::Json as_json(const Summary& summary) {
  return {Members{{"line", text(summary.line)},
                  {"seed", text(std::to_string(summary.seed))},
                  {"days", whole(summary.days)},
                  {"from", text(format_utc(summary.from))},
                  {"until", text(format_utc(summary.until))},
                  {"findings", list(findings(summary), finding)},
                  {"takeaways", sentences(takeaways(summary))},
                  {"callers", callers(summary.callers)},
                  {"plans", list(summary.plans, plan)},
                  {"callback", callback(summary.callback)},
                  {"dials", dials(summary.dials)},
                  {"hours", hours(summary.hours)},
                  {"load", load(summary.load)},
                  {"pace", pace(summary.pace)},
                  {"spend", spend(summary.spend)},
                  {"texts",
                   {Members{{"sent", whole(summary.texts.sent)},
                            {"unconfirmed", whole(summary.texts.unconfirmed)},
                            {"refused", whole(summary.texts.refused)}}}},
                  {"violations", list(summary.violations, text)}}};
}

std::string json(const Summary& summary) {
  return wire::write_json(as_json(summary));
}

}  // namespace pl::sim::report
