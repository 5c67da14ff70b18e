// What ElevenLabs Agents says about conversations (wire types of SDK 2.73). Unknown fields are
// passed over. In a report no field is worth losing the others for: what has the wrong type is
// noted and counts as not said (wire::JsonView, foreign); in lists it is an error.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/report.h"
#include "wire/json.h"

namespace pl::platforms {

// The body of GET /v1/convai/conversations/{id}. kCorrupt when it cannot be read, with the place:
// it is no JSON at all, or does not say which conversation it is.
Result<core::ConversationReport> read_conversation(std::string_view body, wire::Mended& mended);

// Whether a report of a status that we do not know is of a conversation that is over.
enum class Unsure {
  kLooksAtTheRest,  // where it has an end: a duration, a reason, a result
  kIsOver,          // it came after the call
};

// The same form, as it stands in `data` of a post-call webhook. kInvalid when it cannot be read.
Result<core::ConversationReport> read_report(const wire::JsonView& conversation, Unsure unsure);

struct ListedConversation {
  core::ConversationId id;
  std::int64_t started_unix_s = 0;
};

struct ConversationPage {
  std::vector<ListedConversation> conversations;
  std::optional<std::string> next_cursor;  // empty on the last page
};

// The body of GET /v1/convai/conversations. kCorrupt when it cannot be read, or when it does not
// say whether and where there is more: "not in the list" must be certain.
Result<ConversationPage> read_conversation_page(std::string_view body);

// The position of the next page in a list's body; shared by all lists of the platform.
Result<std::optional<std::string>> read_next_cursor(const wire::JsonView& page);

}  // namespace pl::platforms
