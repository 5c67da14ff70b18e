#include "core/text_message.h"

namespace pl::core {

std::string_view text_of(TextState state) {
  switch (state) {
    case TextState::kSending:
      return "sending";
    case TextState::kSent:
      return "sent";
    case TextState::kUnconfirmed:
      return "unconfirmed";
    case TextState::kRefused:
      return "refused";
    case TextState::kUndelivered:
      return "undelivered";
  }
  return "";
}

}  // namespace pl::core
