#include "audit.h"

#include <algorithm>

namespace pl::journeys {
namespace {

using namespace std::chrono_literals;

std::string subject(const News& news) {
  return news.entry.kind + " at " + format_utc(news.entry.at);
}

bool is_terminal_kind(const std::string& kind) {
  return kind == "outreach.connected" || kind == "outreach.texted" || kind == "outreach.failed" ||
         kind == "outreach.cancelled";
}

}  // namespace

void Audit::news(const News& news) {
  const std::string& kind = news.entry.kind;
  if (kind == "call.dialing") attempt(news);
  if (kind == "text.sending") text(news);
  if (kind.rfind("outreach.", 0) == 0) outreach(news);
  if (kind == "call.judged" && news.entry.outreach &&
      news.call->direction == core::Direction::kOutbound &&
      news.call->verdict == core::Verdict::kRefusedUs) {
    --stories_[*news.entry.outreach].dials;  // it was no dial
  }
  const bool onboarded = kind == "caller.stage" && news.entry.details.at("to") == "onboarded";
  if (onboarded && !news.entry.details.contains("by")) ++completions_[*news.entry.caller];
}

void Audit::attempt(const News& news) {
  const std::string at = subject(news);
  recorded_.insert(*news.entry.call);
  Story& story = stories_[*news.entry.outreach];
  ++story.dials;
  require(story.terminals == 0, at + ": dialled after the outreach had ended");
  require(news.caller.has_value(), at + ": dialled somebody who was erased");
  if (!news.caller) return;
  const core::Caller& caller = *news.caller;
  require(caller.consent.voice, at + ": dialled without consent");
  require(!caller.opted_out_at, at + ": dialled after opt-out");
  require(caller.stage != core::Stage::kClosed, at + ": dialled a closed account");
  require(caller.timezone.has_value(), at + ": a journey's caller needs a time zone");
  if (const auto zone = zones_.offsets(caller.timezone.value_or(""), news.entry.at)) {
    const UtcTime local = news.entry.at + zone->front().offset;
    const Millis clock = local - std::chrono::floor<std::chrono::days>(local);
    require(clock >= 8h && clock < 21h, at + ": dialled outside 08:00-21:00 of the caller's clock");
  }
  not_too_early(news, story);
  story.attempts.push_back({*news.entry.call, news.outreach->retries});
}

void Audit::not_too_early(const News& news, const Story& story) {
  const core::Plan& plan = news.outreach->plan;
  const int retries = news.outreach->retries;
  if (story.attempts.empty() && plan.is_handover()) {
    for (const Conversation& one : platform_.conversations()) {
      const bool before = one.number == news.call->number && one.ended;
      require(!before || news.entry.at >= *one.ended + plan.after_call_end,
              subject(news) + ": the hand-over came before its time");
    }
  }
  if (story.attempts.empty() || retries == story.attempts.back().retries) return;
  const Conversation* last = platform_.of_call(story.attempts.back().call);
  const Millis delay = plan.retry.at(static_cast<std::size_t>(retries) - 1);
  require(last == nullptr || !last->ended || news.entry.at >= *last->ended + delay,
          subject(news) + ": the retry came before its time");
}

void Audit::text(const News& news) {
  const std::string at = subject(news);
  ++texts_;
  const Story& story = stories_[*news.entry.outreach];
  require(!story.reached, at + ": texted somebody who was reached");
  require(story.terminals == 0, at + ": texted after the outreach had ended");
  require(news.caller && news.caller->consent.text, at + ": texted without consent");
  require(news.caller && !news.caller->opted_out_at, at + ": texted after opt-out");
}

void Audit::outreach(const News& news) {
  Story& story = stories_[*news.entry.outreach];
  const auto& details = news.entry.details;
  const bool born = news.entry.kind == "outreach.waiting" && !details.contains("from");
  if (born && news.outreach->plan.is_handover() && !news.outreach->redo) {
    ++handovers_[*news.entry.caller];
  }
  // A ring that the caller's own call made pointless uses no retry.
  const bool held_from_leg = news.entry.kind == "outreach.held" && details.at("from") != "waiting";
  if (held_from_leg) --story.dials;
  if (!is_terminal_kind(news.entry.kind)) return;
  ++story.terminals;
  story.reached = news.entry.kind == "outreach.connected";
  require(story.terminals == 1, subject(news) + ": the outreach ended twice");
}

void Audit::dial(const Posted& posted) {
  const std::string at = "dial at " + format_utc(posted.at);
  require(recorded_.contains(posted.request.call), at + ": not recorded before");
  const auto same = [&](const Posted& earlier) {
    return earlier.request.call == posted.request.call;
  };
  const auto& posts = platform_.posts();
  require(std::none_of(posts.begin(), posts.end(), same), at + ": the same attempt again");
  for (const Conversation& one : platform_.conversations()) {
    require(one.number != posted.request.to || one.ended,
            at + ": rings a number with a ring or a live call");
  }
  initiation(posted.request.initiation);
}

void Audit::initiation(const core::Initiation& initiation) {
  const core::Override& told = initiation.override;
  const core::Persona* speaker = nullptr;
  for (const core::Persona& one : line_.personas) {
    if (one.voice.voice_id == told.voice.voice_id) speaker = &one;
  }
  if (speaker == nullptr) return broke("an override without a persona's voice");
  const std::string who = "an override of " + speaker->name.text;
  require(told.prompt.rfind(speaker->prompt, 0) == 0, who + ": another prompt");
  for (const core::Persona& other : line_.personas) {
    const bool leaks = other.name != speaker->name &&
                       told.prompt.find(other.prompt.substr(0, 200)) != std::string::npos;
    require(!leaks, who + ": the prompt of " + other.name.text);
  }
  require(told.voice.model_id && told.voice.stability && told.voice.similarity_boost &&
              told.voice.speed,
          who + ": an incomplete voice");
  require(told.voice.stability == speaker->voice.stability, who + ": another voice's stability");
  require(told.language == speaker->language && !told.language.empty(), who + ": no language");
  require(!told.first_message.empty(), who + ": no first message");
  require(told.tool_ids.empty() || !speaker->tools.empty(), who + ": another persona's tools");
  const bool rendered = (told.prompt + told.first_message).find("{{") == std::string::npos;
  require(rendered, who + ": an unrendered variable");
}

void Audit::finish(const std::vector<core::Outreach>& outreaches, std::size_t texts_sent) {
  for (const core::Outreach& outreach : outreaches) {
    const Story& story = stories_[outreach.id];
    require(core::is_terminal(outreach.state), outreach.id.text() + ": did not end");
    require(story.terminals == 1, outreach.id.text() + ": its end was not journalled once");
    require(story.dials <= 1 + static_cast<int>(outreach.plan.retry.size()),
            outreach.id.text() + ": more dials than the plan allows");
  }
  require(completions_ == handovers_, "not one hand-over for each completed onboarding");
  require(texts_sent <= texts_, "a text that was not recorded");
}

}  // namespace pl::journeys
