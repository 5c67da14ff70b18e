#include "sim/reports.h"

#include <array>

#include "sim/requests.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

constexpr Millis kAnalysed = 3200ms;  // after the end; just after the report is final
constexpr Millis kFailureTold = 1s;
constexpr Millis kStale = 1h;
// When the platform sends a refused transcription again, where that is switched on.
constexpr std::array<Millis, 4> kSentAgain{30s, 2min, 8min, 30min};

}  // namespace

void Reports::over(const Conversation& conversation) {
  const int person = conversation.number ? stage_.person_with(conversation.number->e164()) : 0;
  const bool failed = conversation.report.status == core::ConversationStatus::kFailed;
  const Millis after = failed ? kFailureTold : kAnalysed;
  const Fact* fact = stage_.find(Verb::kReport, person, conversation.nth);
  if (fact == nullptr) return plan(conversation.index, after, false);
  stage_.fault(*fact);
  if (fact->how == How::kLost) return stage_.coverage.sometimes(Sometimes::kWebhookLost);
  plan(conversation.index, fact->how == How::kLate ? fact->at + after : after,
       fact->how == How::kStale);
  if (fact->how != How::kTwice) return;
  stage_.coverage.sometimes(Sometimes::kWebhookTwice);
  plan(conversation.index, after + fact->at, false);
}

void Reports::plan(std::size_t index, Millis after, bool stale) {
  stage_.time.after(after, [this, index, stale] {
    const Conversation& about = stage_.platform.at(index);
    if (stale) stage_.coverage.sometimes(Sometimes::kWebhookStale);
    const UtcTime now = stage_.time.now();
    Letter letter{
        about.index, now, stale, {}, about.report.status == core::ConversationStatus::kDone};
    letter.request = event_request(event_body(stage_.line, about, now), kEventsSecret,
                                   now - (stale ? kStale : 0ms));
    send(std::move(letter), 0);
  });
}

void Reports::send(Letter letter, int tries) {
  if (stage_.recorder != nullptr) {
    stage_.recorder->webhook(stage_.platform.at(letter.about), letter.written, letter.stale);
  }
  net::Request request = letter.request;
  stage_.server.request(
      std::move(request), [this, letter = std::move(letter), tries](const net::Response& response) {
        if (response.status == 200) {
          stage_.last_reported = letter.about;
          return;
        }
        stage_.coverage.sometimes(Sometimes::kWebhookRefused);
        const bool repeatable = response.status == 0 || response.status >= 500;
        const auto next = static_cast<std::size_t>(tries);
        const bool again = stage_.script.platform_retries && letter.repeats && repeatable;
        if (!again || next >= kSentAgain.size()) return;
        stage_.coverage.sometimes(Sometimes::kWebhookAgain);
        stage_.time.after(kSentAgain[next], [this, letter, tries] { send(letter, tries + 1); });
      });
}

void Reports::attack(const Fact& fact) {
  const auto& all = stage_.platform.conversations();
  const Conversation* victim = nullptr;
  for (const Conversation& one : all) {
    const bool theirs = one.number && stage_.person_with(one.number->e164()) == fact.caller;
    // A lie is about whoever is on the phone.
    if (fact.how == How::kStaleLie ? !one.ended.has_value() : theirs) victim = &one;
  }
  const std::string conversation = victim ? victim->report.conversation.text : "conv_1";
  const std::string call = victim && victim->report.call ? victim->report.call->text() : "";
  net::Request request = fact.how == How::kForgedEvent
                             ? forged_event(conversation, stage_.time.now())
                         : fact.how == How::kForgedTool
                             ? forged_tool(stage_.line, call)
                             : forged_pre_call(stage_.line, stage_.state_of(fact.caller).number);
  stage_.fault(fact);
  if (fact.how == How::kStaleLie) return lie(victim);
  if (stage_.recorder != nullptr) {
    stage_.recorder->forged(fact, victim, stage_.state_of(fact.caller).number);
  }
  stage_.server.request(std::move(request), [this](const net::Response& response) {
    if (response.status == 401) return stage_.coverage.sometimes(Sometimes::kForgedRefused);
    if (response.status != 0) stage_.complain("INV-22", "a forged request was not refused");
  });
}

// Genuinely signed, but an hour ago, and untrue: what a hint must not be believed.
void Reports::lie(const Conversation* victim) {
  if (victim == nullptr || victim->ended) return;
  if (stage_.recorder != nullptr) stage_.recorder->lied(*victim);
  const UtcTime signed_at = stage_.time.now() - kStale;
  stage_.server.request(
      event_request(event_body(stage_.line, *victim, signed_at, "busy"), kEventsSecret, signed_at),
      [](const net::Response&) {});
}

}  // namespace pl::sim
