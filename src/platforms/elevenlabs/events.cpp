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

Result<std::string> short_text(const JsonView& view, std::string_view key) {
  PL_TRY(auto text, view.text(key));
  if (!text || text->size() <= wire::kIdBytes) return std::move(text).value_or("");
  PL_DO(view.member(key, view.json()).wrong("is longer than 256 bytes"));
  return std::string();
}

// The called side's response, which the carrier tells as a text or a number.
std::optional<int> read_sip(const JsonView& failure) {
  const auto metadata = failure.object("metadata");
  if (!metadata || !*metadata) return std::nullopt;
  const auto body = (*metadata)->object("body");
  if (!body || !*body) return std::nullopt;
  for (const char* const key : {"SipResponseCode", "sip_status_code"}) {
    const auto found = (*body)->find(key);
    if (!found || !*found) continue;
    const Json::Value& value = (*found)->json().value;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      return static_cast<int>(std::clamp<std::int64_t>(*number, 0, 999));
    }
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) continue;
    int code = 0;
    const char* const end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, code);
    if (read.ec == std::errc() && read.ptr == end) return code;
  }
  return std::nullopt;
}

Result<core::DialFailed> read_dial_failed(const JsonView& failure) {
  core::DialFailed failed;
  PL_TRY(failed.conversation.text, failure.required_text("conversation_id", wire::kIdBytes));
  PL_TRY(const std::string reason, short_text(failure, "failure_reason"));
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

// What is said of a call; an error where it does not say of which.
Result<core::PlatformEvent> read_event(const std::string& type, const JsonView& root) {
  if (type == "post_call_transcription") {
    PL_TRY(const JsonView told, root.required_object("data"));
    return read_report(told, Unsure::kIsOver);
  }
  if (type == "call_initiation_failure") {
    PL_TRY(const JsonView told, root.required_object("data"));
    return read_dial_failed(told);
  }
  core::OtherEvent other = read_other(type, root);
  const bool detects = type == "answering_machine_detection" && other.conversation;
  auto detected = detects ? read_detection(root.json()) : std::nullopt;
  if (!detected) return other;
  detected->conversation = *other.conversation;
  return *std::move(detected);
}

Result<Json> read_object(std::string_view body, std::size_t bytes_max, wire::Mended& mended) {
  PL_TRY(Json document, wire::read_foreign_json(body, bytes_max, mended));
  if (const JsonView root(document); !root.is_object()) {
    return wire::fail_at(root, "is not an object");
  }
  return document;
}

}  // namespace

Result<core::IncomingCall> read_incoming_call(std::string_view body, wire::Mended& mended) {
  PL_TRY(const Json document, read_object(body, wire::kRequestBytes, mended));
  const JsonView root(document, &mended);
  core::IncomingCall call;
  PL_TRY(call.agent_id, short_text(root, "agent_id"));
  PL_TRY(call.called_number, short_text(root, "called_number"));
  PL_TRY(call.caller_id, short_text(root, "caller_id"));
  PL_TRY(call.call_sid.text, short_text(root, "call_sid"));
  PL_TRY(auto conversation, short_text(root, "conversation_id"));
  if (!conversation.empty()) call.conversation = core::ConversationId{std::move(conversation)};
  return call;
}

Result<PlatformMessage> read_platform_message(std::string_view body, wire::Mended& mended) {
  PL_TRY(const Json document, read_object(body, wire::kConversationBytes, mended));
  const JsonView root(document, &mended);
  PlatformMessage message;
  PL_TRY(message.type, short_text(root, "type"));
  if (message.type.empty()) {
    mended.note("/type is missing");
    message.type = "unknown";
  }
  auto event = read_event(message.type, root);
  if (!event) {
    mended.note(event.error().message);
    event = read_other(message.type, root);
  }
  message.event = *std::move(event);
  message.conversation = std::visit(
      [](const auto& one) -> std::optional<core::ConversationId> { return one.conversation; },
      message.event);
  return message;
}

}  // namespace pl::platforms
