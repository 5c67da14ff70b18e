// How the platform reports its conversations: the post-call webhooks, once or twice, early or late,
// or not at all; and what strangers send in its name.
#pragma once

#include "sim/stage.h"

namespace pl::sim {

class Reports {
 public:
  explicit Reports(Stage& stage) : stage_(stage) {}

  // The conversation is over.
  void over(const Conversation& conversation);
  // Somebody sends what is not theirs to send, about the person's last conversation.
  void attack(const Fact& fact);

 private:
  struct Letter {
    std::size_t about = 0;
    UtcTime written;
    bool stale = false;
    net::Request request;
    bool repeats = false;  // the platform sends it again when it is refused
  };

  void plan(std::size_t index, Millis after, bool stale);
  void lie(const Conversation* victim);
  void send(Letter letter, int tries);

  Stage& stage_;
};

}  // namespace pl::sim
