// The ids and names the program speaks of.
#pragma once

#include "base/id.h"
#include "base/words.h"

namespace pl::core {

using pl::text_of;

struct CallerKind {
  static constexpr std::string_view prefix = "clr_";
};
struct OutreachKind {
  static constexpr std::string_view prefix = "out_";
};
struct CallKind {
  static constexpr std::string_view prefix = "call_";
};
struct AttentionKind {
  static constexpr std::string_view prefix = "att_";
};
struct TextKind {
  static constexpr std::string_view prefix = "txt_";
};

struct ApiKeyKind {
  static constexpr std::string_view prefix = "key_";
};
struct EndpointKind {
  static constexpr std::string_view prefix = "hook_";
};
struct DeliveryKind {
  static constexpr std::string_view prefix = "msg_";
};
struct ErasureKind {
  static constexpr std::string_view prefix = "ers_";
};

using CallerId = Id<CallerKind>;
using OutreachId = Id<OutreachKind>;
// One conversation on the phone. An outbound call is an attempt: one dial of an outreach.
using CallId = Id<CallKind>;
using AttentionId = Id<AttentionKind>;
using TextId = Id<TextKind>;
using ApiKeyId = Id<ApiKeyKind>;
using EndpointId = Id<EndpointKind>;
// An event on its way to one endpoint.
using DeliveryId = Id<DeliveryKind>;
using ErasureId = Id<ErasureKind>;

using LineName = Name<struct LineTag>;
using PersonaName = Name<struct PersonaTag>;
using SceneName = Name<struct SceneTag>;
using PlanName = Name<struct PlanTag>;
using ToolName = Name<struct ToolTag>;

// The platform's own names. What a tool is called in a line is a ToolName; what the platform calls
// it is a ToolId.
using ConversationId = Name<struct ConversationTag>;
using CallSid = Name<struct CallSidTag>;
using ToolId = Name<struct ToolIdTag>;

}  // namespace pl::core
