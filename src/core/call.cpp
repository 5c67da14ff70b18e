#include "core/call.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/planted.h"
#include "core/answer_words.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;

// Look-ups of a dial whose outcome is unknown, counted from the POST; then every 30 s.
constexpr std::array<std::chrono::seconds, 8> kLookups{2s, 5s, 10s, 20s, 40s, 80s, 140s, 180s};
constexpr Millis kSoon = 2s;
constexpr Millis kRoutine = 10s;
constexpr Millis kJustEnded = 4s;            // what follows waits for the verdict
constexpr Millis kAnalysed = 20s;            // after the end; most reports are final by then
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

// How good a witness is: words by themselves are the weakest.
void take_evidence(Call& call, const Judgement& judgement) {
  if (judgement.evidence < call.evidence) return;
  call.answerer = judgement.answerer;
  call.evidence = judgement.evidence;
  call.shown_by = judgement.shown_by;
}

// Whoever phones in is a person once they have said a word: no machine phones us.
Judgement judge_words_of(const Call& call, std::string_view language) {
  if (planted(Bug::kAnyWordIsPerson) && shows_words(call.transcript)) {
    return {Answerer::kPerson, Evidence::kWords, "words"};
  }
  if (call.direction == Direction::kInbound && shows_words(call.transcript)) {
    return {Answerer::kPerson, Evidence::kWords, "words of the caller"};
  }
  const Heard heard = judge_words({std::string(language), call.transcript, call.duration});
  return {heard.answerer, Evidence::kWords, heard.evidence};
}

// What a report says of who picked up, by the strongest of its witnesses.
void weigh(Call& call, const ConversationReport& report) {
  const bool language_known = report.used && report.used->language && *report.used->language;
  const bool heard = is_final(report.status) || shows_words(call.transcript);
  if (heard)
    take_evidence(call, judge_words_of(call, language_known ? **report.used->language : ""));
  if (report.voicemail_detected) {
    take_evidence(call, {Answerer::kMailbox, Evidence::kVoicemailTool, "voicemail_detection"});
  }
  const auto told = told_by_platform(report);
  if (told == Verdict::kVoicemail) {
    take_evidence(call, {Answerer::kMailbox, Evidence::kPlatform, "voicemail"});
  } else if (told && told != Verdict::kFailed && !has_person(call)) {
    take_evidence(call, {Answerer::kNobody, Evidence::kPlatform, std::string(text_of(*told))});
  }
}

bool agent_spoke(const Call& call) {
  return std::any_of(call.transcript.begin(), call.transcript.end(),
                     [](const Turn& turn) { return turn.speaker == Speaker::kAgent; });
}

Verdict verdict_for(const Call& call) {
  switch (call.answerer.value_or(Answerer::kUnsure)) {
    case Answerer::kPerson: {
      const bool short_call = call.duration > 0s && call.duration < kBriefCall;
      const bool brief = call.direction == Direction::kOutbound && short_call;
      return brief ? Verdict::kBrief : Verdict::kAnswered;
    }
    case Answerer::kMailbox:
      return Verdict::kVoicemail;
    case Answerer::kScreener:
      return Verdict::kScreener;
    case Answerer::kMenu:
      return Verdict::kMenu;
    case Answerer::kNobody:
      return Verdict::kNobody;
    case Answerer::kUnsure:
      return Verdict::kUnsure;
  }
  return Verdict::kUnsure;
}

// The verdict that a final report supports.
Verdict judge(const Call& call, const ConversationReport& report) {
  if (planted(Bug::kFailedIsAnswered) && is_final(report.status)) return Verdict::kAnswered;
  const bool exchange = has_person(call) && agent_spoke(call);
  if (!exchange && names_us(report)) return Verdict::kFailedOnUs;
  const auto told = told_by_platform(report);
  if (!told) return verdict_for(call);
  // Whoever spoke was reached, whatever the network made of the call's end; and a mailbox was one.
  const bool broke_off = *told == Verdict::kFailed && call.answerer == Answerer::kMailbox;
  return has_person(call) || broke_off ? verdict_for(call) : *told;
}

// It was judged to have reached nobody, and now there is a person.
bool is_proved_late(const Call& call) {
  if (!call.verdict || !has_person(call)) return false;
  switch (*call.verdict) {
    case Verdict::kAnswered:
    case Verdict::kBrief:
    case Verdict::kRefusedNumber:
    case Verdict::kRefusedUs:
    case Verdict::kFailedOnUs:
    case Verdict::kUnresolved:
      return false;
    case Verdict::kVoicemail:
    case Verdict::kScreener:
    case Verdict::kMenu:
    case Verdict::kNobody:
    case Verdict::kUnsure:
    case Verdict::kBusy:
    case Verdict::kNoAnswer:
    case Verdict::kDeclined:
    case Verdict::kBlocked:
    case Verdict::kFailed:
    case Verdict::kNotPlaced:
      return true;
  }
  return false;
}

}  // namespace

CallNews observe(Call& call, const ConversationReport& report, UtcTime now) {
  CallNews news;
  if (call.conversation && *call.conversation != report.conversation) return news;
  const bool was_person = has_person(call);
  call.conversation = report.conversation;
  if (!call.call_sid) call.call_sid = report.call_sid;
  place(call, now, news);
  if (shows_answer(report)) set_once(call.answered_at, now, news.answered);
  if (report.transcript.size() >= call.transcript.size()) call.transcript = report.transcript;
  call.duration = std::max(call.duration, report.duration);
  if (call.failure.empty()) call.failure = report.failure;
  weigh(call, report);
  if (!has_ended(report.status)) return news;

  set_once(call.ended_at, now, news.ended);
  if (is_final(report.status)) {
    judge_once(call, judge(call, report), now, news);
    call.reported = true;
  }
  news.proved = !was_person && !news.judged && is_proved_late(call);
  return news;
}

CallNews observe_failure(Call& call, Verdict verdict, std::string_view why, UtcTime now) {
  CallNews news;
  place(call, now, news);
  set_once(call.ended_at, now, news.ended);
  if (call.failure.empty()) call.failure = why;
  if (!has_person(call) && verdict != Verdict::kFailed) {
    take_evidence(call, {Answerer::kNobody, Evidence::kPlatform, std::string(text_of(verdict))});
  }
  judge_once(call, has_person(call) ? Verdict::kAnswered : verdict, now, news);
  return news;
}

CallNews observe_tool(Call& call, const std::optional<ConversationId>& conversation, UtcTime now) {
  CallNews news;
  place(call, now, news);
  set_once(call.answered_at, now, news.answered);
  call.tool_called = true;
  if (!call.conversation) call.conversation = conversation;
  if (planted(Bug::kToolIsPerson)) {
    take_evidence(call, {Answerer::kPerson, Evidence::kTool, "a tool was called"});
  }
  return news;
}

CallNews observe_answerer(Call& call, const Judgement& judgement, UtcTime now) {
  CallNews news;
  const bool was_person = has_person(call);
  place(call, now, news);
  set_once(call.answered_at, now, news.answered);
  take_evidence(call, judgement);
  news.proved = !was_person && is_proved_late(call);
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
    judge_once(call, has_person(call) ? Verdict::kAnswered : Verdict::kUnresolved, now, news);
  }
  if (call.ended_at && now - *call.ended_at >= kUnjudgedCall) {
    judge_once(call, verdict_for(call), now, news);
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
  if (call.ended_at) {
    const bool just_ended = now - *call.ended_at < kAnalysed;
    return std::min(now + (just_ended ? kJustEnded : kRoutine), *call.ended_at + kUnjudgedCall);
  }
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

bool has_person(const Call& call) {
  return call.answerer == Answerer::kPerson;
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
