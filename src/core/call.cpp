#include "core/call.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/planted.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;

// Look-ups of a dial whose outcome is unknown, counted from the POST; then every 30 s.
constexpr std::array<std::chrono::seconds, 8> kLookups{2s, 5s, 10s, 20s, 40s, 80s, 140s, 180s};
constexpr Millis kSoon = 2s;
constexpr Millis kRoutine = 10s;
constexpr Millis kFinalReportLimit = 10min;  // after the end; then its transcript is given up

void set_once(std::optional<UtcTime>& fact, UtcTime now, bool& news) {
  if (fact) return;
  fact = now;
  news = true;
}

void judge_once(Call& call, Verdict verdict, UtcTime now, CallNews& news) {
  if (call.verdict) return;
  call.verdict = verdict;
  call.judged_at = now;
  news.judged = true;
}

void place(Call& call, UtcTime now, CallNews& news) {
  if (call.direction == Direction::kOutbound) set_once(call.placed_at, now, news.placed);
}

}  // namespace

CallNews observe(Call& call, const ConversationReport& report, UtcTime now) {
  CallNews news;
  if (call.conversation && *call.conversation != report.conversation) return news;
  call.conversation = report.conversation;
  if (!call.call_sid) call.call_sid = report.call_sid;
  place(call, now, news);
  const bool ended = has_ended(report.status);
  if (shows_answer(report)) set_once(call.answered_at, now, news.answered);
  call.person = call.person || shows_person(report);
  if (report.transcript.size() >= call.transcript.size()) call.transcript = report.transcript;
  call.duration = std::max(call.duration, report.duration);
  if (call.failure.empty()) call.failure = report.failure;
  if (!ended) return news;

  set_once(call.ended_at, now, news.ended);
  // A tool call is proof of a person; waiting for the platform's analysis would add nothing.
  if (call.tool_called) judge_once(call, Verdict::kAnswered, now, news);
  if (const auto verdict = judge(report)) {
    // Who was heard, or picked up, in an earlier report is not forgotten by a poorer final one.
    const bool picked_up = call.person || (call.answered_at && *verdict != Verdict::kBrief);
    const bool mailbox = *verdict == Verdict::kVoicemail;
    judge_once(call, picked_up && !mailbox ? Verdict::kAnswered : *verdict, now, news);
    call.reported = true;
  }
  return news;
}

CallNews observe_failure(Call& call, Verdict verdict, UtcTime now) {
  CallNews news;
  place(call, now, news);
  set_once(call.ended_at, now, news.ended);
  judge_once(call, call.person ? Verdict::kAnswered : verdict, now, news);
  return news;
}

CallNews observe_tool(Call& call, const std::optional<ConversationId>& conversation, UtcTime now) {
  CallNews news;
  place(call, now, news);
  set_once(call.answered_at, now, news.answered);
  call.person = true;
  call.tool_called = true;
  if (!call.conversation) call.conversation = conversation;
  if (call.ended_at) judge_once(call, Verdict::kAnswered, now, news);
  return news;
}

void observe_completion(Call& call) {
  call.completed = true;
}

std::set<Aspect> observe_drift(Call& call, const std::set<Aspect>& found) {
  std::set<Aspect> fresh;
  std::set_difference(found.begin(), found.end(), call.drift.begin(), call.drift.end(),
                      std::inserter(fresh, fresh.end()));
  call.drift.insert(fresh.begin(), fresh.end());
  return fresh;
}

CallNews observe_placed(Call& call, ConversationId conversation, std::optional<CallSid> call_sid,
                        UtcTime now) {
  CallNews news;
  place(call, now, news);
  if (!call.conversation) call.conversation = std::move(conversation);
  if (!call.call_sid) call.call_sid = std::move(call_sid);
  return news;
}

CallNews observe_refused(Call& call, Verdict verdict, std::string why, UtcTime now) {
  CallNews news;
  if (call.placed_at || call.ended_at) return news;  // other evidence says that it took place
  call.failure = std::move(why);
  call.reported = true;
  set_once(call.ended_at, now, news.ended);
  judge_once(call, verdict, now, news);
  return news;
}

bool observe_unclear(Call& call, std::string why, UtcTime now) {
  if (call.placed_at || call.ended_at || call.unclear_at) return false;
  call.unclear_at = now;
  // It may ring as long as nobody can say that it does not, however short its scene is.
  call.lapses_at = std::max(call.lapses_at, call.started_at + kLookupLimit);
  call.failure = std::move(why);
  plan_poll(call, false, now);
  return true;
}

CallNews observe_absent(Call& call, UtcTime now) {
  CallNews news;
  const bool never_seen = !call.conversation && !call.ended_at;
  if (!never_seen || (call.direction == Direction::kOutbound && !is_verifying(call))) return news;
  if (!call.first_negative_at) {
    call.first_negative_at = now;
    return news;
  }
  if (now - *call.first_negative_at < kLookupApart) return news;
  if (now - call.started_at < kLookupSettle) return news;
  call.reported = true;
  set_once(call.ended_at, now, news.ended);
  judge_once(call, Verdict::kNotPlaced, now, news);
  return news;
}

CallNews observe_time(Call& call, UtcTime now) {
  CallNews news;
  if (is_verifying(call)) {
    if (now - call.started_at < kLookupLimit) return news;
    call.reported = true;
    set_once(call.ended_at, now, news.ended);
    judge_once(call, Verdict::kUnresolved, now, news);
    return news;
  }
  if (!call.ended_at && now >= call.lapses_at) {
    // No end was seen. If nobody was heard either, whether anyone picked up is unknown. The end
    // itself stays open: it may still be reported, and what awaits it waits for that.
    judge_once(call, call.person ? Verdict::kAnswered : Verdict::kUnresolved, now, news);
  }
  if (call.ended_at && now - *call.ended_at >= kUnjudgedCall) {
    judge_once(call, Verdict::kAnswered, now, news);
  }
  return news;
}

std::optional<UtcTime> next_poll(const Call& call, bool eager, UtcTime now) {
  if (call.reported) return std::nullopt;
  if (planted(Bug::kNeverPolls) || planted(Bug::kRefusesWhenBusy)) return std::nullopt;
  if (is_verifying(call)) {
    for (const auto after : kLookups) {
      if (call.started_at + after > now) return call.started_at + after;
    }
    return std::min(now + kLookupApart, std::max(now, call.started_at + kLookupLimit));
  }
  if (call.verdict) {
    const UtcTime over = call.ended_at.value_or(*call.judged_at);
    if (now - over >= kFinalReportLimit || !call.conversation) return std::nullopt;
    return now + kRoutine;
  }
  if (call.ended_at) return std::min(now + kRoutine, *call.ended_at + kUnjudgedCall);
  const bool ringing = call.direction == Direction::kOutbound && !call.answered_at;
  return std::min(now + (ringing || eager ? kSoon : kRoutine), std::max(now, call.lapses_at));
}

void plan_poll(Call& call, bool eager, UtcTime now) {
  call.poll_at = next_poll(call, eager, now);
}

bool hurry_poll(Call& call, UtcTime now) {
  if (call.reported || !call.conversation) return false;
  call.poll_at = now;
  return true;
}

bool is_live(const Call& call, UtcTime now) {
  return !call.ended_at && !call.verdict && now < call.lapses_at;
}

bool is_dialing(const Call& call) {
  return call.direction == Direction::kOutbound && !call.placed_at && !call.unclear_at &&
         !call.ended_at && !call.verdict;
}

bool is_verifying(const Call& call) {
  return call.unclear_at && !call.placed_at && !call.ended_at && !call.verdict;
}

std::string_view state_of(const Call& call) {
  if (call.verdict) return "over";
  if (call.ended_at) return "ended";
  if (call.direction == Direction::kInbound || call.answered_at) return "talking";
  if (call.placed_at) return "ringing";
  return call.unclear_at ? "verifying" : "dialing";
}

}  // namespace pl::core
