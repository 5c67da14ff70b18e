// How plans and callers ended.
#include <algorithm>

#include "sim/report/parts.h"

namespace pl::sim::report {
namespace {

using core::OutreachState;

constexpr std::string_view kIncomplete = "incomplete";  // the outreach machine's word

void add_end(Ends& ends, const core::Outreach& outreach) {
  ++ends.total;
  if (!core::is_terminal(outreach.state)) {
    ++ends.open;
  } else if (outreach.state == OutreachState::kConnected) {
    ++(outreach.via == core::Via::kInbound ? ends.by_inbound : ends.by_call);
  } else if (outreach.state == OutreachState::kTexted) {
    ++(outreach.text_confirmed ? ends.texted : ends.unconfirmed);
  } else if (outreach.state == OutreachState::kFailed) {
    ++ends.failed;
    add(ends.failed_why, outreach.error);
  } else {
    ++ends.cancelled;
    add(ends.cancelled_why, outreach.error);
  }
}

void settle_reasons(Ends& ends) {
  settle(ends.failed_why);
  settle(ends.cancelled_why);
}

bool gave_up(const core::Outreach& outreach) {
  return outreach.state == OutreachState::kTexted || outreach.state == OutreachState::kFailed;
}

// A failed text is appended to what the calls failed of.
std::string_view calls_failed_of(const core::Outreach& outreach) {
  return std::string_view(outreach.error).substr(0, outreach.error.find(';'));
}

bool may_be_retried(std::string_view error) {
  using core::Verdict;
  if (error == kIncomplete) return true;
  const Verdict retried[] = {Verdict::kBusy,      Verdict::kNoAnswer,      Verdict::kFailed,
                             Verdict::kVoicemail, Verdict::kRefusedNumber, Verdict::kNotPlaced};
  return std::any_of(std::begin(retried), std::end(retried),
                     [&](Verdict verdict) { return core::text_of(verdict) == error; });
}

// Whether the slots that the outreach could have had were taken during most of its time. The
// outreach itself does not keep what it waited for.
bool slots_were_taken(const Week& week, const core::Outreach& outreach) {
  if (!outreach.deadline) return false;
  const int all = week.line.calling.simultaneous;
  const bool promised = outreach.plan.is_handover() || outreach.retries > 0;
  const int slots = !promised && all >= 2 ? all - 1 : all;  // as the gate counts
  const UtcTime from = std::max(outreach.due, *outreach.deadline - outreach.plan.deadline);
  auto sample = std::lower_bound(week.samples.begin(), week.samples.end(), from,
                                 [](const Sample& one, UtcTime time) { return one.at < time; });
  int seen = 0;
  int taken = 0;
  for (; sample != week.samples.end() && sample->at <= *outreach.deadline; ++sample) {
    ++seen;
    if (sample->live >= slots) ++taken;
  }
  return taken * 2 > seen;
}

void add_outreach(PlanSummary& plan, const Index& index, const core::Outreach& outreach) {
  add_end(plan.ends, outreach);
  const auto dials = index.dials_of(outreach).size();
  plan.dials += static_cast<int>(dials);
  if (!gave_up(outreach)) return;
  const std::string_view error = calls_failed_of(outreach);
  if (error == kIncomplete) ++plan.incomplete;
  if (dials == 0) {
    if (error == "deadline" && slots_were_taken(index.week, outreach)) ++plan.starved;
  } else if (may_be_retried(error)) {
    const bool all_used = static_cast<std::size_t>(outreach.retries) >= outreach.plan.retry.size();
    ++(all_used ? plan.used_up : plan.cut_short);
  }
}

// The outreach by which a caller is counted.
bool counts_more(const core::Outreach& a, const core::Outreach& b) {
  const auto rank = [](const core::Outreach& outreach) {
    switch (kind_of(outreach.plan)) {
      case PlanKind::kHandover:
        return 2;
      case PlanKind::kOnboarding:
        return 1;
      case PlanKind::kOther:
        return 0;
    }
    return 0;
  };
  if (rank(a) != rank(b)) return rank(a) > rank(b);
  return a.created_at >= b.created_at;
}

}  // namespace

std::vector<PlanSummary> summarize_plans(const Index& index) {
  std::vector<PlanSummary> plans;
  for (const core::Plan& plan : index.week.line.outreach) {
    plans.push_back({.name = plan.name.text,
                     .kind = kind_of(plan),
                     .ends = {},
                     .retries = static_cast<int>(plan.retry.size()),
                     .deadline = plan.deadline});
  }
  for (const core::Outreach& outreach : index.week.outreaches) {
    const auto plan = std::find_if(plans.begin(), plans.end(), [&](const PlanSummary& one) {
      return one.name == outreach.plan.name.text;
    });
    if (plan != plans.end()) add_outreach(*plan, index, outreach);
  }
  for (PlanSummary& plan : plans) settle_reasons(plan.ends);
  return plans;
}

CallerSummary summarize_callers(const Index& index) {
  std::map<core::CallerId, const core::Outreach*> counted;
  for (const core::Outreach& outreach : index.week.outreaches) {
    const core::Outreach*& best = counted[outreach.caller];
    if (best == nullptr || counts_more(outreach, *best)) best = &outreach;
  }
  CallerSummary summary;
  for (const core::Caller& caller : index.week.callers) {
    ++summary.total;
    ++summary.stages[static_cast<std::size_t>(caller.stage)];
    const auto found = counted.find(caller.id);
    if (found == counted.end()) {
      ++summary.never_asked;
    } else {
      add_end(summary.ends, *found->second);
    }
  }
  settle_reasons(summary.ends);
  return summary;
}

}  // namespace pl::sim::report
