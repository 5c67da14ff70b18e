// Rows and messages in the auditor's words.
#pragma once

#include "audit/facts.h"
#include "core/call.h"
#include "core/caller.h"
#include "core/line.h"
#include "core/outreach.h"
#include "core/text_message.h"

namespace pl::sim {

audit::LineFacts audit_words(const core::Line& line);
audit::CallerRow audit_words(const core::Caller& caller);
audit::OutreachRow audit_words(const core::Outreach& outreach);
audit::CallRow audit_words(const core::Call& call);
audit::TextRow audit_words(const core::TextMessage& text);
audit::Initiation audit_words(const core::Initiation& initiation);

}  // namespace pl::sim
