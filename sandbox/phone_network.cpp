#include "sandbox/phone_network.h"

#include <algorithm>

#include "sandbox/agent_settings.h"
#include "sandbox/post_call.h"
#include "sandbox/shapes.h"
#include "sandbox/talk.h"

namespace pl::sandbox {
namespace {

constexpr Millis kInitiationLimit{5'000};

// How an unanswered dial looks from outside, in each of the vocabularies that name it.
struct Failure {
  std::string_view truth;           // the ledger's
  std::string_view failure_reason;  // the webhook's
  std::string_view call_status;     // Twilio's
  std::string_view call_result;     // the conversation's
  int code;
};
constexpr Failure kBusy{"busy", "busy", "busy", "busy", 486};
constexpr Failure kDeclined{"declined", "busy", "busy", "busy", 486};
constexpr Failure kNoAnswer{"no_answer", "no-answer", "no-answer", "no_answer", 487};
constexpr Failure kCanceled{"canceled", "unknown", "canceled", "failed", 487};
constexpr Failure kUnreachable{"unreachable", "unknown", "failed", "failed", 404};

Conversation& add_conversation(World& world, const Agent& agent, const PhoneNumber& line) {
  auto conversation = std::make_unique<Conversation>();
  conversation->id = world.new_conversation_id();
  conversation->call_sid = "CA" + world.new_hex(32);
  conversation->stream_sid = "MZ" + world.new_hex(32);
  conversation->account_sid = world.workspace.twilio.account_sid;
  conversation->agent_id = agent.agent_id;
  conversation->agent_name = agent.name;
  conversation->phone_number_id = line.phone_number_id;
  conversation->agent_number = line.number;
  conversation->created = world.now();
  return *world.conversations.emplace_back(std::move(conversation));
}

void give_up(World& world, Conversation& conversation, const Failure& failure) {
  conversation.status = Status::kFailed;
  conversation.ended = world.now();
  conversation.call_result = failure.call_result;
  conversation.call_status = failure.call_status;
  conversation.error_code = failure.code;
  conversation.error_reason = failure.failure_reason;
  conversation.termination_reason = "Call was not answered: " + std::string(failure.failure_reason);
  world.ledger.settle_ring(conversation.id, std::string(failure.truth), world.now());
  send_initiation_failure(world, conversation, failure.failure_reason, failure.call_status);
}

void pick_up(World& world, Conversation& conversation) {
  const bool is_voicemail = conversation.behaviour.conduct == Conduct::kVoicemail;
  conversation.status = Status::kInProgress;
  conversation.answered = world.now();
  conversation.call_result = is_voicemail ? "voicemail" : "answered";
  world.ledger.settle_ring(conversation.id, is_voicemail ? "voicemail" : "answered", world.now());
  begin_talk(world, conversation);
}

// Somebody who is talking already, because they called in while their phone rang, lets it ring.
bool talks_elsewhere(const World& world, const Conversation& conversation) {
  return std::any_of(world.conversations.begin(), world.conversations.end(), [&](const auto& one) {
    return one.get() != &conversation && one->status == Status::kInProgress &&
           one->external_number == conversation.external_number;
  });
}

void ring(World& world, Conversation& conversation) {
  const Pace& pace = world.workspace.pace;
  const auto fail_after = [&world, &conversation](Millis delay, const Failure& failure) {
    world.later(delay, [&world, &conversation, &failure] {
      if (!conversation.ended) give_up(world, conversation, failure);
    });
  };
  const Millis limit = pace.no_answer.value_or(conversation.ringing_limit);
  switch (conversation.behaviour.conduct) {
    case Conduct::kBusy:
      return fail_after(pace.busy, kBusy);
    case Conduct::kUnreachable:
      return fail_after(pace.busy, kUnreachable);
    case Conduct::kNoAnswer:
      return fail_after(limit, kNoAnswer);
    case Conduct::kDecline:
    case Conduct::kAnswer:
    case Conduct::kVoicemail:
      break;
  }
  if (pace.ring > conversation.ringing_limit)
    return fail_after(conversation.ringing_limit, kNoAnswer);
  if (conversation.behaviour.conduct == Conduct::kDecline) return fail_after(pace.ring, kDeclined);
  world.later(pace.ring, [&world, &conversation, fail_after, limit] {
    if (conversation.ended) return;
    if (!talks_elsewhere(world, conversation)) return pick_up(world, conversation);
    fail_after(std::max(limit - world.workspace.pace.ring, Millis{0}), kNoAnswer);
  });
}

void hang_up_caller(World& world, Conversation& conversation) {
  conversation.status = Status::kFailed;
  conversation.ended = world.now();
  conversation.call_result = "failed";
  conversation.error_code = 401;
  conversation.error_reason = "The conversation initiation webhook refused the request";
  conversation.termination_reason = conversation.error_reason;
}

// The platform's answer to what the webhook said, or to its silence.
AnsweredWith follow(World& world, Conversation& conversation,
                    const Result<net::ClientAnswer>* answer) {
  const bool hangs_up = world.workspace.refused_initiation == Refused::kHangsUp;
  if (answer && *answer && (*answer)->status == 401 && hangs_up) {
    hang_up_caller(world, conversation);
    return AnsweredWith::kHungUp;
  }
  AnsweredWith who = AnsweredWith::kAgent;
  const Agent& agent = *world.workspace.agent(conversation.agent_id);
  if (answer && *answer && (*answer)->status == 200) {
    if (auto initiation = read_initiation(world.workspace, agent, (*answer)->body)) {
      conversation.client_data = std::move(initiation->client_data);
      conversation.scene = std::move(initiation->scene);
      who = AnsweredWith::kOverride;
    }
  }
  pick_up(world, conversation);
  return who;
}

net::ClientRequest initiation_to(const InitiationWebhook& webhook, std::string body) {
  net::ClientRequest request;
  request.method = "POST";
  request.url = webhook.url;
  request.headers = webhook.headers;
  request.headers.push_back({"Content-Type", "application/json"});
  request.body = std::move(body);
  request.total_time = kInitiationLimit;
  return request;
}

InitiationWebhook asked_webhook(const World& world, const Conversation& conversation) {
  const Agent& agent = *world.workspace.agent(conversation.agent_id);
  return own_webhooks(agent).initiation.value_or(world.workspace.initiation_webhook);
}

void ask_who_speaks(World& world, const Conversation& conversation, World::Answered answered) {
  const InitiationWebhook webhook = asked_webhook(world, conversation);
  Delivery delivery;
  delivery.at = world.now();
  delivery.kind = "initiation";
  delivery.conversation_id = conversation.id;
  delivery.url = webhook.url;
  delivery.body = initiation_request(conversation);
  auto request = initiation_to(webhook, delivery.body);
  const auto seq = world.ledger.add_initiation(std::move(delivery));
  world.send(std::move(request), seq, std::move(answered));
}

}  // namespace

bool is_full(const World& world, const Agent& agent) {
  int live = 0;
  int of_agent = 0;
  for (const auto& one : world.conversations) {
    if (!one->is_live()) continue;
    ++live;
    if (one->agent_id == agent.agent_id) ++of_agent;
  }
  const auto own = own_concurrency(agent);
  return (world.workspace.concurrency && live >= *world.workspace.concurrency) ||
         (own && of_agent >= *own);
}

Conversation& dial(World& world, Dial dial) {
  const Conversation* const other = world.live_call(dial.number);
  Conversation& conversation = add_conversation(world, *dial.agent, *dial.line);
  conversation.direction = Direction::kOutbound;
  conversation.external_number = dial.number;
  conversation.client_data = std::move(dial.client_data);
  conversation.scene = std::move(dial.scene);
  conversation.ringing_limit = dial.ringing_limit;
  // Somebody who is on the phone is busy, whatever they would do otherwise.
  conversation.behaviour =
      other ? Behaviour{Conduct::kBusy, {}} : world.people.next(conversation.external_number);
  Ring entry;
  entry.at = conversation.created;
  entry.conversation_id = conversation.id;
  entry.call_sid = conversation.call_sid;
  entry.number = conversation.external_number;
  entry.attempt = conversation.attempt();
  entry.user_id = conversation.scene.user_id;
  if (other) entry.overlaps = other->id;
  world.ledger.add(std::move(entry));
  ring(world, conversation);
  return conversation;
}

void call_in(World& world, const std::string& from, const PhoneNumber& line, Behaviour behaviour,
             std::function<void(const Conversation&, AnsweredWith)> decided) {
  const Agent& agent = *world.workspace.agent(line.agent_id);
  Conversation& conversation = add_conversation(world, agent, line);
  conversation.direction = Direction::kInbound;
  conversation.external_number = from;
  conversation.behaviour = behaviour;
  conversation.scene = own_scene(agent);
  const auto answered = [&world, &conversation, decided](const Result<net::ClientAnswer>* answer) {
    const AnsweredWith who = follow(world, conversation, answer);
    decided(conversation, who);
  };
  const auto fault = world.faults.take("initiation");
  const bool asks = asks_who_speaks(agent) && !asked_webhook(world, conversation).url.empty();
  if (!asks || (fault && fault->kind == "lose"))
    return world.later(world.workspace.pace.busy, [answered] { answered(nullptr); });
  const auto ask = [&world, &conversation, answered] {
    ask_who_speaks(world, conversation, [answered](const auto& answer) { answered(&answer); });
  };
  if (fault && fault->kind == "delay") return world.later(fault->delay, ask);
  ask();
  if (fault && fault->kind == "duplicate") ask_who_speaks(world, conversation, [](const auto&) {});
}

bool cancel(World& world, Conversation& conversation) {
  const bool rings =
      conversation.direction == Direction::kOutbound && conversation.status == Status::kInitiated;
  if (rings) give_up(world, conversation, kCanceled);
  return rings;
}

bool hang_up(World& world, Conversation& conversation) {
  const bool talks = conversation.status == Status::kInProgress;
  if (talks) end_call(world, conversation, "Call ended by remote party", Status::kDone);
  return talks;
}

void end_call(World& world, Conversation& conversation, const std::string& reason, Status verdict) {
  conversation.status = Status::kProcessing;
  conversation.ended = world.now();
  conversation.termination_reason = reason;
  world.later(world.workspace.pace.processing, [&world, &conversation, verdict] {
    conversation.status = verdict;
    send_transcription(world, conversation);
  });
}

}  // namespace pl::sandbox
