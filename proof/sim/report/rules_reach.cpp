// Rules about people: who was reached, by which dial, and who was not.
#include <fmt/format.h>

#include <algorithm>

#include "sim/report/rules.h"
#include "sim/report/wording.h"

namespace pl::sim::report {
namespace {

Ends ends_of(const Summary& summary, PlanKind kind) {
  Ends all;
  for (const PlanSummary& plan : summary.plans) {
    if (plan.kind != kind) continue;
    all.total += plan.ends.total;
    all.failed += plan.ends.failed;
    all.open += plan.ends.open;
    all.cancelled += plan.ends.cancelled;
  }
  return all;
}

// The last retry of the line's only kind of hand-over, if it was dialled often enough to judge.
const Try* last_retry(const Summary& summary) {
  const auto plan = std::find_if(
      summary.plans.begin(), summary.plans.end(),
      [](const PlanSummary& one) { return one.kind == PlanKind::kHandover && one.dials > 0; });
  if (plan == summary.plans.end() || plan->retries == 0) return nullptr;
  const auto n = static_cast<std::size_t>(plan->retries);
  if (n >= summary.dials.handover_tries.size()) return nullptr;
  const Try* last = &summary.dials.handover_tries[n];
  return last->dials >= 2 * kEnough ? last : nullptr;
}

}  // namespace

Answer handovers_lost(const Summary& summary) {
  const Ends ends = ends_of(summary, PlanKind::kHandover);
  if (!is_share(ends.failed, ends.total, 1)) return std::nullopt;
  Tally why;
  for (const PlanSummary& plan : summary.plans) {
    if (plan.kind == PlanKind::kHandover) {
      why.insert(why.end(), plan.ends.failed_why.begin(), plan.ends.failed_why.end());
    }
  }
  const auto most = std::max_element(
      why.begin(), why.end(), [](const Count& a, const Count& b) { return a.count < b.count; });
  const bool no_text = most->what.find("text") != std::string::npos;
  return Said{
      fmt::format("{} of the hand-overs ended with neither a call nor a text, most often: {}.",
                  percent(ends.failed, ends.total), most->what),
      no_text ? "Ask for consent to texts and for a channel when people sign up."
              : "Each of them is an attention item for a person."};
}

Answer deadline_cuts_retries(const Summary& summary) {
  for (const PlanKind kind : {PlanKind::kHandover, PlanKind::kOnboarding}) {
    const auto* plan = worst(summary, kind, &PlanSummary::cut_short);
    if (plan == nullptr || !is_share(plan->cut_short, plan->ends.total, 10)) continue;
    return Said{fmt::format("{} of `{}` ended with retries left that the deadline did not allow.",
                            percent(plan->cut_short, plan->ends.total), plan->name),
                fmt::format("Raise its deadline ({}) or shorten `retry`.",
                            format_duration(plan->deadline))};
  }
  return std::nullopt;
}

Answer more_retries(const Summary& summary) {
  const auto* plan = worst(summary, PlanKind::kHandover, &PlanSummary::used_up);
  const Try* last = last_retry(summary);
  if (plan == nullptr || last == nullptr || !is_share(last->answered, last->dials, 25) ||
      !is_share(plan->used_up, plan->ends.total, 5)) {
    return std::nullopt;
  }
  return Said{
      fmt::format("{} of the last retries of hand-overs were still answered, and {} of `{}` had "
                  "none left.",
                  percent(last->answered, last->dials), percent(plan->used_up, plan->ends.total),
                  plan->name),
      "One more entry in `retry` would reach some of them."};
}

Answer idle_retry(const Summary& summary) {
  const Try* last = last_retry(summary);
  if (last == nullptr || is_share(last->answered, last->dials, 5)) return std::nullopt;
  return Said{fmt::format("Only {} of the {} last retries of hand-overs were answered.",
                          percent(last->answered, last->dials), number(last->dials)),
              "They could be left out, or come later."};
}

Answer onboardings_incomplete(const Summary& summary) {
  const auto* plan = worst(summary, PlanKind::kOnboarding, &PlanSummary::incomplete);
  if (plan == nullptr || !is_share(plan->incomplete, plan->ends.total, 5)) return std::nullopt;
  return Said{fmt::format("{} of `{}` were answered and never completed.",
                          percent(plan->incomplete, plan->ends.total), plan->name),
              "Ask for fewer required fields, or allow another retry."};
}

Answer mailboxes(const Summary& summary) {
  for (const Count& count : summary.dials.verdicts) {
    if (count.what != core::text_of(core::Verdict::kVoicemail)) continue;
    if (!is_share(count.count, summary.dials.total, 25)) return std::nullopt;
    return Said{
        fmt::format("{} of the dials met a mailbox.", percent(count.count, summary.dials.total)),
        fmt::format("Their {} are part of the spend.", length(summary.spend.mailboxes))};
  }
  return std::nullopt;
}

Answer texts_unconfirmed(const Summary& summary) {
  const TextSummary& texts = summary.texts;
  const int all = texts.sent + texts.unconfirmed + texts.refused;
  if (!is_share(texts.unconfirmed + texts.refused, all, 5)) return std::nullopt;
  return Said{fmt::format("{} of the texts were refused or may not have arrived.",
                          percent(texts.unconfirmed + texts.refused, all)),
              "Each of them raises an attention item."};
}

Answer still_open(const Summary& summary) {
  int open = 0;
  for (const PlanSummary& plan : summary.plans) open += plan.ends.open;
  if (open == 0) return std::nullopt;
  return Said{
      fmt::format("{} still open at the end.", counted(open, "outreach was", "outreaches were")),
      "They are counted as open and not as lost."};
}

Answer nobody_lost(const Summary& summary) {
  const Ends ends = ends_of(summary, PlanKind::kHandover);
  if (ends.total < kEnough || ends.failed > 0 || ends.open > 0) return std::nullopt;
  return Said{
      ends.cancelled == 0
          ? "Every hand-over ended in a conversation or a text."
          : fmt::format("Every hand-over ended in a conversation or a text, but for {} that "
                        "were withdrawn.",
                        number(ends.cancelled)),
      ""};
}

}  // namespace pl::sim::report
