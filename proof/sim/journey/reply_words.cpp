#include "sim/journey/reply_words.h"

#include <fmt/format.h>

#include "sim/journey/transcript.h"
#include "wire/json.h"

namespace pl::sim {
namespace {

std::string_view text_of(Code code) {
  switch (code) {
    case Code::kInvalid:
      return "invalid";
    case Code::kUnauthorized:
      return "unauthorized";
    case Code::kNotFound:
      return "not-found";
    case Code::kConflict:
      return "conflict";
    case Code::kUnavailable:
      return "unavailable";
    case Code::kOutcomeUnknown:
      return "outcome-unknown";
    case Code::kCorrupt:
      return "corrupt";
    case Code::kInternal:
      return "internal";
  }
  return "";
}

// The word of the error that a status of the front door stands for.
std::string_view word_of(int status) {
  switch (status) {
    case 401:
      return "unauthorized";
    case 404:
      return "not-found";
    case 409:
      return "conflict";
    case 500:
      return "internal";
    case 503:
      return "unavailable";
    default:
      return "invalid";
  }
}

}  // namespace

std::string reply_words(const engine::Scheduled& scheduled) {
  const core::Outreach& outreach = scheduled.outreach;
  std::string text = fmt::format("accepted {}", outreach.id.text());
  if (outreach.due > outreach.created_at) text += " due=" + format_utc(outreach.due);
  if (!outreach.waits_for.empty()) text += " waits=" + in_quotes(outreach.waits_for);
  for (const std::string& warning : scheduled.warnings) text += " warning=" + in_quotes(warning);
  return text;
}
std::string reply_words(const core::Caller& caller) {
  return fmt::format("ok {} stage={}", caller.id.text(), text_of(caller.stage));
}
std::string reply_words(const core::Outreach& outreach) {
  return fmt::format("ok {} state={}", outreach.id.text(), text_of(outreach.state));
}
std::string reply_words(const core::Attention& item) {
  return "ok " + item.id.text();
}
std::string reply_words(const ports::Erasure& receipt) {
  std::string rows;
  for (const auto& [table, count] : receipt.rows) rows += fmt::format(" {}={}", table, count);
  return fmt::format("ok erased{} conversations={}", rows, receipt.conversations);
}
std::string reply_words(const core::ToolReply& reply) {
  return fmt::format("saved={} say={}", reply.saved, in_quotes(reply.say));
}

std::string reply_words(const Error& error) {
  return fmt::format("refused {} {}", text_of(error.code), in_quotes(error.message));
}

std::string reply_words(const net::Response& response) {
  if (response.status == 0) return kServerIsDown;
  if (response.status < 300) return "ok";
  const auto problem = wire::read_json(response.body, 64 * 1024);
  const auto detail = problem ? wire::JsonView(*problem).text("detail") : std::nullopt;
  return fmt::format("refused {} {}", word_of(response.status),
                     in_quotes(detail && *detail ? **detail : ""));
}

}  // namespace pl::sim
