#include "sim/platform.h"

#include <algorithm>
#include <charconv>
#include <type_traits>
#include <utility>

#include "base/planted.h"

namespace pl::sim {

void Platform::dial(ports::DialRequest request, std::function<void(ports::DialResult)> done) {
  if (on_dial) on_dial();
  if (!mortality_.passes()) return;
  const DialFate fate = fate_of ? fate_of(request) : DialFate{};
  if (on_posted) on_posted({time_.now(), request, fate.reply == DialFate::Reply::kUs});
  if (fate.place_after == Millis(0)) {
    ring(request);
  } else if (fate.place_after) {
    time_.follows_after(*fate.place_after, [this, request] { ring(request); });
  }
  const bool lost = fate.reply == DialFate::Reply::kUnknown;
  if (planted(Bug::kDialSentAgain) && lost)
    time_.after(Millis(1000), [this, request] { ring(request); });
  if (!mortality_.passes() || fate.reply == DialFate::Reply::kNone) return;
  const Millis after = fate.reply_after;
  const auto reply = reply_to(fate, request.call, std::move(done));
  if (after == Millis(0)) return reply();
  time_.follows_after(after, reply);
}

std::function<void()> Platform::reply_to(DialFate fate, const core::CallId& call,
                                         std::function<void(ports::DialResult)> done) {
  return [this, fate = std::move(fate), call, done = std::move(done), life = life_] {
    if (life != life_) return;
    switch (fate.reply) {
      case DialFate::Reply::kPlaced: {
        const Conversation* placed = of_call(call);
        return done(ports::DialPlaced{placed->report.conversation, placed->report.call_sid});
      }
      case DialFate::Reply::kNumber:
        return done(ports::DialRefusedNumber{fate.why});
      case DialFate::Reply::kUs:
        return done(ports::DialRefusedUs{fate.why, fate.rate_limited, fate.retry_after});
      case DialFate::Reply::kUnknown:
        return done(ports::DialUnknown{fate.why});
      case DialFate::Reply::kNone:
        return;
    }
  };
}

void Platform::conversation(core::ConversationId id,
                            std::function<void(Result<core::ConversationReport>)> done) {
  if (!mortality_.passes()) return;
  if (look_ups_fail) return done(pl::fail(Code::kUnavailable, "the platform does not answer"));
  const Conversation* found = of_id(id);
  if (found == nullptr || found->forgotten) {
    return done(pl::fail(Code::kNotFound, "no such conversation"));
  }
  done(found->report);
}

void Platform::find(core::CallId call, std::string user_id, UtcTime since,
                    std::function<void(Result<std::optional<core::ConversationReport>>)> done) {
  if (!mortality_.passes()) return;
  if (look_ups_fail) return done(pl::fail(Code::kUnavailable, "the platform does not answer"));
  const auto of_user = by_user_.find(user_id);
  if (of_user != by_user_.end()) {
    for (const std::size_t index : of_user->second) {
      const Conversation& one = conversations_[index];
      const bool listed = one.began >= since && one.listed_from <= time_.now() && !one.forgotten;
      if (listed && one.report.call == call) return done(std::optional(one.report));
    }
  }
  done(std::optional<core::ConversationReport>());
}

void Platform::tools(std::function<void(Result<std::map<std::string, core::ToolId>>)> done) {
  if (!mortality_.passes()) return;
  done(known_tools);
}

void Platform::forget(core::ConversationId id, std::function<void(Result<void>)> done) {
  if (!mortality_.passes()) return;
  if (look_ups_fail) return done(pl::fail(Code::kUnavailable, "the platform does not answer"));
  Conversation* const found = of_id(id);
  if (found == nullptr || found->forgotten) {
    return done(pl::fail(Code::kNotFound, "no such conversation"));
  }
  found->forgotten = true;
  if (on_forgotten) on_forgotten(*found);
  done({});
}

void Platform::agent(std::string, std::function<void(Result<core::AgentSwitches>)> done) {
  if (!mortality_.passes()) return;
  core::AgentSwitches switches{.overrides = {}, .asks_webhook = true};
  for (auto aspect = core::Aspect::kPrompt; aspect <= core::Aspect::kMaxDuration;
       aspect = static_cast<core::Aspect>(static_cast<int>(aspect) + 1)) {
    if (!drops.contains(aspect)) switches.overrides.insert(aspect);
  }
  done(switches);
}

Conversation& Platform::call_in(std::optional<core::PhoneNumber> from, core::CallSid sid) {
  Conversation& conversation = begin(std::move(from), true);
  if (!sid.text.empty()) conversation.report.call_sid = std::move(sid);
  conversation.report.status = core::ConversationStatus::kInProgress;
  conversation.picked_up = time_.now();
  if (on_begin) on_begin(conversation);
  return conversation;
}

namespace {

constexpr const char* kNotAllowed = "Override for field 'llm' is not allowed by config.";

// What the agent says first on its own account.
constexpr const char* kOwnFirstMessage = "Hello, how can I help you?";

// It keeps its record by the truth: what was dropped was not used.
core::ReportedInitiation used_of(const core::Initiation& told,
                                 const std::set<core::Aspect>& drops) {
  using enum core::Aspect;
  const auto used = [&drops](core::Aspect aspect, const auto& value) {
    using Value = std::decay_t<decltype(value)>;
    return core::Reported<Value>(drops.contains(aspect) ? std::nullopt : std::optional(value));
  };
  const auto used_if_told = [&drops](core::Aspect aspect, const auto& value) {
    using Value = typename std::decay_t<decltype(value)>::value_type;
    return core::Reported<Value>(drops.contains(aspect) ? std::nullopt : value);
  };
  const core::Override& override = told.override;
  return {.prompt = used(kPrompt, override.prompt),
          .first_message = used(kFirstMessage, override.first_message),
          .language = used(kLanguage, override.language),
          .llm = used_if_told(kLlm, override.llm),
          .tool_ids = used(kToolIds, override.tool_ids),
          .voice_id = used(kVoiceId, override.voice.voice_id),
          .model_id = used_if_told(kModelId, override.voice.model_id),
          .stability = used_if_told(kStability, override.voice.stability),
          .similarity_boost = used_if_told(kSimilarityBoost, override.voice.similarity_boost),
          .speed = used_if_told(kSpeed, override.voice.speed),
          .dynamic_variables = told.dynamic_variables,
          .user_id = told.user_id};
}

}  // namespace

void Platform::set_initiation(Conversation& conversation, const core::Initiation& initiation) {
  conversation.user_id = initiation.user_id.value_or("");
  const bool own_words = drops.contains(core::Aspect::kFirstMessage);
  conversation.first_message = own_words ? kOwnFirstMessage : initiation.override.first_message;
  if (!drops.contains(core::Aspect::kToolIds)) conversation.tools = initiation.override.tool_ids;
  conversation.report.used =
      std::make_shared<const core::ReportedInitiation>(used_of(initiation, drops));
  conversation.max_duration = initiation.override.max_duration;
  by_user_[conversation.user_id].push_back(conversation.index);
  if (conversation.picked_up) say(conversation, core::Speaker::kAgent, conversation.first_message);
  const auto named = initiation.dynamic_variables.find("partyline_call");
  if (named == initiation.dynamic_variables.end()) return;
  conversation.report.call = core::CallId::parse(named->second);
  by_call_.emplace(named->second, conversation.index);
}

Conversation& Platform::begin(std::optional<core::PhoneNumber> number, bool inbound) {
  Conversation& conversation = conversations_.emplace_back();
  conversation.index = conversations_.size() - 1;
  const std::string index = std::to_string(conversations_.size());
  conversation.report.conversation = {"conv_" + index};
  conversation.report.call_sid = core::CallSid{"CA" + index};
  conversation.number = std::move(number);
  conversation.began = time_.now();
  conversation.listed_from = time_.now() + listing_lag;
  conversation.inbound = inbound;
  return conversation;
}

void Platform::ring(const ports::DialRequest& request) {
  Conversation& conversation = begin(request.to, false);
  conversation.rings_for = request.ring;
  conversation.report.agent_id = request.agent_id;
  set_initiation(conversation, request.initiation);
  if (on_begin) on_begin(conversation);
  if (on_ring) on_ring(conversation);
}

void Platform::pick_up(Conversation& conversation) {
  if (conversation.ended || conversation.picked_up) return;
  conversation.report.status = core::ConversationStatus::kInProgress;
  conversation.picked_up = time_.now();
  if (fails_calls) return fail(conversation, std::nullopt, kNotAllowed);
  if (!conversation.first_message.empty()) {
    say(conversation, core::Speaker::kAgent, conversation.first_message);
  }
}

void Platform::say(Conversation& conversation, core::Speaker speaker, std::string text) {
  if (conversation.ended || !conversation.picked_up) return;
  const auto at =
      std::chrono::duration_cast<std::chrono::seconds>(time_.now() - *conversation.picked_up);
  if (speaker == core::Speaker::kUser && !conversation.machine) conversation.spoke = true;
  if (speaker == core::Speaker::kAgent && !conversation.report.first_turn) {
    conversation.report.first_turn = core::FirstTurn{text, false, ""};
  }
  conversation.report.transcript.push_back({speaker, std::move(text), at});
}

void Platform::play(Conversation& conversation, std::string text) {
  conversation.machine = true;
  say(conversation, core::Speaker::kUser, std::move(text));
}

void Platform::conclude(Conversation& conversation) {
  conversation.ended = time_.now();
  if (conversation.picked_up) {
    conversation.report.duration =
        std::chrono::duration_cast<std::chrono::seconds>(time_.now() - *conversation.picked_up);
  }
  if (on_over) on_over(conversation);
}

void Platform::hang_up(Conversation& conversation, std::optional<Millis> analysis) {
  if (conversation.ended) return;
  conversation.report.status = core::ConversationStatus::kProcessing;
  conclude(conversation);
  if (!analysis) return;
  time_.follows_after(*analysis, [this, index = conversation.index] {
    conversations_[index].report.status = core::ConversationStatus::kDone;
  });
}

void Platform::fail(Conversation& conversation, std::optional<core::CallResult> result,
                    std::string why) {
  if (conversation.ended) return;
  conversation.report.status = core::ConversationStatus::kFailed;
  conversation.report.result = result;
  conversation.report.failure = std::move(why);
  conclude(conversation);
}

Conversation* Platform::of_call(const core::CallId& call) {
  const auto found = by_call_.find(call.text());
  return found == by_call_.end() ? nullptr : &conversations_[found->second];
}

Conversation* Platform::of_sid(const core::CallSid& sid) {
  const auto found = std::find_if(conversations_.begin(), conversations_.end(),
                                  [&](const auto& one) { return one.report.call_sid == sid; });
  return found == conversations_.end() ? nullptr : &*found;
}

Conversation* Platform::of_id(const core::ConversationId& id) {
  // "conv_7" is the seventh.
  std::size_t ordinal = 0;
  const std::string_view digits = std::string_view(id.text).substr(std::min(id.text.size(), 5UL));
  std::from_chars(digits.data(), digits.data() + digits.size(), ordinal);
  const bool known = ordinal > 0 && ordinal <= conversations_.size();
  return known ? &conversations_[ordinal - 1] : nullptr;
}

void Carrier::stop_ringing(core::CallSid call, std::function<void(Result<void>)> done) {
  if (!mortality_.passes()) return;
  Conversation* const ringing = platform_.of_sid(call);
  if (ringing == nullptr || ringing->picked_up || ringing->ended) {
    return done(pl::fail(Code::kConflict, "it does not ring"));
  }
  platform_.fail(*ringing, core::CallResult::kFailed, kStopped);
  done({});
}

}  // namespace pl::sim
