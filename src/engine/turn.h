// One event in one transaction: what every use case of the engine is made of. A turn reads and
// writes through its transaction and collects the effects to perform once that is durable.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "engine/lines.h"
#include "ports/entropy.h"
#include "ports/event_sink.h"
#include "ports/numbers.h"
#include "ports/store.h"
#include "ports/suppression.h"
#include "ports/text_channel.h"
#include "ports/voice_platform.h"
#include "ports/zones.h"

namespace pl::engine {

// What the engine decides with, besides the store. All of it is immutable or has no memory.
struct World {
  const Lines& lines;
  const ports::Zones& zones;
  const ports::Numbers& numbers;
  ports::Entropy& entropy;
  const ports::EventSink* events = nullptr;         // null: nobody is told
  const ports::Suppression* suppression = nullptr;  // null: nothing outlives an erasure
  std::string operator_chat = {};  // Telegram; told of what a person must look at. Empty: nobody
  bool counts_steps = false;       // somebody wants to know of every step of the outreach machine
};

// What must be done outside after the commit. A crash before it is done loses nothing: the rows say
// what was under way, and recovery takes it from there.
struct PlaceDial {
  ports::DialRequest request;
};
struct StopRinging {
  core::CallSid call;
};
struct AskConversation {
  core::CallId call;
  core::ConversationId conversation;
};
struct FindCall {
  core::CallId call;
  std::string user_id;
  UtcTime since;
};
struct SendText {
  core::TextId text;
  core::Channel channel;
  std::string address;
  std::string body;
};
struct FindText {
  core::TextId text;
  core::Channel channel;
  ports::TextQuestion question;
};
// One word to a person that answers one of theirs; whether it arrives is not followed.
struct SendNotice {
  core::Channel channel;
  std::string address;
  std::string body;
};
struct PostEvent {
  ports::EventPost post;
};
struct ForgetConversation {
  core::ConversationId conversation;
};
struct NoteSuppression {
  std::string hash;
  bool suppressed;
};
struct CountDrift {
  core::LineName line;
};
struct CountStep {
  core::OutreachState from;
  core::OutreachEvent event;
};
using Effect =
    std::variant<PlaceDial, StopRinging, AskConversation, FindCall, SendText, FindText, SendNotice,
                 PostEvent, ForgetConversation, NoteSuppression, CountDrift, CountStep>;

// A row that others met on the way: nothing where it is not there, or makes no sense. Whoever asks
// so goes on without it, and may not dial or text because it was not there.
template <class Row>
Result<std::optional<Row>> if_readable(Result<std::optional<Row>> row) {
  if (!row && row.error().code == Code::kCorrupt) return std::optional<Row>();
  return row;
}

// The open outreaches of a caller that can be read, and the first that cannot.
struct OpenOutreaches {
  std::vector<core::Outreach> rows;
  std::optional<core::OutreachId> unreadable;
};

class Turn {
 public:
  Turn(const World& turn_world, ports::Tx& turn_tx, UtcTime turn_now)
      : world(turn_world), tx(turn_tx), now(turn_now) {}

  const World& world;
  ports::Tx& tx;
  const UtcTime now;
  std::vector<Effect> effects;

  template <class SomeId>
  SomeId new_id() {
    return SomeId::make(now, world.entropy.draw());
  }

  // Takes one step of the outreach machine, stores it, and does what follows from it; one that
  // cannot be is journalled and changes nothing. `attempt` is there where the event may open one:
  // its row, which is written, says the same.
  Result<void> apply(const core::Outreach& outreach, const core::OutreachEvent& event,
                     std::optional<PlaceDial> attempt = std::nullopt);

  Result<void> journal(core::JournalEntry entry);
  Result<void> raise(const core::LineName& line, core::AttentionReason reason, std::string subject,
                     std::string what, std::string todo);
  // What made such items worth a look is over, whoever ended it: those of a line, or the one about
  // `subject`.
  Result<void> settle(core::AttentionReason reason, const core::LineName& line,
                      const std::optional<std::string>& subject = std::nullopt);

  // Lets a phone be silent that rings for nothing; without effect where the carrier's name of the
  // call is not known yet, or somebody has answered.
  Result<void> stop_ringing(const core::CallId& leg);

  // The rows of a caller, or a clear kNotFound.
  Result<core::Caller> caller(const core::CallerId& id);
  Result<core::Outreach> outreach(const core::OutreachId& id);

  Result<OpenOutreaches> open_outreaches(const core::CallerId& caller);

  // Lets blocked outreaches ask the gate again: a slot or the dialer became free; or a call with
  // that number is over, which leaves the person their plan's `after_call_end` to breathe.
  Result<void> wake(const core::LineName& line);
  Result<void> wake(const core::PhoneNumber& number);

  // The zones the caller may be in (whereabouts.h), each over the horizon; empty when none is
  // known.
  std::vector<core::ZoneOffsets> zones_of(const core::Caller& caller) const;

  // The platform's ids of a scene's tools; empty when one was never resolved.
  Result<std::optional<std::vector<core::ToolId>>> resolved_tools(const core::Scene& scene);

 private:
  Result<void> follow(const core::Outreach& outreach, const core::OutreachEffect& effect,
                      std::optional<PlaceDial>& attempt);
};

core::JournalEntry entry_for(const core::Caller& caller, std::string kind);
core::JournalEntry entry_for(const core::Outreach& outreach, std::string kind);
core::JournalEntry entry_for(const core::Call& call, std::string kind);

}  // namespace pl::engine
