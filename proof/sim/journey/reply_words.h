// The server's replies in the words of a transcript.
#pragma once

#include <string>

#include "core/attention.h"
#include "core/caller.h"
#include "core/incoming.h"
#include "core/outreach.h"
#include "engine/outreaches.h"
#include "net/http.h"
#include "ports/privacy.h"

namespace pl::sim {

inline constexpr const char* kServerIsDown = "refused unavailable \"the server is down\"";

std::string reply_words(const engine::Scheduled& scheduled);
std::string reply_words(const core::Caller& caller);
std::string reply_words(const core::Outreach& outreach);
std::string reply_words(const core::Attention& item);
std::string reply_words(const core::ToolReply& reply);
std::string reply_words(const ports::Erasure& receipt);
std::string reply_words(const Error& error);
// Of the front door; status 0: the server is down.
std::string reply_words(const net::Response& response);

}  // namespace pl::sim
