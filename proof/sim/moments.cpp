#include "sim/moments.h"

#include <algorithm>

namespace pl::sim {
namespace {

using S = Sometimes;

std::string detail(const audit::JournalRow& entry, const char* key) {
  const auto found = entry.details.find(key);
  return found == entry.details.end() ? "" : found->second;
}

}  // namespace

std::uint64_t Moments::committed(const Written& written) {
  const audit::Commit& commit = written.commit;
  for (const auto& one : commit.journal) pauses(one);
  for (const auto& row : commit.callers) caller(row);
  for (const auto& row : commit.calls) call(row, commit);
  std::uint64_t ended = 0;
  for (const auto& row : commit.outreaches) ended += outreach(row, commit.true_time) ? 1 : 0;
  for (const auto& row : commit.texts) text(row, commit);
  for (const auto& row : commit.attention) {
    if (row.open) {
      stage_.open_attention.insert(row.id);
    } else {
      stage_.open_attention.erase(row.id);
    }
  }
  for (const std::string& one : commit.erased) erased(one);
  for (const auto& one : commit.journal) {
    entry(one);
    if (one.kind == "caller.stage") stage(one, commit);
    if (one.kind == "call.placed" && commit.cause == "/elevenlabs/events") say(S::kWebhookFirst);
  }
  return ended;
}

void Moments::pauses(const audit::JournalRow& entry) {
  if (entry.kind == "dialer.paused") paused_ = true;
  if (entry.kind != "dialer.resumed") return;
  paused_ = false;
  stage_.last_trouble = stage_.time.now();
}

void Moments::text(const audit::TextRow& row, const audit::Commit& commit) {
  if (row.state == "sending") {
    // Written again while it is looked for: it is sent once.
    if (!sending_.insert(row.id).second) return;
    texting_[persons_[row.caller]].push_back({row.id, row.outreach});
    if (waited_.contains(row.outreach)) say(S::kTextWaitedForMorning);
    return;
  }
  sending_.erase(row.id);
  // A commit in doubt can keep a text that nobody handed over.
  std::erase_if(texting_[persons_[row.caller]],
                [&](const auto& text) { return text.first == row.id; });
  if (row.state == "sent") say(S::kTextSent);
  if (row.state == "refused") say(S::kTextRefused);
  if (row.state != "unconfirmed") return;
  say(commit.cause == "recovery" ? S::kRecoveredText : S::kTextUnclear);
}

void Moments::caller(const audit::CallerRow& row) {
  const int person = stage_.person_with(row.number);
  persons_.emplace(row.id, person);
  const auto [known, is_new] = callers_.emplace(row.id, row);
  if (is_new) return;
  const audit::CallerRow before = std::exchange(known->second, row);
  bool waiting = false;
  bool dialing = false;
  bool talking = false;
  bool open = false;
  if (person == 0) return;
  for (const auto& one : stage_.state_of(person).outreaches) {
    waiting = waiting || one.state == core::OutreachState::kWaiting;
    dialing = dialing || one.state == core::OutreachState::kDialing ||
              one.state == core::OutreachState::kRinging;
    talking = talking || one.state == core::OutreachState::kTalking;
    open = open || !core::is_terminal(one.state);
  }
  if (row.opted_out && !before.opted_out) {
    if (waiting) say(S::kOptOutWhileWaiting);
    if (dialing) say(S::kOptOutWhileDialing);
    if (talking) say(S::kOptOutWhileTalking);
  }
  if (row.stage == "closed" && before.stage != "closed" && open) say(S::kClosedWhileOpen);
  if (row.number != before.number && open) say(S::kNumberChangedWhileOpen);
  if (!row.voice && before.voice && open) say(S::kConsentWithdrawnWhileOpen);
}

void Moments::erased(const std::string& caller) {
  say(S::kErased);
  const int person = persons_[caller];
  if (person == 0) return;
  PersonState& them = stage_.state_of(person);
  them.erased = true;
  for (auto& one : them.outreaches) {
    if (!core::is_terminal(one.state)) say(S::kErasedWhileOpen);
    one.state = core::OutreachState::kCancelled;
    pending_.erase(one.id);
  }
}

void Moments::waits(const audit::OutreachRow& row) {
  const std::string& why = row.waits_for;
  if (why.empty()) return;
  if (why == "outside the calling window") {
    say(S::kOutsideWindow);
    if (row.state == "texting") waited_.insert(row.id);
  }
  if (why == "no free slot") say(S::kNoFreeSlot);
  if (why == "the line's pace") say(S::kPacedByTheLine);
  if (why.starts_with("the number's")) say(S::kNumberBudget);
  if (why.starts_with("a call with")) say(S::kOtherCallLive);
}

// Whoever's time has come is asked in within half a minute, whatever those before it wait for.
void Moments::in_its_turn(const audit::OutreachRow& row, UtcTime now) {
  constexpr std::chrono::seconds kPatience{30};
  if (stage_.clock.off() != Millis(0)) return;  // whose time has come is the server's clock to say
  const auto known = pending_.find(row.id);
  if (known != pending_.end()) {
    const Pending& pending = known->second;
    const UtcTime from =
        std::max({pending.due - stage_.clock.off(), pending.written, stage_.last_trouble});
    const bool withdrawn = row.state == "cancelled" || row.state == "held";
    if (!withdrawn && !paused_ && !pending.asked && now - from > kPatience) {
      stage_.complain("INV-31", row.id + " was not asked in when its time had come");
    }
    pending_.erase(known);
  }
  if (row.state != "waiting" || aside_.contains(row.id)) return;
  const bool asked = row.awaits.has_value() || !row.waits_for.empty();
  pending_.emplace(row.id, Pending{row.due, now, asked});
}

// True when it ended.
bool Moments::outreach(const audit::OutreachRow& row, UtcTime now) {
  in_its_turn(row, now);
  const auto state = enum_from<core::OutreachState>(row.state);
  if (!state) return false;
  const auto known = outreaches_.find(row.id);
  if (known == outreaches_.end()) {
    const int person = persons_[row.caller];
    if (row.redo) say(S::kRedone);
    if (person == 0) return false;
    auto& theirs = stage_.state_of(person).outreaches;
    outreaches_.emplace(row.id, std::pair(person, theirs.size()));
    theirs.push_back({row.id, *state});
    return core::is_terminal(*state);
  }
  waits(row);
  const auto [person, index] = known->second;
  auto& mine = stage_.state_of(person).outreaches[index];
  const core::OutreachState before = std::exchange(mine.state, *state);
  if (before == *state) return false;
  if (before == core::OutreachState::kHeld && *state == core::OutreachState::kWaiting) {
    say(S::kHeldAndReleased);
  }
  if (*state == core::OutreachState::kConnected) {
    if (row.via == "inbound") say(S::kFulfilled);
    if (row.retries > 0) say(S::kAnsweredAfterRetries);
    if (row.retries == 3) say(S::kLastRetry);
  }
  if (row.retries > 0 && *state == core::OutreachState::kWaiting) {
    const auto& plans = stage_.line.outreach;
    const bool onboarding = std::any_of(plans.begin(), plans.end(), [&](const core::Plan& plan) {
      return plan.name.text == row.plan && plan.is_onboarding();
    });
    if (onboarding) say(S::kOnboardingRetried);
  }
  return core::is_terminal(*state) && !core::is_terminal(before);
}

void Moments::call(const audit::CallRow& row, const audit::Commit& commit) {
  auto [known, is_new] = calls_.try_emplace(row.id);
  Seen& seen = known->second;
  const int whose = row.caller ? persons_[*row.caller] : 0;
  if (is_new && whose != 0) stage_.state_of(whose).call = row.id;
  if (is_new && row.inbound) {
    if (row.safe_scene) {
      say(S::kSafeScene);
    }
    if (!row.caller) say(S::kCallInUnknown);
    const int number_of = row.number ? stage_.person_with(*row.number) : 0;
    if (number_of != 0 && stage_.state_of(number_of).erased) say(S::kErasedCallsIn);
    if (row.caller && (row.stage == "new" || row.stage == "onboarding")) say(S::kCallInNotYet);
    if (row.stage == "closed") say(S::kCallInClosed);
    const int person = row.caller ? persons_[*row.caller] : 0;
    if (person != 0) {
      for (const auto& one : stage_.state_of(person).outreaches) {
        using enum core::OutreachState;
        if (one.state == kWaiting) say(S::kCallInWhileWaiting);
        if (one.state == kRinging) say(S::kCallInWhileRinging);
        if (one.state == kVerifying) say(S::kCallInWhileVerifying);
        if (one.state == kTexting) say(S::kCallInWhileTexting);
      }
    }
  }
  if (is_new && !row.inbound) last_recorded_ = row.id;
  if (row.unclear_at && !seen.unclear) {
    say(S::kDialUnclear);
    if (commit.cause == "recovery") say(S::kRecoveredDial);
  }
  if (!row.verdict.empty() && seen.verdict.empty()) judged(row, commit);
  const bool newly_placed = row.placed_at && !seen.placed;
  if (newly_placed && seen.unclear) {
    say(S::kUnclearWasPlaced);
    if (*row.placed_at - row.started_at > std::chrono::seconds(60)) say(S::kPlacedLate);
  }
  if (newly_placed && row.ended_at && !seen.unclear) say(S::kReplyAfterEnd);
  seen.unclear = row.unclear_at.has_value();
  seen.placed = row.placed_at.has_value();
  seen.ended = row.ended_at.has_value();
  seen.verdict = row.verdict;
}

void Moments::judged(const audit::CallRow& row, const audit::Commit& commit) {
  if (!row.ended_at) return say(S::kLegLapsed);
  const bool by_time = commit.at - *row.ended_at >= std::chrono::minutes(2);
  if (by_time && row.verdict == "answered") say(S::kJudgedByTime);
}

void Moments::stage(const audit::JournalRow& entry, const audit::Commit& commit) {
  if (detail(entry, "to") != "onboarded" || entry.details.contains("by")) return;
  const bool by_tool = commit.cause.find("/tools/") != std::string::npos;
  say(by_tool ? S::kCompletedByTool : S::kCompletedByFields);
}

bool Moments::is_handover(const audit::JournalRow& entry) const {
  const core::Plan* const plan = stage_.line.find_plan({detail(entry, "plan")});
  return plan != nullptr && plan->is_handover();
}

void Moments::entry(const audit::JournalRow& entry) {
  const std::string& kind = entry.kind;
  if (kind == "call.judged") {
    const std::string verdict = detail(entry, "verdict");
    if (verdict == "busy") say(S::kBusy);
    if (verdict == "no-answer") say(S::kNoAnswer);
    if (verdict == "voicemail") say(S::kMailbox);
    if (verdict == "brief") say(S::kBrief);
    if (verdict == "failed") say(S::kCarrierFailed);
    if (verdict == "number-refused") say(S::kNumberRefused);
    if (verdict == "refused") say(S::kRefusedUs);
    if (verdict == "not-placed") say(S::kUnclearWasNot);
    if (verdict == "unresolved") say(S::kDialUnresolved);
  } else if (kind == "dialer.paused") {
    say(S::kDialerPaused);
    if (entry.details.contains("until")) say(S::kRateLimited);
  } else if (kind == "call.drifted") {
    say(S::kDrifted);
  } else if (kind == "dialer.resumed") {
    say(S::kDialerResumed);
  } else if (kind == "outreach.connected" && is_handover(entry)) {
    say(S::kHandoverConnected);
  } else if (kind == "outreach.texted" && is_handover(entry)) {
    say(S::kHandoverTexted);
  } else if (kind == "outreach.texting") {
    const std::string error = detail(entry, "error");
    if (error == "deadline") say(S::kHandoverDeadline);
    if (error.starts_with("end of the call")) say(S::kAwaitedEndLost);
    if (error.starts_with("no consent")) say(S::kNeverByVoice);
  } else if (kind == "outreach.cancelled") {
    say(S::kCancelled);
  } else if (kind == "outreach.failed") {
    if (detail(entry, "error").find("no text channel") != std::string::npos) {
      say(S::kNoTextChannel);
    }
  } else if (kind == "text.postponed") {
    say(S::kTextPostponed);
  } else if (kind == "row.set-aside") {
    say(S::kRowSetAside);
    pending_.erase(detail(entry, "id"));  // its time is not its own any more
    aside_.insert(detail(entry, "id"));
  } else if (kind == "row.released") {
    say(S::kRowReleased);
    aside_.erase(detail(entry, "id"));
  }
}

void Moments::posted(const Posted& posted) {
  calls_[posted.request.call.text()].posted = true;
}

void Moments::died() {
  texting_.clear();  // what was not sent by now never is
  if (last_recorded_.empty()) return;
  if (!sending_.empty()) say(S::kDiedInText);
  const Seen& seen = calls_[last_recorded_];
  if (!seen.posted && !seen.ended) say(S::kDiedBeforePost);
  if (seen.posted && !seen.placed && !seen.ended) say(S::kDiedAfterPost);
}

std::string Moments::outreach_of_text(const std::string& address) {
  auto& recorded = texting_[stage_.person_addressed(address)];
  if (recorded.empty()) return "";
  std::string outreach = std::move(recorded.front().second);
  recorded.pop_front();
  return outreach;
}

}  // namespace pl::sim
