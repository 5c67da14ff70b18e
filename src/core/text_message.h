// One text that takes the place of a call.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "core/line.h"
#include "core/names.h"

namespace pl::core {

enum class TextState {
  kSending,      // recorded; handed to the channel right after, and never twice
  kSent,         // the channel accepted it
  kUnconfirmed,  // nobody knows; it is not repeated
  kRefused,      // it will not be delivered this way
  kUndelivered,  // accepted, and later reported as not delivered
};
constexpr auto words_of(TextState) {
  using enum TextState;
  return word_table<TextState>({{kSending, "sending"},
                                {kSent, "sent"},
                                {kUnconfirmed, "unconfirmed"},
                                {kRefused, "refused"},
                                {kUndelivered, "undelivered"}});
}

struct TextMessage {
  TextId id;
  OutreachId outreach;
  CallerId caller;
  Channel channel = Channel::kTelegram;
  std::string body;
  TextState state = TextState::kSending;
  UtcTime created_at;
  std::string failure;
  std::string channel_id;  // the channel's own name of it; empty where it has none
};

}  // namespace pl::core
