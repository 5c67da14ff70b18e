#include "sim/report/takeaways.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "sim/report/wording.h"

namespace pl::sim::report {
namespace {

std::string on_ends(const Summary& summary) {
  const Ends& ends = summary.callers.ends;
  if (ends.total == 0) return "Nobody was to be reached.";
  std::string text =
      fmt::format("{} of {} were connected ({})", number(ends.connected()),
                  counted(ends.total, "caller", "callers"), percent(ends.connected(), ends.total));
  const int texted = ends.texted + ends.unconfirmed;
  if (texted > 0) text += fmt::format(", {} texted", number(texted));
  if (ends.failed > 0) text += fmt::format(", {} not reached", number(ends.failed));
  if (ends.cancelled > 0) text += fmt::format(", {} withdrawn", number(ends.cancelled));
  if (ends.open > 0) text += fmt::format(", {} still open", number(ends.open));
  return text + ".";
}

std::string on_callback(const Summary& summary) {
  const Spread& ring = summary.callback.ring;
  const Spread& answer = summary.callback.answer;
  if (ring.count == 0) return "No callback rang.";
  std::string text =
      fmt::format("Half of {} rang within {} of the onboarding call's end, 95 % within {}",
                  counted(ring.count, "callback", "callbacks"), length(ring.p50), length(ring.p95));
  if (answer.count > 0) {
    text += fmt::format("; half of {} came within {}", counted(answer.count, "answer", "answers"),
                        length(answer.p50));
  }
  return text + ".";
}

std::string on_dials(const Summary& summary) {
  const DialSummary& dials = summary.dials;
  if (dials.total == 0) return "Nobody was dialled.";
  const int reached = summary.callers.total - (dials.per_caller.empty() ? 0 : dials.per_caller[0]);
  return fmt::format("{} to {}, {:.1f} each; the most that one of them got was {}.",
                     counted(dials.total, "dial", "dials"), counted(reached, "caller", "callers"),
                     static_cast<double>(dials.total) / std::max(reached, 1),
                     dials.per_caller.size() > kManyDials
                         ? fmt::format("{} or more", kManyDials)
                         : number(std::int64_t(dials.per_caller.size()) - 1));
}

std::string on_tries(const Summary& summary) {
  const auto& tries = summary.dials.handover_tries;
  if (tries.empty()) return "No hand-over was dialled.";
  std::string text = fmt::format("Of the first dials of hand-overs {} were answered by a person",
                                 percent(tries.front().answered, tries.front().dials));
  int dials = 0;
  int answered = 0;
  for (std::size_t n = 1; n < tries.size(); ++n) {
    dials += tries[n].dials;
    answered += tries[n].answered;
  }
  if (dials > 0) text += fmt::format(", of the later ones {}", percent(answered, dials));
  return text + ".";
}

std::string on_verdicts(const Summary& summary) {
  std::vector<std::string> parts;
  for (const Count& count : summary.dials.verdicts) {
    if (parts.size() == 3) break;
    parts.push_back(fmt::format("{} {}", percent(count.count, summary.dials.total), count.what));
  }
  if (parts.empty()) return "Nobody was dialled.";
  return fmt::format("Of all dials: {}.", join(parts, ", "));
}

std::string clock(std::chrono::minutes time) {
  return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

std::string on_hours(const Summary& summary) {
  const HourSummary& hours = summary.hours;
  const std::string span = fmt::format("{} to {}", clock(hours.opens), clock(hours.closes));
  const int inbound = std::accumulate(hours.inbound.begin(), hours.inbound.end(), 0);
  std::string text =
      hours.outside == 0
          ? fmt::format("No dial outside of {} on the clock of whoever was called", span)
          : fmt::format("{} outside of {} on the clock of whoever was called",
                        counted(hours.outside, "dial", "dials"), span);
  if (inbound > 0)
    text += fmt::format("; {} came in, at any hour", counted(inbound, "call", "calls"));
  return text + ".";
}

std::string on_queue(const Summary& summary) {
  const LoadSummary& load = summary.load;
  if (load.due_peak == 0) return "Nobody had to wait.";
  return fmt::format("At the worst {} waited ({}); the longest stretch with a queue was {}.",
                     number(load.due_peak), moment(load.due_peak_at, summary.from),
                     length(load.longest));
}

std::string on_slots(const Summary& summary) {
  const LoadSummary& load = summary.load;
  std::string text =
      fmt::format("At most {} of {} were live", number(load.live_peak),
                  counted(load.simultaneous, "simultaneous call", "simultaneous calls"));
  if (load.minutes_full > 0) {
    text += fmt::format("; every slot was taken during {}",
                        length(std::chrono::minutes(load.minutes_full)));
  }
  return text + ".";
}

std::string on_pace(const Summary& summary) {
  const PaceSummary& pace = summary.pace;
  if (pace.second == 0) return "Nothing was dialled.";
  return fmt::format(
      "{} in the busiest second, of {} that the line allows, and {} in the busiest minute "
      "({}).",
      counted(pace.second, "dial", "dials"), pace.per_second, number(pace.minute),
      moment(pace.minute_at, summary.from));
}

std::string on_spend(const Summary& summary) {
  const SpendSummary& spend = summary.spend;
  std::string text = fmt::format(
      "{} minutes of talk, about {} at {} a minute", number((spend.talk().count() + 30) / 60),
      money(spend.total, spend.currency), money(spend.per_minute, spend.currency));
  if (spend.per_connected) {
    text +=
        fmt::format(": {} for each connected caller", money(*spend.per_connected, spend.currency));
  }
  return text + ".";
}

}  // namespace

Takeaways takeaways(const Summary& summary) {
  return {.ends = on_ends(summary),
          .callback = on_callback(summary),
          .dials = on_dials(summary),
          .tries = on_tries(summary),
          .verdicts = on_verdicts(summary),
          .hours = on_hours(summary),
          .queue = on_queue(summary),
          .slots = on_slots(summary),
          .pace = on_pace(summary),
          .spend = on_spend(summary)};
}

std::vector<std::string> bucket_names() {
  const auto round = [](Millis time) { return format_duration(time); };
  std::vector<std::string> names{"under " + round(kBucketEnds.front())};
  for (std::size_t i = 1; i < kBucketEnds.size(); ++i) {
    names.push_back(round(kBucketEnds[i - 1]) + " to " + round(kBucketEnds[i]));
  }
  names.push_back(round(kBucketEnds.back()) + " or more");
  return names;
}

std::vector<std::string> dial_names(std::size_t bins) {
  std::vector<std::string> names;
  for (std::size_t n = 0; n < bins; ++n) {
    names.push_back(n == kManyDials ? fmt::format("{} or more", n) : std::to_string(n));
  }
  return names;
}

}  // namespace pl::sim::report
