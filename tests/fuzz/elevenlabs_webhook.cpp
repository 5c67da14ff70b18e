// What ElevenLabs posts to us: pre-call and post-call webhooks, and the calls of tools.
#include <algorithm>

#include "../support/sample_call.h"
#include "base/overloaded.h"
#include "base/text.h"
#include "entry.h"
#include "platforms/elevenlabs/events.h"
#include "platforms/elevenlabs/tools.h"
#include "wire/json.h"
#include "wire/limits.h"

namespace pl::fuzz {
namespace {

bool is_id(const std::string& text) {
  return !text.empty() && text.size() <= wire::kIdBytes;
}

// They are logged.
void check_notes(const wire::Mended& mended) {
  PL_CHECK(mended.notes().size() <= wire::Mended::kNotes);
  for (const std::string& note : mended.notes()) PL_CHECK(is_utf8(note) && note.size() < 10'000);
}

void check_incoming(std::string_view body) {
  wire::Mended mended;
  const auto call = platforms::read_incoming_call(body, mended);
  if (!call) {
    PL_CHECK(call.error().code == Code::kInvalid);
    return;
  }
  check_notes(mended);
  PL_CHECK(call->agent_id.size() <= wire::kIdBytes && call->called_number.size() <= wire::kIdBytes);
  PL_CHECK(call->caller_id.size() <= wire::kIdBytes &&
           call->call_sid.text.size() <= wire::kIdBytes);
  PL_CHECK(!call->conversation || is_id(call->conversation->text));
}

void check(const core::ConversationReport& report) {
  PL_CHECK(is_id(report.conversation.text));
  PL_CHECK(!report.call_sid || is_id(report.call_sid->text));
  PL_CHECK(report.duration.count() >= 0 && report.transcript.size() <= wire::kTurns);
  for (const core::Turn& turn : report.transcript) {
    PL_CHECK(!turn.text.empty() && is_utf8(turn.text) && turn.at.count() >= 0);
    PL_CHECK(code_points(turn.text).size() <= wire::kTurnPoints);
  }
  // Nobody is judged before they have hung up.
  core::Call call = testing::sample_dial();
  core::observe(call, report, testing::kSampleNow + std::chrono::minutes(2));
  PL_CHECK(!call.verdict || core::has_ended(report.status));
}

void check_message(std::string_view body) {
  wire::Mended mended;
  const auto message = platforms::read_platform_message(body, mended);
  check_notes(mended);
  if (!message) {
    PL_CHECK(message.error().code == Code::kInvalid);
    return;
  }
  PL_CHECK(is_id(message->type));
  PL_CHECK(!message->conversation || is_id(message->conversation->text));
  std::visit(
      Overloaded{[](const core::ConversationReport& report) { check(report); },
                 [](const core::DialFailed& failed) { PL_CHECK(is_id(failed.conversation.text)); },
                 [](const core::MachineDetected& seen) {
                   PL_CHECK(is_id(seen.conversation.text) && !seen.word.empty());
                 },
                 [&](const core::OtherEvent& event) {
                   PL_CHECK(event.conversation == message->conversation);
                 }},
      message->event);
}

void check_tool_call(std::string_view body) {
  wire::Mended mended;
  const auto call = platforms::read_tool_call({"collect_profile"}, body, mended);
  check_notes(mended);
  if (!call) {
    PL_CHECK(call.error().code == Code::kInvalid);
    return;
  }
  PL_CHECK(!call->conversation || is_id(call->conversation->text));
  PL_CHECK(call->arguments.size() <= wire::kArguments);
  for (const auto& [name, value] : call->arguments) {
    PL_CHECK(name.size() <= wire::kIdBytes);
    if (const auto* text = std::get_if<std::string>(&value)) {
      PL_CHECK(code_points(*text).size() <= wire::kArgumentPoints);
    }
    if (const auto* items = std::get_if<std::vector<std::string>>(&value)) {
      PL_CHECK(items->size() <= wire::kArgumentItems);
    }
  }
}

}  // namespace

void try_bytes(std::string_view bytes) {
  check_incoming(bytes);
  check_message(bytes);
  check_tool_call(bytes);
}

}  // namespace pl::fuzz
