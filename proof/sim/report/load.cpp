// How busy the line was: queue, slots and pace.
#include <algorithm>

#include "sim/report/parts.h"

namespace pl::sim::report {
namespace {

// The maxima of as many stretches as there may be points.
std::vector<LoadPoint> thin(const std::vector<Sample>& samples) {
  std::vector<LoadPoint> points;
  const std::size_t stretch = (samples.size() + kLoadPoints - 1) / kLoadPoints;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (i % stretch == 0) points.push_back({samples[i].at, 0, 0});
    points.back().due = std::max(points.back().due, samples[i].due);
    points.back().live = std::max(points.back().live, samples[i].live);
  }
  return points;
}

struct Crowd {
  int count = 0;
  UtcTime from;
};

// The most of `times`, which are in order, that lie within one `span`; the first such place.
Crowd most_within(const std::vector<UtcTime>& times, Millis span) {
  Crowd most;
  std::size_t first = 0;
  for (std::size_t last = 0; last < times.size(); ++last) {
    while (times[last] - times[first] >= span) ++first;
    const int count = static_cast<int>(last - first + 1);
    if (count > most.count) most = {count, times[first]};
  }
  return most;
}

void find_longest(LoadSummary& load, const Week& week) {
  std::optional<UtcTime> since;
  const auto close = [&](UtcTime at) {
    if (since && at - *since > load.longest) {
      load.longest = at - *since;
      load.longest_from = *since;
    }
    since.reset();
  };
  for (const Sample& sample : week.samples) {
    if (sample.due == 0) {
      close(sample.at);
    } else if (!since) {
      since = sample.at;
    }
  }
  close(week.until);
}

}  // namespace

LoadSummary summarize_load(const Week& week) {
  LoadSummary load;
  load.simultaneous = week.line.calling.simultaneous;
  load.points = thin(week.samples);
  load.minutes = static_cast<int>(week.samples.size());
  // The gate keeps one slot from new onboardings, so a queue may stand before an empty one.
  const int wanted = load.simultaneous >= 2 ? load.simultaneous - 1 : load.simultaneous;
  for (const Sample& sample : week.samples) {
    if (sample.due > 0) ++load.minutes_queued;
    if (sample.due > 0 && sample.live >= wanted) ++load.minutes_queued_full;
    if (sample.live >= load.simultaneous) ++load.minutes_full;
    if (sample.due > load.due_peak) {
      load.due_peak = sample.due;
      load.due_peak_at = sample.at;
    }
    if (sample.live > load.live_peak) {
      load.live_peak = sample.live;
      load.live_peak_at = sample.at;
    }
  }
  find_longest(load, week);
  return load;
}

PaceSummary summarize_pace(const Week& week) {
  PaceSummary pace;
  pace.per_second = week.line.calling.per_second;
  const Crowd second = most_within(week.posts, std::chrono::seconds(1));
  const Crowd minute = most_within(week.posts, std::chrono::minutes(1));
  pace.second = second.count;
  pace.second_at = second.from;
  pace.minute = minute.count;
  pace.minute_at = minute.from;
  return pace;
}

}  // namespace pl::sim::report
