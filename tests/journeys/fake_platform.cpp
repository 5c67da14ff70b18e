#include "fake_platform.h"

#include <algorithm>
#include <utility>

namespace pl::journeys {

void FakePlatform::dial(ports::DialRequest request, std::function<void(ports::DialResult)> done) {
  DialScript script = every_dial;
  if (!next_dials.empty()) {
    script = next_dials.front();
    next_dials.pop_front();
  }
  const bool refused = script.reply == DialScript::Reply::kUs;
  const Posted posted{time_.now(), request, refused};
  if (on_dial && !on_dial(posted)) return;
  posts_.push_back(posted);
  if (script.place_after == Millis(0)) {
    ring(request);
  } else if (script.place_after) {
    time_.at(time_.now() + *script.place_after, [this, request] { ring(request); });
  }
  if (script.reply == DialScript::Reply::kNone || (before_reply && !before_reply())) return;
  const auto reply = reply_to(script, request.call, std::move(done));
  if (script.reply_after == Millis(0)) return reply();
  time_.at(time_.now() + script.reply_after, reply);
}

std::function<void()> FakePlatform::reply_to(const DialScript& script, const core::CallId& call,
                                             std::function<void(ports::DialResult)> done) {
  return [this, script, call, done = std::move(done), life = life_] {
    if (life != life_) return;
    switch (script.reply) {
      case DialScript::Reply::kPlaced: {
        const Conversation* placed = of_call(call);
        return done(ports::DialPlaced{placed->report.conversation, placed->report.call_sid});
      }
      case DialScript::Reply::kNumber:
        return done(ports::DialRefusedNumber{script.why});
      case DialScript::Reply::kUs:
        return done(ports::DialRefusedUs{script.why, script.rate_limited, script.retry_after});
      case DialScript::Reply::kUnknown:
        return done(ports::DialUnknown{script.why});
      case DialScript::Reply::kNone:
        return;
    }
  };
}

void FakePlatform::conversation(core::ConversationId id,
                                std::function<void(Result<core::ConversationReport>)> done) {
  if (look_ups_fail) return done(pl::fail(Code::kUnavailable, "the platform does not answer"));
  const Conversation* found = of_id(id);
  if (found == nullptr) return done(pl::fail(Code::kNotFound, "no such conversation"));
  done(found->report);
}

void FakePlatform::find(core::CallId call, std::string user_id, UtcTime since,
                        std::function<void(Result<std::optional<core::ConversationReport>>)> done) {
  if (look_ups_fail) return done(pl::fail(Code::kUnavailable, "the platform does not answer"));
  for (const Conversation& one : conversations_) {
    const bool listed =
        one.user_id == user_id && one.began >= since && one.began + listing_lag <= time_.now();
    if (listed && one.report.call == call) return done(std::optional(one.report));
  }
  done(std::optional<core::ConversationReport>());
}

void FakePlatform::tools(std::function<void(Result<std::map<std::string, core::ToolId>>)> done) {
  if (!knows_tools) return done(std::map<std::string, core::ToolId>{});
  done(std::map<std::string, core::ToolId>{{"collect_profile", {"tool_1"}},
                                           {"configure_preferences", {"tool_2"}},
                                           {"complete_onboarding", {"tool_3"}}});
}

const Conversation& FakePlatform::call_in(std::optional<core::PhoneNumber> from,
                                          const std::string& sid) {
  for (const Conversation& one : conversations_) {
    if (one.report.call_sid == core::CallSid{sid}) return one;
  }
  Conversation& conversation = begin(std::move(from), true);
  if (!sid.empty()) conversation.report.call_sid = core::CallSid{sid};
  conversation.report.status = core::ConversationStatus::kInProgress;
  conversation.picked_up = time_.now();
  return conversation;
}

void FakePlatform::set_initiation(const core::ConversationId& id,
                                  const core::Initiation& initiation) {
  Conversation* conversation = of_id(id);
  conversation->user_id = initiation.user_id.value_or("");
  conversation->first_message = initiation.override.first_message;
  conversation->report.call =
      core::CallId::parse(initiation.dynamic_variables.at("partyline_call"));
}

void FakePlatform::pick_up(Conversation& conversation) {
  conversation.report.status = core::ConversationStatus::kInProgress;
  conversation.picked_up = time_.now();
  say(conversation, core::Speaker::kAgent, conversation.first_message);
}

void FakePlatform::say(Conversation& conversation, core::Speaker speaker, std::string text) {
  const auto at = std::chrono::floor<std::chrono::seconds>(time_.now() - *conversation.picked_up);
  conversation.report.transcript.push_back({speaker, std::move(text), at});
}

void FakePlatform::hang_up(Conversation& conversation, std::optional<Millis> analysis) {
  conversation.ended = time_.now();
  conversation.report.status = core::ConversationStatus::kProcessing;
  conversation.report.duration =
      std::chrono::floor<std::chrono::seconds>(time_.now() - *conversation.picked_up);
  if (!analysis) return;
  time_.at(time_.now() + *analysis, [this, id = conversation.report.conversation] {
    of_id(id)->report.status = core::ConversationStatus::kDone;
  });
}

void FakePlatform::fail(Conversation& conversation, std::string why) {
  conversation.ended = time_.now();
  conversation.report.status = core::ConversationStatus::kFailed;
  conversation.report.failure = std::move(why);
}

const Conversation* FakePlatform::of_call(const core::CallId& call) const {
  const auto found = std::find_if(conversations_.begin(), conversations_.end(),
                                  [&](const auto& one) { return one.report.call == call; });
  return found == conversations_.end() ? nullptr : &*found;
}

Conversation* FakePlatform::of_call(const core::CallId& call) {
  return const_cast<Conversation*>(std::as_const(*this).of_call(call));
}

Conversation* FakePlatform::of_id(const core::ConversationId& id) {
  const auto found = std::find_if(conversations_.begin(), conversations_.end(),
                                  [&](const auto& one) { return one.report.conversation == id; });
  return found == conversations_.end() ? nullptr : &*found;
}

void FakePlatform::ring(const ports::DialRequest& request) {
  Conversation& conversation = begin(request.to, false);
  conversation.report.call = request.call;
  conversation.user_id = request.initiation.user_id.value_or("");
  conversation.first_message = request.initiation.override.first_message;
}

Conversation& FakePlatform::begin(std::optional<core::PhoneNumber> number, bool inbound) {
  const std::string ordinal = std::to_string(conversations_.size() + 1);
  Conversation conversation;
  conversation.report.conversation = {"conv_" + ordinal};
  conversation.report.call_sid = core::CallSid{"CA" + ordinal};
  conversation.number = std::move(number);
  conversation.began = time_.now();
  conversation.inbound = inbound;
  conversations_.push_back(std::move(conversation));
  return conversations_.back();
}

}  // namespace pl::journeys
