#include "engine/drift.h"

#include "base/text.h"
#include "core/drift.h"
#include "engine/dialer.h"

namespace pl::engine {
namespace {

struct Found {
  std::set<core::Aspect> aspects;
  std::vector<std::string> phrases;
};

// After a restart the line may be another than in the call: its persona need not be there any more.
std::vector<std::string> never_says(const core::Line& line, const core::PersonaName& persona) {
  for (const core::Persona& one : line.personas) {
    if (one.name == persona) return one.never_says;
  }
  return {};
}

Result<Found> look(Turn& turn, const core::Line& line, const core::Call& call,
                   const core::ConversationReport& report) {
  Found found;
  PL_TRY(const auto sent, turn.tx.initiation(call.id));
  if (sent) found.aspects = core::differences(*sent, line.agent_id, report);
  found.phrases = core::phrases_said(never_says(line, call.persona), report.transcript);
  if (!found.phrases.empty()) found.aspects.insert(core::Aspect::kNeverSays);
  return found;
}

Result<void> stop_dials(Turn& turn, const core::Call& call, const std::set<core::Aspect>& fresh,
                        const std::vector<std::string>& phrases) {
  const std::string id = call.id.text();
  if (!fresh.contains(core::Aspect::kNeverSays)) {
    const std::string which = names_of(fresh);
    PL_DO(hold_dialer(turn, call, ports::PauseCause::kDrift,
                      "a call was not as it was asked for: " + which));
    return turn.raise(call.line, core::AttentionReason::kPersonaDrift, call.line.text,
                      id + " was not as it was asked for: " + which,
                      "run `partyline platform check` and switch on what it names; if that is "
                      "nothing, resolve this item to dial again");
  }
  PL_DO(
      hold_dialer(turn, call, ports::PauseCause::kPhrase, "an agent said what it must never say"));
  return turn.raise(call.line, core::AttentionReason::kPersonaDrift, call.line.text,
                    call.persona.text + " said in " + id + ": \"" + join(phrases, "\", \"") + "\"",
                    "look at the conversation and at the persona's prompt, then resolve this item "
                    "to dial again");
}

}  // namespace

Result<void> watch_for_drift(Turn& turn, core::Call& call, const core::ConversationReport& report) {
  const core::Line* line = turn.world.lines.find(call.line, call.started_at);
  if (line == nullptr || call.conversation != report.conversation) return {};
  if (!core::has_ended(report.status)) return {};
  PL_TRY(const Found found, look(turn, *line, call, report));
  const std::set<core::Aspect> fresh = core::observe_drift(call, found.aspects);
  if (fresh.empty()) return {};
  core::JournalEntry entry = entry_for(call, "call.drifted");
  entry.details["differs"] = names_of(fresh);
  if (fresh.contains(core::Aspect::kNeverSays)) {
    entry.details["phrase"] = join(found.phrases, "; ");
  }
  PL_DO(turn.journal(std::move(entry)));
  turn.effects.emplace_back(CountDrift{call.line});
  return stop_dials(turn, call, fresh, found.phrases);
}

}  // namespace pl::engine
