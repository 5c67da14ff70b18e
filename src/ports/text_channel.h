// The outside that texts.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "base/time.h"

namespace pl::ports {

struct TextAccepted {
  std::string channel_id;  // the channel's own name of it; empty where it has none
};
// It will not be delivered this way; the next channel may be tried.
struct TextRefused {
  std::string why;  // "bot was blocked by the user"; free of personal data
};
// Nothing was sent; the same message may be tried again after the delay.
struct TextLater {
  Millis retry_after{1000};
  std::string why;
};
// It may have been delivered.
struct TextUnknown {
  std::string why;
};
using TextResult = std::variant<TextAccepted, TextRefused, TextLater, TextUnknown>;

// Whether a text whose sending ended as unknown is there after all.
struct TextQuestion {
  std::string address;
  std::string body;
  UtcTime since;  // before it was sent
};
// What became of it; empty where nobody can say, or it is not there yet.
using TextAnswer = std::optional<TextResult>;

class TextChannel {
 public:
  virtual ~TextChannel() = default;
  // Sends once; `address` is the channel's own (a chat id). Completes exactly once, on any thread.
  virtual void send(std::string address, std::string body,
                    std::function<void(TextResult)> done) = 0;
  // Looks, and sends nothing. A channel that cannot look answers with nothing. Completes exactly
  // once, on any thread.
  virtual void find(TextQuestion question, std::function<void(TextAnswer)> done) {
    (void)question;
    done(std::nullopt);
  }
};

}  // namespace pl::ports
