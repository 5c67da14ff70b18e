// Rows as the API shows them, as JSON.
#pragma once

#include <vector>

#include "core/attention.h"
#include "core/call.h"
#include "core/caller.h"
#include "core/journal.h"
#include "core/outreach.h"
#include "core/text_message.h"
#include "engine/inbound.h"
#include "wire/json.h"

namespace pl::http {

wire::Json text_or_null(const std::string& text);  // null for an empty one
wire::Json list(std::vector<wire::Json> items);

wire::Json view(const core::Caller& caller, const std::vector<core::Outreach>& open);
// `attempts` and `texts` are the outreach's own.
wire::Json view(const core::Outreach& outreach, const std::vector<core::Call>& attempts,
                const std::vector<core::TextMessage>& texts);
wire::Json view_result(const core::Outreach& outreach);
// Without the override and the transcript, as lists show it.
// Without an initiation when it is no longer kept.
wire::Json view_brief(const core::Call& call, const std::optional<core::Initiation>& initiation);
wire::Json view(const core::Call& call, const std::optional<core::Initiation>& initiation);
wire::Json view(const core::Attention& attention);
wire::Json view(const core::JournalEntry& entry);
wire::Json view(const core::Line& line);
wire::Json view(const engine::RoutePreview& preview);

}  // namespace pl::http
