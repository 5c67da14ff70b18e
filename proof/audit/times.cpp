// Nobody is rung while still on the phone, nor before they could put it down.
#include "audit/books.h"

namespace pl::audit {
namespace {

// It had lapsed before its end was seen, if ever: nobody could wait for that.
bool ended_unseen(const CallBook& before, const CallBook& attempt) {
  const CallRow& row = before.row;
  return row.lapses_at <= attempt.born_at && (!row.ended_at || *row.ended_at >= row.lapses_at);
}

}  // namespace

void Auditor::Books::not_too_early(const Commit& commit, const CallBook& call) {
  const OutreachBook& outreach = *call.outreach;
  const OutreachRow& row = outreach.row;
  if (commit.at < row.due) broke("INV-06", "{} dials before {} is due", call.row.id, row.id);
  if (row.deadline && commit.at >= *row.deadline) {
    broke("INV-04", "{} dials past the deadline of {}", call.row.id, row.id);
  }
  if (row.awaits) {
    broke("INV-05", "{} dials for {}, which awaits the end of {}", call.row.id, row.id,
          *row.awaits);
  }
  if (outreach.plan == nullptr) return;
  const Millis pause = outreach.plan->after_call_end;
  if (outreach.after != nullptr) not_before_end(call, *outreach.after, pause);
  if (outreach.held_by != nullptr) not_before_end(call, *outreach.held_by, pause);
  retry_delayed(commit, call);
}

// By true times, where there is a truth: a call that was announced and never was has none.
void Auditor::Books::not_before_end(const CallBook& call, const CallBook& before, Millis pause) {
  if (before.leg == nullptr || ended_unseen(before, call)) return;
  if (!before.leg->over) {
    if (excuses.beyond_bounds || excuses.clock_steps) return;
    return broke("INV-05", "{} dials while {} goes on", call.row.id, before.row.id);
  }
  // A ring that came after it was given up is no clock for the next.
  const bool excused = excuses.clock_steps || excuses.beyond_bounds;
  if (excused || call.born_truly >= before.leg->over->at + pause) return;
  broke("INV-06", "{} dials {} ms after the end of {}", call.row.id,
        (call.born_truly - before.leg->over->at).count(), before.row.id);
}

void Auditor::Books::retry_delayed(const Commit& commit, const CallBook& call) {
  const OutreachBook& outreach = *call.outreach;
  const auto used = static_cast<std::size_t>(outreach.row.retries);
  if (used == 0 || used > outreach.plan->retry.size()) return;
  const CallBook* last = nullptr;
  for (const CallBook* one : outreach.attempts) {
    if (one->counts()) last = one;
  }
  if (last == nullptr) return;
  const Millis delay = outreach.plan->retry[used - 1];
  // A call that lapsed was judged before anybody saw its end: the delay counts from the verdict.
  const bool lapsed =
      last->row.ended_at && last->judged_at && *last->judged_at < *last->row.ended_at;
  if (last->row.ended_at && !lapsed && commit.at < *last->row.ended_at + delay) {
    broke("INV-06", "{} dials before the delay of retry {} is over", call.row.id, used);
  }
  not_before_end(call, *last, delay);
}

}  // namespace pl::audit
