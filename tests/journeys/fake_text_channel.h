// A text channel that remembers what it was given.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "ports/text_channel.h"
#include "virtual_time.h"

namespace pl::journeys {

class FakeTextChannel final : public ports::TextChannel {
 public:
  enum class Answer { kAccepted, kRefused, kLater, kUnknown, kNone };
  struct Sent {
    UtcTime at;
    std::string address;
    std::string body;
    Answer answer;
  };

  explicit FakeTextChannel(VirtualTime& time) : time_(time) {}

  void send(std::string address, std::string body,
            std::function<void(ports::TextResult)> done) override {
    sent_.push_back({time_.now(), std::move(address), std::move(body), answer});
    if (on_text) on_text(sent_.back());
    switch (answer) {
      case Answer::kAccepted:
        return done(ports::TextAccepted{});
      case Answer::kRefused:
        return done(ports::TextRefused{why});
      case Answer::kLater:
        return done(ports::TextLater{later, why});
      case Answer::kUnknown:
        return done(ports::TextUnknown{why});
      case Answer::kNone:
        return;
    }
  }

  Answer answer = Answer::kAccepted;
  std::string why;
  Millis later{1000};
  std::function<void(const Sent&)> on_text;

  const std::vector<Sent>& sent() const { return sent_; }
  // Texts that reached the person, or may have.
  std::size_t delivered() const {
    return static_cast<std::size_t>(std::count_if(sent_.begin(), sent_.end(), [](const Sent& one) {
      return one.answer != Answer::kRefused && one.answer != Answer::kLater;
    }));
  }

 private:
  VirtualTime& time_;
  std::vector<Sent> sent_;
};

}  // namespace pl::journeys
