#include "platforms/elevenlabs/events.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "core/report.h"
#include "platforms/elevenlabs/conversations.h"
#include "wire/json.h"
#include "wire/limits.h"
#include "wire/reason.h"

namespace pl::platforms {
namespace {

using wire::Json;
using wire::JsonView;

Result<std::string> optional_text(const JsonView& view, std::string_view key) {
  PL_TRY(auto text, view.text(key));
  if (text && text->size() > wire::kIdBytes) {
    return wire::fail_at(view.member(key, view.json()), "is longer than 256 bytes");
  }
  return std::move(text).value_or("");
}

std::optional<std::int64_t> read_timestamp(const JsonView& root) {
  if (const auto number = root.integer("event_timestamp"); number && *number) return **number;
  const auto text = root.text("event_timestamp");
  if (!text || !*text || (*text)->empty()) return std::nullopt;
  const char* const end = (*text)->data() + (*text)->size();
  std::int64_t seconds = 0;
  const auto read = std::from_chars((*text)->data(), end, seconds);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return seconds;
}

// The called side's response, which the carrier tells as a text or a number.
std::optional<int> read_sip(const JsonView& failure) {
  const auto metadata = failure.object("metadata");
  if (!metadata || !*metadata) return std::nullopt;
  const auto body = (*metadata)->object("body");
  if (!body || !*body) return std::nullopt;
  for (const char* const key : {"SipResponseCode", "sip_status_code"}) {
    if (const auto number = (*body)->integer(key); number && *number) {
      return static_cast<int>(std::clamp<std::int64_t>(**number, 0, 999));
    }
    const auto text = (*body)->text(key);
    if (!text || !*text) continue;
    int code = 0;
    const char* const end = (*text)->data() + (*text)->size();
    const auto read = std::from_chars((*text)->data(), end, code);
    if (read.ec == std::errc() && read.ptr == end) return code;
  }
  return std::nullopt;
}

Result<core::DialFailed> read_dial_failed(const JsonView& failure) {
  core::DialFailed failed;
  PL_TRY(failed.conversation.text, failure.required_text("conversation_id", wire::kIdBytes));
  PL_TRY(const std::string reason, failure.required_text("failure_reason", wire::kIdBytes));
  // "unknown" is the platform's own third word. What the called side answered says more than any.
  failed.reason = wire::safe_reason(reason);
  failed.verdict = core::verdict_from_words(reason);
  failed.sip = read_sip(failure);
  if (failed.sip) failed.verdict = core::verdict_from_sip(*failed.sip).value_or(failed.verdict);
  return failed;
}

// What carriers and platforms call the answers of machine detection (Twilio's `AnsweredBy`). "fax"
// and "unknown" say nothing of who a person could be.
std::optional<core::Answerer> answerer_of(std::string_view word) {
  if (word == "human") return core::Answerer::kPerson;
  const bool machine = word == "machine" || word.starts_with("machine_") || word == "voicemail" ||
                       word == "answering_machine";
  if (machine) return core::Answerer::kMailbox;
  return std::nullopt;
}

// The event's body is documented nowhere: the first text in it that is such a word is believed,
// wherever it stands.
std::optional<core::MachineDetected> read_detection(const Json& json) {
  if (const auto* text = std::get_if<std::string>(&json.value)) {
    const std::string word = lower_ascii(*text);
    const auto answerer = answerer_of(word);
    if (!answerer) return std::nullopt;
    return core::MachineDetected{{}, *answerer, word};
  }
  if (const auto* list = std::get_if<Json::List>(&json.value)) {
    for (const Json& item : *list) {
      if (auto found = read_detection(item)) return found;
    }
  }
  if (const auto* members = std::get_if<Json::Members>(&json.value)) {
    for (const auto& [name, value] : *members) {
      if (auto found = read_detection(value)) return found;
    }
  }
  return std::nullopt;
}

// Whatever an unknown type holds, it is no error.
core::OtherEvent read_other(const std::string& type, const JsonView& root) {
  core::OtherEvent event{type, {}};
  const auto body = root.object("data");
  if (!body || !*body) return event;
  auto conversation = (*body)->required_text("conversation_id", wire::kIdBytes);
  if (conversation) event.conversation = core::ConversationId{*std::move(conversation)};
  return event;
}

}  // namespace

Result<core::IncomingCall> read_incoming_call(std::string_view body) {
  PL_TRY(const Json document, wire::read_json(body, wire::kRequestBytes));
  const JsonView root(document);
  core::IncomingCall call;
  PL_TRY(call.agent_id, root.required_text("agent_id", wire::kIdBytes));
  PL_TRY(call.called_number, root.required_text("called_number", wire::kIdBytes));
  PL_TRY(call.caller_id, optional_text(root, "caller_id"));
  PL_TRY(call.call_sid.text, optional_text(root, "call_sid"));
  PL_TRY(auto conversation, optional_text(root, "conversation_id"));
  if (!conversation.empty()) call.conversation = core::ConversationId{std::move(conversation)};
  return call;
}

Result<PlatformMessage> read_platform_message(std::string_view body) {
  PL_TRY(const Json document, wire::read_json(body, wire::kConversationBytes));
  const JsonView root(document);
  PlatformMessage message;
  PL_TRY(message.type, root.required_text("type", wire::kIdBytes));
  const auto timestamp = read_timestamp(root);
  message.event_timestamp = timestamp.value_or(0);
  const bool transcription = message.type == "post_call_transcription";
  if (!transcription && message.type != "call_initiation_failure") {
    core::OtherEvent other = read_other(message.type, root);
    message.conversation = other.conversation;
    const bool detects = message.type == "answering_machine_detection" && other.conversation;
    if (auto detected = detects ? read_detection(document) : std::nullopt) {
      detected->conversation = *other.conversation;
      message.event = *std::move(detected);
      return message;
    }
    message.event = std::move(other);
    return message;
  }
  if (!timestamp) {
    return wire::fail_at(root.member("event_timestamp", root.json()), "is missing or no Unix time");
  }
  PL_TRY(const JsonView told, root.required_object("data"));
  if (transcription) {
    PL_TRY(auto report, read_report(told));
    message.conversation = report.conversation;
    message.event = std::move(report);
  } else {
    PL_TRY(auto failed, read_dial_failed(told));
    message.conversation = failed.conversation;
    message.event = std::move(failed);
  }
  return message;
}

}  // namespace pl::platforms
