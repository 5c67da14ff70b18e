// What is done outside after a commit, and where its outcome comes back in.
#include "engine/calls.h"
#include "engine/engine.h"
#include "engine/events.h"
#include "engine/privacy.h"
#include "engine/texts.h"

namespace pl::engine {

ports::TextChannel* Engine::channel(core::Channel channel) const {
  const auto found = ports_.text.find(channel);
  return found == ports_.text.end() ? nullptr : found->second;
}

void Engine::perform(PlaceDial& dial) {
  const core::CallId call = dial.request.call;
  ports_.voice.dial(std::move(dial.request), [this, call](ports::DialResult result) {
    feed([call, result](Turn& turn) { return dial_ended(turn, call, result); });
  });
}

// What becomes of it is seen where every call's end is seen.
void Engine::perform(StopRinging& stop) {
  if (ports_.carrier == nullptr) return;
  ports_.carrier->stop_ringing(std::move(stop.call), [](const Result<void>&) {});
}

void Engine::perform(AskConversation& ask) {
  ports_.voice.conversation(ask.conversation,
                            [this, call = ask.call](Result<core::ConversationReport> answer) {
                              feed([call, answer = std::move(answer)](Turn& turn) {
                                return conversation_answered(turn, call, answer);
                              });
                            });
}

void Engine::perform(FindCall& find) {
  ports_.voice.find(
      find.call, find.user_id, find.since,
      [this, call = find.call](Result<std::optional<core::ConversationReport>> answer) {
        feed([call, answer = std::move(answer)](Turn& turn) {
          return find_answered(turn, call, answer);
        });
      });
}

void Engine::perform(SendText& send) {
  const auto done = [this, id = send.text](ports::TextResult result) {
    feed([id, result](Turn& turn) { return text_ended(turn, id, result); });
  };
  ports::TextChannel* const to = channel(send.channel);
  if (to == nullptr) {
    return done(ports::TextRefused{"the channel is not set up on this server"});
  }
  to->send(send.address, send.body, done);
}

void Engine::perform(FindText& find) {
  ports::TextChannel* const at = channel(find.channel);
  if (at == nullptr) return;
  at->find(std::move(find.question), [this, id = find.text](const ports::TextAnswer& answer) {
    if (!answer) return;
    feed([id, result = *answer](Turn& turn) { return text_ended(turn, id, result); });
  });
}

void Engine::perform(SendNotice& notice) {
  ports::TextChannel* const to = channel(notice.channel);
  if (to == nullptr) return;
  to->send(notice.address, notice.body, [](const ports::TextResult&) {});
}

void Engine::perform(PostEvent& event) {
  const core::DeliveryId id = event.post.id;
  ports_.events->post(std::move(event.post), [this, id](ports::EventResult result) {
    feed([id, result](Turn& turn) { return delivery_ended(turn, id, result); });
  });
}

void Engine::perform(ForgetConversation& forget) {
  ports_.voice.forget(forget.conversation, [this, id = forget.conversation](Result<void> result) {
    feed([id, result](Turn& turn) { return forgetting_ended(turn, id, result); });
  });
}

void Engine::perform(NoteSuppression& note) {
  ports_.suppression->note(note.hash, note.suppressed);
}

void Engine::perform(CountDrift& drift) {
  if (ports_.on_drift) ports_.on_drift(drift.line);
}

void Engine::perform(CountStep& step) {
  ports_.on_step(step.from, step.event);
}

}  // namespace pl::engine
