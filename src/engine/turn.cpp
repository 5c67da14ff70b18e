#include "engine/turn.h"

#include <algorithm>

#include "base/check.h"
#include "base/overloaded.h"
#include "base/planted.h"
#include "engine/events.h"
#include "engine/whereabouts.h"

namespace pl::engine {
namespace {

// How many outreaches one freed slot wakes; each that finds the gate closed again stays blocked.
constexpr std::size_t kWoken = 8;

std::string change_of(const core::Outreach& before, const core::Outreach& after) {
  if (before.state != after.state) return "outreach." + std::string(text_of(after.state));
  if (before.due != after.due) return "outreach.due";
  return "";
}

// Where the error is why the outreach is there, not something it has left behind.
bool tells_error(core::OutreachState state) {
  switch (state) {
    case core::OutreachState::kWaiting:
    case core::OutreachState::kTexting:
    case core::OutreachState::kTexted:
    case core::OutreachState::kFailed:
    case core::OutreachState::kCancelled:
      return true;
    case core::OutreachState::kDialing:
    case core::OutreachState::kRinging:
    case core::OutreachState::kTalking:
    case core::OutreachState::kVerifying:
    case core::OutreachState::kHeld:
    case core::OutreachState::kConnected:
      return false;
  }
  return false;
}

// Our own mistake, and no reason to lose whatever else this transaction is for.
Result<void> journal_unexpected(Turn& turn, const core::Outreach& outreach,
                                const core::OutreachEvent& event) {
  core::JournalEntry entry = entry_for(outreach, "outreach.unexpected");
  entry.details = {{"state", std::string(text_of(outreach.state))},
                   {"event", std::string(core::kEventNames[event.index()])}};
  return turn.journal(std::move(entry));
}

}  // namespace

Result<void> Turn::apply(const core::Outreach& outreach, const core::OutreachEvent& event,
                         std::optional<PlaceDial> attempt) {
  if (world.counts_steps) effects.push_back(CountStep{outreach.state, event});
  core::OutreachStep step = core::step(outreach, event, now);
  switch (step.response) {
    case core::Response::kTakes:
      break;
    case core::Response::kIgnores:
      return {};
    case core::Response::kCannotHappen:
      return journal_unexpected(*this, outreach, event);
  }
  const core::Outreach& after = step.outreach;
  PL_DO(tx.update(after));
  if (const std::string kind = change_of(outreach, after); !kind.empty()) {
    core::JournalEntry entry = entry_for(after, kind);
    entry.call = after.leg ? after.leg : outreach.leg;
    entry.details["from"] = text_of(outreach.state);
    entry.details["plan"] = after.plan.name.text;
    entry.details["retries"] = std::to_string(after.retries);
    if (after.state == core::OutreachState::kWaiting) entry.details["due"] = format_utc(after.due);
    if (tells_error(after.state) && !after.error.empty()) entry.details["error"] = after.error;
    if (after.via != core::Via::kNothing) entry.details["via"] = text_of(after.via);
    if (!after.cancelled_by.empty()) entry.details["by"] = after.cancelled_by;
    PL_DO(journal(std::move(entry)));
  }
  for (const core::OutreachEffect& effect : step.effects) PL_DO(follow(after, effect, attempt));
  return {};
}

Result<void> Turn::follow(const core::Outreach& outreach, const core::OutreachEffect& effect,
                          std::optional<PlaceDial>& attempt) {
  return std::visit(
      Overloaded{[&](const core::PlaceCall& place) -> Result<void> {
                   PL_CHECK(attempt && attempt->request.call == place.leg);
                   effects.emplace_back(*std::move(attempt));
                   return {};
                 },
                 [&](const core::StopRinging& stop) { return stop_ringing(stop.leg); },
                 [&](const core::RaiseAttention& attention) {
                   return raise(outreach.line, attention.reason, outreach.id.text(), attention.what,
                                attention.todo);
                 }},
      effect);
}

Result<void> Turn::stop_ringing(const core::CallId& leg) {
  PL_TRY(const auto call, if_readable(tx.call(leg)));
  if (!call || !call->call_sid || call->answered_at || call->ended_at) return {};
  effects.emplace_back(StopRinging{*call->call_sid});
  return {};
}

Result<void> Turn::journal(core::JournalEntry entry) {
  entry.at = now;
  PL_DO(tx.append(entry));
  return announce(*this, entry);
}

Result<void> Turn::raise(const core::LineName& line, core::AttentionReason reason,
                         std::string subject, std::string what, std::string todo) {
  core::Attention item{.id = new_id<core::AttentionId>(),
                       .line = line,
                       .reason = reason,
                       .subject = std::move(subject),
                       .what = std::move(what),
                       .todo = std::move(todo),
                       .raised_at = now,
                       .resolved_at = std::nullopt};
  PL_TRY(const bool is_new, tx.raise(item));
  if (!is_new) return {};
  if (!world.operator_chat.empty()) {
    effects.emplace_back(SendNotice{core::Channel::kTelegram, world.operator_chat,
                                    item.what + "\n\n" + item.todo + "\n\n" + item.subject});
  }
  core::JournalEntry entry;
  entry.line = line;
  entry.kind = "attention.raised";
  entry.details = {
      {"id", item.id.text()}, {"reason", std::string(text_of(reason))}, {"subject", item.subject}};
  return journal(std::move(entry));
}

Result<void> Turn::settle(core::AttentionReason reason, const core::LineName& line,
                          const std::optional<std::string>& subject) {
  constexpr std::size_t kLooked = 1000;
  PL_TRY(const auto open,
         tx.open_attention({.line = line, .reason = reason, .before = {}, .limit = kLooked}));
  for (const core::Attention& item : open) {
    if (!subject || item.subject == *subject) PL_DO(tx.resolve(item.id, now));
  }
  return {};
}

Result<core::Caller> Turn::caller(const core::CallerId& id) {
  PL_TRY(auto found, tx.caller(id));
  if (!found) return fail(Code::kNotFound, "no caller " + id.text());
  return *std::move(found);
}

Result<core::Outreach> Turn::outreach(const core::OutreachId& id) {
  PL_TRY(auto found, tx.outreach(id));
  if (!found) return fail(Code::kNotFound, "no outreach " + id.text());
  return *std::move(found);
}

Result<OpenOutreaches> Turn::open_outreaches(const core::CallerId& caller) {
  OpenOutreaches open;
  PL_TRY(const auto ids, tx.open_outreaches(caller));
  for (const core::OutreachId& id : ids) {
    PL_TRY(auto row, if_readable(tx.outreach(id)));
    if (row) {
      open.rows.push_back(*std::move(row));
    } else if (!open.unreadable) {
      open.unreadable = id;
    }
  }
  return open;
}

Result<void> Turn::wake(const core::LineName& line) {
  PL_TRY(const auto blocked, tx.blocked_outreaches(line, kWoken));
  for (const core::Outreach& outreach : blocked) PL_DO(apply(outreach, core::Woken{now}));
  return {};
}

Result<void> Turn::wake(const core::PhoneNumber& number) {
  PL_TRY(const auto blocked, tx.blocked_outreaches(number, kWoken));
  for (const core::Outreach& outreach : blocked) {
    PL_DO(apply(outreach, core::Woken{now + outreach.plan.after_call_end}));
  }
  return {};
}

std::vector<core::ZoneOffsets> Turn::zones_of(const core::Caller& caller) const {
  if (planted(Bug::kUnknownZoneAllows) && !caller.timezone) return {};
  if (planted(Bug::kQuietHoursInUtc)) return {{{now, now + core::kZoneHorizon, {}}}};
  std::vector<core::ZoneOffsets> zones;
  for (const std::string& name : whereabouts(*this, caller).zones) {
    if (auto offsets = world.zones.offsets(name, now)) zones.push_back(*std::move(offsets));
  }
  return zones;
}

Result<std::optional<std::vector<core::ToolId>>> Turn::resolved_tools(const core::Scene& scene) {
  std::vector<core::ToolId> ids;
  if (scene.tools.empty()) return ids;
  PL_TRY(const auto known, tx.tool_ids());
  for (const core::ToolName& name : scene.tools) {
    const auto found = known.find(name.text);
    if (found == known.end()) return std::nullopt;
    ids.push_back(found->second);
  }
  return ids;
}

core::JournalEntry entry_for(const core::Caller& caller, std::string kind) {
  core::JournalEntry entry;
  entry.line = caller.line;
  entry.kind = std::move(kind);
  entry.caller = caller.id;
  return entry;
}

core::JournalEntry entry_for(const core::Outreach& outreach, std::string kind) {
  core::JournalEntry entry;
  entry.line = outreach.line;
  entry.kind = std::move(kind);
  entry.caller = outreach.caller;
  entry.outreach = outreach.id;
  return entry;
}

core::JournalEntry entry_for(const core::Call& call, std::string kind) {
  core::JournalEntry entry;
  entry.line = call.line;
  entry.kind = std::move(kind);
  entry.caller = call.caller;
  entry.outreach = call.outreach;
  entry.call = call.id;
  return entry;
}

}  // namespace pl::engine
