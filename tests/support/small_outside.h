// The outside, as small as it can be: everything that is sent is remembered and answered at once.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "platforms/product/event_body.h"
#include "ports/event_sink.h"
#include "ports/suppression.h"
#include "ports/text_channel.h"

namespace pl::testing {

class RememberingChannel final : public ports::TextChannel {
 public:
  struct Sent {
    std::string address;
    std::string body;
  };
  void send(std::string address, std::string body,
            std::function<void(ports::TextResult)> done) override {
    sent.push_back({std::move(address), std::move(body)});
    done(answer);
  }
  void find(ports::TextQuestion, std::function<void(ports::TextAnswer)> done) override {
    ++looks;
    done(found);
  }

  std::vector<Sent> sent;
  ports::TextResult answer = ports::TextAccepted{"SM1"};
  int looks = 0;
  ports::TextAnswer found;
};

class RememberingSink final : public ports::EventSink {
 public:
  std::string body(const core::JournalEntry& entry, std::string_view event) const override {
    return platforms::event_body(entry, event);
  }
  void post(ports::EventPost post, std::function<void(ports::EventResult)> done) override {
    posts.push_back(std::move(post));
    done(answer);
  }

  std::vector<ports::EventPost> posts;
  ports::EventResult answer = ports::EventTaken{};
};

// Hides nothing, but keeps what it is told.
class PlainSuppression final : public ports::Suppression {
 public:
  std::string hash_of(const core::PhoneNumber& number) const override {
    return "hash of " + std::string(number.e164());
  }
  void note(const std::string& hash, bool suppressed) override {
    if (suppressed) {
      noted.insert(hash);
    } else {
      noted.erase(hash);
    }
  }

  std::set<std::string> noted;
};

}  // namespace pl::testing
