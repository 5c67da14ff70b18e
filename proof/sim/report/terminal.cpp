#include "sim/report/terminal.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/findings.h"
#include "sim/report/sheet.h"
#include "sim/report/takeaways.h"
#include "sim/report/wording.h"

namespace pl::sim::report {
namespace {

void show_ends(Sheet& sheet, const std::string& title, const Ends& ends) {
  sheet.line(fmt::format("  {}: {}", title, number(ends.total)));
  const std::pair<const char*, int> rows[] = {{"connected by call", ends.by_call},
                                              {"connected by inbound", ends.by_inbound},
                                              {"texted", ends.texted},
                                              {"texted, unconfirmed", ends.unconfirmed},
                                              {"failed", ends.failed},
                                              {"cancelled", ends.cancelled},
                                              {"still open", ends.open}};
  for (const auto& [name, count] : rows) {
    if (count > 0) sheet.row(name, count, ends.total, percent(count, ends.total));
  }
}

void show_why(Sheet& sheet, const std::string& title, const Tally& tally) {
  std::size_t shown = 0;
  for (const Count& count : tally) {
    if (shown++ == 3) break;
    sheet.paragraph(fmt::format("    {}: ", title),
                    fmt::format("{} × {}", number(count.count), count.what));
  }
}

void show_all_ends(Sheet& sheet, const Summary& summary) {
  show_ends(sheet, "callers", summary.callers.ends);
  for (const PlanSummary& plan : summary.plans) {
    if (plan.ends.total == 0) continue;
    show_ends(sheet, plan.name, plan.ends);
    show_why(sheet, "failed", plan.ends.failed_why);
    show_why(sheet, "cancelled", plan.ends.cancelled_why);
  }
}

// The bins from the first to the last that holds anything.
template <class Bins>
void show_bins(Sheet& sheet, const Bins& bins, const std::vector<std::string>& names) {
  const auto holds = [](int count) { return count > 0; };
  const auto first = std::find_if(bins.begin(), bins.end(), holds);
  const auto last = std::find_if(bins.rbegin(), bins.rend(), holds).base();
  if (first >= last) return;
  std::int64_t total = 0;
  for (const int count : bins) total += count;
  const int largest = *std::max_element(bins.begin(), bins.end());
  for (auto bin = first; bin != last; ++bin) {
    sheet.row(names[static_cast<std::size_t>(bin - bins.begin())], *bin, largest,
              percent(*bin, total));
  }
}

void show_tries(Sheet& sheet, const DialSummary& dials) {
  for (std::size_t n = 0; n < dials.handover_tries.size(); ++n) {
    const Try& one = dials.handover_tries[n];
    sheet.row(n == 0 ? "first dial" : fmt::format("retry {}", n), one.dials,
              dials.handover_tries.front().dials, percent(one.answered, one.dials));
  }
}

void show_hours(Sheet& sheet, const HourSummary& hours) {
  const int largest = std::max(*std::max_element(hours.dials.begin(), hours.dials.end()),
                               *std::max_element(hours.inbound.begin(), hours.inbound.end()));
  for (std::size_t hour = 0; hour < hours.dials.size(); ++hour) {
    const std::chrono::hours begins(hour);
    const bool closed = begins + std::chrono::hours(1) <= hours.opens || begins >= hours.closes;
    sheet.line(fmt::format(
        "  {:02}:00 {} {} {} {} {}", hour, closed ? "closed" : "      ",
        pad_left(number(hours.dials[hour]), 7), pad(bar(hours.dials[hour], largest, 22), 22),
        pad_left(number(hours.inbound[hour]), 7), bar(hours.inbound[hour], largest, 22)));
  }
}

std::string spark(const LoadSummary& load, std::size_t width) {
  constexpr std::string_view kLevels[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const std::size_t points = load.points.size();
  std::string text;
  for (std::size_t column = 0; column < width; ++column) {
    int due = 0;
    for (std::size_t i = column * points / width; i < (column + 1) * points / width; ++i) {
      due = std::max(due, load.points[i].due);
    }
    const auto level = std::int64_t(due) * 8 / std::max(load.due_peak, 1);
    text += due == 0 ? " " : kLevels[std::min<std::int64_t>(level, 7)];
  }
  return text;
}

// The queue in one row, and below it where each day begins.
void show_load(Sheet& sheet, const Summary& summary) {
  const std::size_t width = std::min<std::size_t>(70, summary.load.points.size());
  if (summary.load.due_peak == 0 || width == 0) return;
  sheet.line("  " + spark(summary.load, width));
  const auto all = std::max<std::int64_t>((summary.until - summary.from).count(), 1);
  std::string days;
  for (std::int64_t day = 0;; ++day) {
    const auto since = Millis(std::chrono::days(day)).count();
    const auto column = static_cast<std::size_t>(since * static_cast<std::int64_t>(width) / all);
    if (since >= all || column >= width) break;
    if (column >= days.size()) days = pad(days, column) + std::to_string(day + 1);
  }
  sheet.line("  " + days + "  (day)");
}

void show_spend(Sheet& sheet, const SpendSummary& spend) {
  const std::pair<const char*, std::chrono::seconds> rows[] = {{"onboarding", spend.onboarding},
                                                               {"hand-over", spend.handover},
                                                               {"other plans", spend.other},
                                                               {"mailboxes", spend.mailboxes},
                                                               {"inbound", spend.inbound}};
  for (const auto& [name, time] : rows) {
    if (time.count() == 0) continue;
    sheet.row(fmt::format("{}, minutes", name), (time.count() + 30) / 60, spend.talk().count() / 60,
              percent(time.count(), spend.talk().count()));
  }
}

void show_findings(Sheet& sheet, const std::vector<Finding>& found) {
  const auto mark = [](Weight weight) {
    switch (weight) {
      case Weight::kBroken:
        return "  !! ";
      case Weight::kMend:
        return "  !  ";
      case Weight::kNote:
        return "  -  ";
      case Weight::kGood:
        return "  ok ";
    }
    return "";
  };
  for (const Finding& finding : found) {
    sheet.paragraph(mark(finding.weight),
                    finding.todo.empty() ? finding.says : finding.says + " " + finding.todo);
  }
  if (found.empty()) sheet.line("  Nothing stands out.");
}

std::vector<std::string> own_names(const Tally& tally) {
  std::vector<std::string> names;
  for (const Count& count : tally) names.push_back(count.what);
  return names;
}

std::vector<int> own_counts(const Tally& tally) {
  std::vector<int> counts;
  for (const Count& count : tally) counts.push_back(count.count);
  return counts;
}

void show_stages(Sheet& sheet, const CallerSummary& callers) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < callers.stages.size(); ++i) {
    if (callers.stages[i] == 0) continue;
    parts.push_back(
        fmt::format("{} {}", number(callers.stages[i]), core::text_of(kEvery<core::Stage>[i])));
  }
  if (parts.empty()) return;
  sheet.paragraph("  ", fmt::format("stages at the end: {}", fmt::join(parts, ", ")));
}

}  // namespace

std::string terminal(const Summary& summary) {
  const Takeaways says = takeaways(summary);
  Sheet sheet;
  sheet.line(fmt::format("Line \"{}\": {}, {}, seed {}", summary.line,
                         counted(summary.callers.total, "caller", "callers"),
                         counted(summary.days, "day", "days"), summary.seed));
  sheet.heading("What stands out");
  show_findings(sheet, findings(summary));
  for (const std::string& violation : summary.violations) sheet.paragraph("     ", violation);
  sheet.heading("How callers ended");
  sheet.paragraph("  ", says.ends);
  show_all_ends(sheet, summary);
  show_stages(sheet, summary.callers);
  sheet.heading("From onboarding to callback: the first ring");
  sheet.paragraph("  ", says.callback);
  show_bins(sheet, summary.callback.ring.buckets, bucket_names());
  sheet.heading("Dials per caller");
  sheet.paragraph("  ", says.dials);
  show_bins(sheet, summary.dials.per_caller, dial_names(summary.dials.per_caller.size()));
  sheet.heading("Dials of hand-overs, and how many of them a person answered");
  sheet.paragraph("  ", says.tries);
  show_tries(sheet, summary.dials);
  sheet.heading("What the dials met");
  sheet.paragraph("  ", says.verdicts);
  show_bins(sheet, own_counts(summary.dials.verdicts), own_names(summary.dials.verdicts));
  sheet.heading("Dials (left) and calls in (right) by local hour");
  sheet.paragraph("  ", says.hours);
  show_hours(sheet, summary.hours);
  sheet.heading("The queue over time");
  sheet.paragraph("  ", says.queue);
  show_load(sheet, summary);
  sheet.heading("Slots and pace");
  sheet.paragraph("  ", says.slots);
  sheet.paragraph("  ", says.pace);
  sheet.heading("Talk and spend");
  sheet.paragraph("  ", says.spend);
  show_spend(sheet, summary.spend);
  sheet.paragraph("  ", fmt::format("{} sent.", counted(summary.texts.sent, "text", "texts")));
  return sheet.take();
}

}  // namespace pl::sim::report
