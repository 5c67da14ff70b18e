// What must hold when an attempt is committed: before its number rings, and whether it ever does.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {
namespace {

constexpr std::ptrdiff_t kFailuresOnUs = 2;  // dials of an outreach; none follows

using namespace std::chrono_literals;

// How many of the attempts before `mine` fall into the time before its commit.
int dials_within(const std::vector<CallBook*>& attempts, const CallBook& mine, Millis span,
                 UtcTime now) {
  return static_cast<int>(std::count_if(attempts.begin(), attempts.end(), [&](const CallBook* one) {
    return one != &mine && one->is_dial() && one->row.started_at > now - span;
  }));
}

void forget(std::vector<CallBook*>& attempts, UtcTime before) {
  const auto recent = std::find_if(attempts.begin(), attempts.end(), [&](const CallBook* one) {
    return one->row.started_at > before;
  });
  attempts.erase(attempts.begin(), recent);
}

}  // namespace

void Auditor::Books::attempted(const Commit& commit, CallBook& call) {
  if (call.outreach == nullptr) {
    call.outreach = outreaches.find(call.row.outreach);
    if (call.outreach == nullptr) {
      return broke("INV-17", "{} is the attempt of no outreach", call.row.id);
    }
    scene_fits(call);
  }
  dials_in_spite(call);
  past_damage(commit, call);
  may_be_rung(commit, call);
  within_budget(commit, call);
  nobody_else_on_the_phone(commit, call);
  OutreachBook& outreach = *call.outreach;
  if (outreach.row.leg != call.row.id) {
    broke("INV-17", "{} is not the leg of {}, which is {}", call.row.id, outreach.row.id,
          outreach.row.state);
  }
  within_plan(call);
  not_too_early(commit, call);
  outreach.attempts.push_back(&call);
}

void Auditor::Books::may_be_rung(const Commit& commit, const CallBook& call) {
  const std::string& id = call.row.id;
  if (call.caller == nullptr || call.row.caller != call.outreach->row.caller) {
    return broke("INV-09", "{} dials somebody who is not its outreach's caller", id);
  }
  const CallerRow& caller = call.caller->row;
  if (call.row.number != caller.number) {
    broke("INV-09", "{} dials a number that is not its caller's", id);
  }
  if (caller.opted_out) broke("INV-08", "{} dials after the opt-out of {}", id, caller.id);
  if (caller.stage == "closed") broke("INV-08", "{} dials the closed account {}", id, caller.id);
  if (!caller.voice) broke("INV-09", "{} dials {} without consent", id, caller.id);
  const bool unknown_area = caller.country.empty() && !countries_of(caller).empty();
  if (unknown_area && line.refuses_unknown_areas) {
    broke("INV-10", "{} dials into an area that nobody knows, and the line refuses those", id);
  }
  if (!unknown_area && !line.countries.contains(caller.country)) {
    broke("INV-10", "{} dials into a country that the line does not name", id);
  }
  if (!window_open(caller, commit.at)) {
    broke("INV-07", "{} dials outside the calling window of {} ({})", id, caller.id,
          format_utc(commit.at));
  }
}

void Auditor::Books::within_budget(const Commit& commit, const CallBook& call) {
  const std::string& id = call.row.id;
  if (call.number != nullptr) {
    std::vector<CallBook*>& attempts = call.number->attempts;
    forget(attempts, commit.at - 24h);
    if (dials_within(attempts, call, 1h, commit.at) >= line.per_number_hour) {
      broke("INV-10", "{} is beyond the hourly budget of its number", id);
    }
    const bool known_area = call.caller == nullptr || !call.caller->row.country.empty();
    const int a_day = known_area ? line.per_number_day : 1;
    if (dials_within(attempts, call, 24h, commit.at) >= a_day) {
      broke("INV-10", "{} is beyond the daily budget of its number", id);
    }
  }
  forget(recent, commit.at - 1s);
  if (dials_within(recent, call, 1s, commit.at) >= line.per_second) {
    broke("INV-10", "{} is beyond the dials a second", id);
  }
  int live = 0;
  int live_before = 0;  // this commit
  for (const CallBook* one : unfinished) {
    if (one == &call || one->row.lapses_at <= commit.at || perhaps_over(*one)) continue;
    ++live;
    if (one->born < serial) ++live_before;
  }
  if (live >= line.simultaneous) broke("INV-10", "{} makes {} calls at once", id, live + 1);
  const PlanFacts* plan = call.outreach->plan;
  const bool may_wait = plan != nullptr && plan->onboarding && call.outreach->row.retries == 0;
  if (may_wait && line.simultaneous >= 2 && live_before >= line.simultaneous - 1) {
    broke("INV-10", "{} takes the slot that is kept for what was promised", id);
  }
}

// By the rows alone: what Party Line itself knew.
void Auditor::Books::nobody_else_on_the_phone(const Commit& commit, const CallBook& call) {
  for (const CallBook* other : unfinished) {
    if (other == &call || other->number != call.number || other->number == nullptr) continue;
    if (perhaps_over(*other)) continue;
    if (other->unclear()) {
      broke("INV-19", "{} was committed while nobody knew what became of {}", call.row.id,
            other->row.id);
    } else if (other->row.lapses_at > commit.at) {
      broke("INV-01", "{} was committed while {} was live on its number", call.row.id,
            other->row.id);
    }
  }
  if (call.caller == nullptr) return;
  for (const OutreachBook* other : call.caller->outreaches) {
    if (other == call.outreach || !has_leg(other->state)) continue;
    const CallBook* leg = calls.find(other->row.leg);
    if (leg == nullptr || !leg->unfinished() || leg->number == call.number) continue;
    broke("INV-01", "{} was committed while {} was dialling for the same caller", call.row.id,
          other->row.id);
  }
}

void Auditor::Books::within_plan(const CallBook& call) {
  const OutreachBook& outreach = *call.outreach;
  const std::string& id = outreach.row.id;
  for (const std::string& text : outreach.texts) {
    const TextBook* book = texts.find(text);
    if (book == nullptr || book->removed) continue;
    return broke("INV-25", "{} dials for {} after a text", call.row.id, id);
  }
  if (outreach.plan == nullptr) return;
  const auto failed = [](const CallBook* one) { return one->row.verdict == "failed-on-us"; };
  if (std::count_if(outreach.attempts.begin(), outreach.attempts.end(), failed) >= kFailuresOnUs) {
    broke("INV-04", "{} is dialled for {} after {} that failed on us", call.row.id, id,
          kFailuresOnUs);
  }
  const auto dials =
      1 + std::count_if(outreach.attempts.begin(), outreach.attempts.end(),
                        [&](const CallBook* one) { return one->counts() && !failed(one); });
  if (dials > 1 + static_cast<std::ptrdiff_t>(outreach.plan->retry.size())) {
    broke("INV-04", "{} is dial {} of {}", call.row.id, dials, id);
  } else if (dials > 1 + outreach.row.retries) {
    broke("INV-04", "{} is dial {} of {}, which has used {} retries", call.row.id, dials, id,
          outreach.row.retries);
  }
}

}  // namespace pl::audit
