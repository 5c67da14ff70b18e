#include "platforms/elevenlabs/secret_alarm.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "platforms/elevenlabs/events.h"
#include "platforms/elevenlabs/tools.h"

namespace pl::platforms {
namespace {

constexpr std::int64_t kEvery_ms = 60'000;
// Of an event. Strangers must not have us read long bodies; a line whose conversations are all
// longer has short ones too: voicemail, who hangs up.
constexpr std::size_t kReadAtMost = 256 * 1024;

struct Words {
  const char* which;  // after the line's name, so that each door has its item
  const char* what;
  const char* todo;
};

Result<void> raise(engine::Turn& turn, const core::LineName& line, const Words& words) {
  return turn.raise(line, core::AttentionReason::kWebhookRefused, line.text + words.which,
                    words.what, words.todo);
}

constexpr Words kInitiation = {
    "", "pre-call webhooks for this line's agent carry a wrong secret: every caller is hung up on",
    "set the header X-Partyline-Secret of the webhook to the current secret"};
constexpr Words kEvents = {
    " events",
    "post-call webhooks for this line's agent carry a wrong signature: how calls ended is learned "
    "late, and the platform will give the webhook up",
    "put the webhook's secret into ELEVENLABS_WEBHOOK_SECRET and restart the server"};
constexpr Words kTools = {
    " tools", "tool calls of this line carry a wrong secret: nothing that callers say is saved",
    "set the header X-Partyline-Secret of the line's tools to the current secret"};

}  // namespace

bool SecretAlarm::may_alarm(Door door) {
  std::atomic<std::int64_t>& last = last_ms_.at(static_cast<std::size_t>(door));
  const std::int64_t now = to_ms(engine_.now());
  std::int64_t before = last.load();
  return now - before >= kEvery_ms && last.compare_exchange_strong(before, now);
}

void SecretAlarm::about_agent(Door door, std::string_view agent_id) {
  const auto& lines = engine_.world().lines.all();
  const auto ours = std::find_if(lines.begin(), lines.end(),
                                 [&](const core::Line& line) { return line.agent_id == agent_id; });
  if (ours == lines.end() || !may_alarm(door)) return;
  const Words& words = door == Door::kInitiation ? kInitiation : kEvents;
  spdlog::error("line {}: {}", ours->name.text, words.what);
  engine_.run(
      ports::Priority::kRoutine,
      [line = ours->name, &words](engine::Turn& turn) { return raise(turn, line, words); },
      [](const Result<void>&) {});
}

void SecretAlarm::initiation(std::string_view body) {
  wire::Mended mended;
  const auto incoming = read_incoming_call(body, mended);
  if (incoming) about_agent(Door::kInitiation, incoming->agent_id);
}

void SecretAlarm::event(std::string_view body) {
  if (body.size() > kReadAtMost) return;
  wire::Mended mended;
  const auto message = read_platform_message(body, mended);
  if (!message) return;
  const auto* report = std::get_if<core::ConversationReport>(&message->event);
  if (report != nullptr) about_agent(Door::kEvents, report->agent_id);
}

void SecretAlarm::tool(std::string_view tool, std::string_view body) {
  wire::Mended mended;
  const auto tool_call = read_tool_call(core::ToolName{std::string(tool)}, body, mended);
  if (!tool_call || !tool_call->call || !may_alarm(Door::kTools)) return;
  using Alarmed = std::optional<core::LineName>;
  engine_.run<Alarmed>(
      ports::Priority::kRoutine,
      [id = *tool_call->call](engine::Turn& turn) -> Result<Alarmed> {
        PL_TRY(const auto call, turn.tx.call(id));
        if (!call) return Alarmed();
        PL_DO(raise(turn, call->line, kTools));
        return Alarmed(call->line);
      },
      [](const Result<Alarmed>& line) {
        if (line && *line) spdlog::error("line {}: {}", (*line)->text, kTools.what);
      });
}

}  // namespace pl::platforms
