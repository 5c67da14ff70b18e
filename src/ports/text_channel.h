// The outside that texts.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <variant>

#include "base/time.h"

namespace pl::ports {

struct TextAccepted {};
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

class TextChannel {
 public:
  virtual ~TextChannel() = default;
  // Sends once; `address` is the channel's own (a chat id). Completes exactly once, on any thread.
  virtual void send(std::string address, std::string body,
                    std::function<void(TextResult)> done) = 0;
};

}  // namespace pl::ports
