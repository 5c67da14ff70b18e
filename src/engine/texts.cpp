#include "engine/texts.h"

#include <algorithm>

#include "base/planted.h"
#include "core/override.h"
#include "core/window.h"
#include "engine/whereabouts.h"

namespace pl::engine {
namespace {

using namespace std::chrono_literals;

constexpr Millis kWarm = 15min;  // after a call with the person a text is no surprise at any hour
constexpr Millis kChannelLimit = 60s;  // longer than a channel may take to answer
constexpr Millis kLongestBackOff = 15min;

std::optional<std::string> address_on(const core::Caller& caller, core::Channel channel) {
  switch (channel) {
    case core::Channel::kTelegram:
      return caller.telegram_chat_id;
    case core::Channel::kSms:
      return caller.number.number.e164();
  }
  return std::nullopt;
}

// The line's first channel that can reach the caller and was not tried for this outreach.
std::optional<core::Channel> next_channel(const core::Line& line, const core::Caller& caller,
                                          const std::vector<core::TextMessage>& tried) {
  for (const core::Channel channel : line.text) {
    const bool was_tried =
        std::any_of(tried.begin(), tried.end(),
                    [&](const core::TextMessage& text) { return text.channel == channel; });
    if (!was_tried && address_on(caller, channel)) return channel;
  }
  return std::nullopt;
}

// The instant from which a text may be sent: now, or when the calling window opens.
Result<std::optional<UtcTime>> decent_hour(Turn& turn, const core::Line& line,
                                           const core::Caller& caller) {
  PL_TRY(const auto last, turn.tx.last_conversation_end(caller.id));
  if (last && turn.now - *last <= kWarm) return turn.now;
  return core::next_open({line.calling.opens, line.calling.closes},
                         turn.zones_of(with_number_of_today(turn, caller)), turn.now);
}

// A phone of theirs rang for it, or may have.
Result<bool> has_rung(Turn& turn, const core::Outreach& outreach) {
  PL_TRY(const auto calls, turn.tx.calls_of(outreach.id));
  return std::any_of(calls.begin(), calls.end(), [](const core::Call& call) {
    return call.direction == core::Direction::kOutbound && (call.placed_at || call.unclear_at);
  });
}

Result<void> send(Turn& turn, const core::Line& line, const core::Scene& scene,
                  const core::Caller& caller, const core::Outreach& outreach,
                  core::Channel channel) {
  const core::Part part{line,
                        scene,
                        &caller,
                        core::Trust::kProfile,
                        outreach.variables,
                        {},
                        local_time(turn, caller)};
  PL_TRY(const bool rang, has_rung(turn, outreach));
  const core::TextMessage text{.id = turn.new_id<core::TextId>(),
                               .outreach = outreach.id,
                               .caller = caller.id,
                               .channel = channel,
                               .body = rang ? core::text_opening(part) : core::unrung_text(part),
                               .state = core::TextState::kSending,
                               .created_at = turn.now,
                               .failure = {}};
  PL_DO(turn.tx.insert(text));
  PL_DO(turn.apply(outreach, core::TextUnderWay{turn.now + kChannelLimit}));
  core::JournalEntry entry = entry_for(outreach, "text.sending");
  entry.details = {{"text", text.id.text()}, {"channel", std::string(text_of(channel))}};
  PL_DO(turn.journal(std::move(entry)));
  turn.effects.emplace_back(SendText{text.id, channel, *address_on(caller, channel), text.body});
  return {};
}

// Whether the channel can be asked what it has sent.
bool can_look(core::Channel channel) {
  switch (channel) {
    case core::Channel::kTelegram:
      return false;
    case core::Channel::kSms:
      return true;
  }
  return false;
}

// Asks once, and leaves the text under way for as long as the answer may take.
Result<void> look_for(Turn& turn, core::TextMessage text, const core::Outreach& outreach,
                      std::string why) {
  PL_TRY(const core::Caller caller, turn.caller(text.caller));
  text.failure = std::move(why);
  PL_DO(turn.tx.update(text));
  PL_DO(turn.apply(outreach, core::TextUnderWay{turn.now + kChannelLimit}));
  turn.effects.emplace_back(FindText{
      text.id, text.channel, {*address_on(caller, text.channel), text.body, text.created_at}});
  return {};
}

Result<void> text_unclear(Turn& turn, core::TextMessage text, std::string why) {
  if (planted(Bug::kUnclearTextAgain)) return turn.tx.remove(text.id);
  PL_TRY(const core::Outreach outreach, turn.outreach(text.outreach));
  const bool never_looked = can_look(text.channel) && text.failure.empty();
  if (never_looked && !core::is_terminal(outreach.state)) {
    return look_for(turn, std::move(text), outreach, std::move(why));
  }
  text.state = core::TextState::kUnconfirmed;
  text.failure = std::move(why);
  PL_DO(turn.tx.update(text));
  PL_DO(turn.apply(outreach, core::TextHandedOver{.confirmed = false}));
  return turn.raise(outreach.line, core::AttentionReason::kTextUnconfirmed, text.id.text(),
                    "a text may or may not have been delivered; it is not sent again",
                    "look into the chat, and reach the caller another way if it is not there");
}

}  // namespace

bool can_text(const core::Line& line, const core::Caller& caller, const core::Scene& scene) {
  return caller.consent.text && !caller.opted_out_at && !scene.texts.empty() &&
         next_channel(line, caller, {}).has_value();
}

Result<void> advance_texting(Turn& turn, const core::Outreach& outreach) {
  PL_TRY(const auto caller, turn.tx.caller(outreach.caller));
  const core::Line* line = turn.world.lines.find(outreach.line);
  const core::Scene* scene = line == nullptr ? nullptr : line->find_scene(outreach.plan.scene);
  const auto impossible = [&](std::string why) {
    return turn.apply(outreach, core::TextImpossible{std::move(why)});
  };
  if (!caller || scene == nullptr || scene->texts.empty()) {
    return impossible("the scene has no text opening");
  }
  if (caller->opted_out_at) return impossible("the caller opted out");
  if (caller->stage == core::Stage::kClosed) return impossible("the account is closed");
  if (!caller->consent.text) return impossible("no consent to texts");

  PL_TRY(const auto texts, turn.tx.texts_of(outreach.id));
  for (const core::TextMessage& text : texts) {
    // Its channel never answered, not even with a failure.
    if (text.state == core::TextState::kSending) {
      return text_unclear(turn, text, "the channel did not answer");
    }
  }
  const auto channel = next_channel(*line, *caller, texts);
  if (!channel) {
    return impossible(texts.empty() ? "no text channel" : "every text channel refused");
  }
  PL_TRY(const auto from, decent_hour(turn, *line, *caller));
  if (!from) return impossible("no decent hour within two days");
  if (*from > turn.now) {
    return turn.apply(outreach, core::TextPutOff{*from, "outside the calling window"});
  }
  return send(turn, *line, *scene, *caller, outreach, *channel);
}

Result<void> text_ended(Turn& turn, const core::TextId& id, const ports::TextResult& result) {
  PL_TRY(auto found, turn.tx.text(id));
  if (!found || found->state != core::TextState::kSending) return {};
  core::TextMessage text = *std::move(found);
  PL_TRY(const core::Outreach outreach, turn.outreach(text.outreach));
  if (const auto* accepted = std::get_if<ports::TextAccepted>(&result)) {
    text.state = core::TextState::kSent;
    text.channel_id = accepted->channel_id;
    text.failure.clear();
    PL_DO(turn.tx.update(text));
    return turn.apply(outreach, core::TextHandedOver{});
  }
  if (const auto* unknown = std::get_if<ports::TextUnknown>(&result)) {
    return text_unclear(turn, std::move(text), unknown->why);
  }
  core::JournalEntry entry = entry_for(outreach, "text.refused");
  UtcTime again = turn.now;
  if (const auto* later = std::get_if<ports::TextLater>(&result)) {
    // Nothing was sent: the same text goes out again as soon as the channel allows.
    entry.kind = "text.postponed";
    entry.details["why"] = later->why;
    PL_DO(turn.tx.remove(text.id));
    again = turn.now + std::min(later->retry_after, kLongestBackOff);
  } else {
    text.state = core::TextState::kRefused;
    text.failure = std::get<ports::TextRefused>(result).why;
    entry.details["why"] = text.failure;
    PL_DO(turn.tx.update(text));
  }
  PL_DO(turn.apply(outreach, core::TextPutOff{again, ""}));
  return turn.journal(std::move(entry));
}

Result<void> text_undelivered(Turn& turn, core::Channel channel, const std::string& channel_id,
                              std::string why) {
  PL_TRY(auto found, turn.tx.text_by_channel_id(channel, channel_id));
  if (!found || found->state != core::TextState::kSent) return {};
  core::TextMessage text = *std::move(found);
  text.state = core::TextState::kUndelivered;
  text.failure = std::move(why);
  PL_DO(turn.tx.update(text));
  PL_TRY(const core::Outreach outreach, turn.outreach(text.outreach));
  core::JournalEntry entry = entry_for(outreach, "text.undelivered");
  entry.details = {{"text", text.id.text()}, {"why", text.failure}};
  PL_DO(turn.journal(std::move(entry)));
  return turn.raise(outreach.line, core::AttentionReason::kTextUndelivered, text.id.text(),
                    "a text was accepted and did not arrive: " + text.failure,
                    "reach the caller another way");
}

Result<void> recover_text(Turn& turn, const core::TextId& id) {
  PL_TRY(const auto text, turn.tx.text(id));
  if (!text) return {};
  return text_unclear(turn, *text, "the server stopped before the channel answered");
}

Result<void> recover_texts(Turn& turn) {
  PL_TRY(const auto texts, turn.tx.unanswered_texts());
  for (const core::TextMessage& text : texts) PL_DO(recover_text(turn, text.id));
  return {};
}

}  // namespace pl::engine
