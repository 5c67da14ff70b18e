// The text channel as it truly is: what was handed to it, and what arrived.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ports/text_channel.h"
#include "sim/mortality.h"
#include "sim/virtual_time.h"

namespace pl::sim {

struct TextFate {
  enum class Answer { kAccepted, kRefused, kLater, kUnknown, kNone };
  Answer answer = Answer::kAccepted;
  Millis after{0};
  bool arrives = true;
  std::string why;
  Millis retry_after{1000};
};

class Messenger final : public ports::TextChannel {
 public:
  struct Sent {
    UtcTime at;
    std::string address;
    std::string body;
    TextFate fate;
  };

  Messenger(VirtualTime& time, Mortality& mortality) : time_(time), mortality_(mortality) {}

  void send(std::string address, std::string body,
            std::function<void(ports::TextResult)> done) override {
    if (!mortality_.passes()) return;
    Sent sent{time_.now(), std::move(address), std::move(body), {}};
    if (fate_of) sent.fate = fate_of(sent);
    if (on_sent) on_sent(sent);
    if (!mortality_.passes() || sent.fate.answer == TextFate::Answer::kNone) return;
    const auto reply = [this, fate = sent.fate, done = std::move(done), life = life_] {
      if (life == life_) done(result_of(fate));
    };
    if (sent.fate.after == Millis(0)) return reply();
    time_.follows_after(sent.fate.after, reply);
  }

  std::function<TextFate(const Sent&)> fate_of;
  std::function<void(const Sent&)> on_sent;

  // The server died: nobody waits for our replies any more.
  void forget_replies() { ++life_; }

 private:
  static ports::TextResult result_of(const TextFate& fate) {
    switch (fate.answer) {
      case TextFate::Answer::kAccepted:
        return ports::TextAccepted{};
      case TextFate::Answer::kRefused:
        return ports::TextRefused{fate.why};
      case TextFate::Answer::kLater:
        return ports::TextLater{fate.retry_after, fate.why};
      case TextFate::Answer::kUnknown:
      case TextFate::Answer::kNone:
        return ports::TextUnknown{fate.why};
    }
    return ports::TextUnknown{};
  }

  VirtualTime& time_;
  Mortality& mortality_;
  int life_ = 0;
};

}  // namespace pl::sim
