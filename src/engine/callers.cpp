#include "engine/callers.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/planted.h"
#include "base/text.h"
#include "core/caller_text.h"
#include "engine/onboarding.h"
#include "engine/privacy.h"

namespace pl::engine {
namespace {

Result<core::NumberFacts> read_number(Turn& turn, const std::string& written) {
  auto facts = turn.world.numbers.read(written);
  if (!facts) return fail(Code::kInvalid, "number: " + facts.error().message);
  return facts;
}

bool is_key(std::string_view text) {
  return !text.empty() && text.size() <= core::kContextKeyLimit &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' ||
                  c == '-' || c == '.';
         });
}

Result<core::Context> read_context(const std::map<std::string, std::string>& given) {
  if (given.size() > core::kContextEntries) {
    return fail(Code::kInvalid, fmt::format("context: at most {} entries", core::kContextEntries));
  }
  core::Context context;
  for (const auto& [key, value] : given) {
    if (!is_key(key)) {
      return fail(Code::kInvalid, "context: keys are 1 to 64 letters, digits, '_', '-' and '.'");
    }
    context[key] = core::clean(value, core::kContextValueLimit);
  }
  return context;
}

Result<std::string> zone_meant(Turn& turn, const std::string& written) {
  auto zone = turn.world.zones.find(written);
  if (zone) return *std::move(zone);
  return fail(Code::kInvalid, "timezone: write a time zone name such as Europe/Zurich");
}

Result<void> set_timezone(Turn& turn, const core::Line& line, core::Caller& caller,
                          const std::string& written) {
  PL_TRY(const std::string zone, zone_meant(turn, written));
  caller.timezone = zone;
  for (const core::Field& field : line.profile) {
    if (std::holds_alternative<core::TimezoneField>(field.type)) caller.profile[field.name] = zone;
  }
  return {};
}

Result<void> set_profile(Turn& turn, const core::Line& line, core::Caller& caller,
                         const std::map<std::string, core::RawValue>& given) {
  for (const auto& [name, raw] : given) {
    const core::Field* field = core::find_field(line.profile, name);
    if (field == nullptr) {
      std::vector<std::string> known;
      for (const core::Field& one : line.profile) known.push_back(one.name);
      return fail(Code::kInvalid, "profile: unknown field; there is " + join(known, ", "));
    }
    auto accepted = core::accept(*field, raw, turn.world.zones.finder());
    if (const auto* rejection = std::get_if<core::Rejection>(&accepted)) {
      return fail(Code::kInvalid, fmt::format("profile.{}: {}", name, rejection->say));
    }
    caller.profile[name] = std::get<core::FieldValue>(std::move(accepted));
  }
  if (auto zone = core::timezone_of(line.profile, caller.profile)) caller.timezone = zone;
  return {};
}

Result<void> set_fields(Turn& turn, const core::Line& line, core::Caller& caller,
                        const CallerFields& fields) {
  if (fields.name) caller.name = core::clean(*fields.name, core::kNameLimit);
  if (fields.timezone) PL_DO(set_timezone(turn, line, caller, *fields.timezone));
  if (fields.context) {
    PL_TRY(caller.context, read_context(*fields.context));
  }
  if (fields.telegram_chat_id) {
    const std::string chat = core::clean(*fields.telegram_chat_id, 64);
    if (!chat.empty() && !core::is_telegram_chat(chat)) {
      return fail(Code::kInvalid,
                  "channels.telegram_chat_id: write the id of a chat that has started your bot: a "
                  "whole number such as 123456789");
    }
    caller.telegram_chat_id = chat.empty() ? std::nullopt : std::optional(chat);
  }
  if (fields.consent) {
    caller.consent = *fields.consent;
    caller.consent.source = core::clean(caller.consent.source, 200);
    caller.consent.wording = core::clean(caller.consent.wording, 500);
    if (!caller.consent.at) caller.consent.at = turn.now;
  }
  return set_profile(turn, line, caller, fields.profile);
}

Result<core::Stage> read_stage(const std::string& text) {
  const auto stage = enum_from<core::Stage>(text);
  if (stage) return *stage;
  return fail(Code::kInvalid, "stage: write new, onboarding, onboarded, skipped or closed");
}

Result<void> not_our_own(Turn& turn, const core::LineName& name, const core::PhoneNumber& number) {
  const core::Line* line = turn.world.lines.find(name);
  if (line == nullptr || line->number != number) return {};
  return fail(Code::kInvalid, "number: it is the line's own");
}

Result<void> change_number(Turn& turn, core::Caller& caller, const CallerFields& fields) {
  PL_TRY(const core::NumberFacts facts, read_number(turn, *fields.number));
  if (facts.number == caller.number.number) return {};
  PL_DO(not_our_own(turn, caller.line, facts.number));
  PL_TRY(const auto taken, turn.tx.caller_by_number(caller.line, facts.number));
  if (taken) return fail(Code::kConflict, "number: the line has it already: " + taken->id.text());
  caller.number = facts;
  if (!fields.consent) caller.consent = {};
  PL_TRY(const bool suppressed, is_suppressed(turn, facts.number));
  if (suppressed && !caller.opted_out_at) caller.opted_out_at = turn.now;
  PL_DO(turn.journal(entry_for(caller, "caller.number-changed")));
  return withdraw_outreaches(turn, caller.id, "api", "the number changed");
}

// The stage as an operator sets it: edges, and back from `closed`.
Result<void> change_stage(Turn& turn, core::Caller& caller, core::Stage to) {
  if (to == caller.stage) return {};
  const bool reopened = caller.stage == core::Stage::kClosed;
  if (!reopened && !core::stage_may_become(caller.stage, to)) {
    return fail(Code::kConflict,
                fmt::format("stage: {} cannot become {}", text_of(caller.stage), text_of(to)));
  }
  core::JournalEntry entry = entry_for(caller, "caller.stage");
  entry.details = {{"from", std::string(text_of(caller.stage))},
                   {"to", std::string(text_of(to))},
                   {"by", "api"}};
  caller.stage = to;
  caller.updated_at = turn.now;
  PL_DO(turn.tx.update(caller));
  PL_DO(turn.journal(std::move(entry)));
  switch (to) {
    case core::Stage::kClosed:
      return withdraw_outreaches(turn, caller.id, "api", "the account was closed");
    case core::Stage::kSkipped:
      PL_DO(withdraw_outreaches(turn, caller.id, "api", "onboarding was skipped"));
      return start_handovers(turn, caller, core::Trigger::kSkipped, nullptr);
    case core::Stage::kOnboarded:
      return withdraw_outreaches(turn, caller.id, "api", "set to onboarded");
    case core::Stage::kNew:
    case core::Stage::kOnboarding:
      return {};
  }
  return {};
}

// What the gate said about the caller may be wrong now: ask it again.
Result<void> ask_again(Turn& turn, const core::CallerId& caller) {
  PL_TRY(const auto open, turn.open_outreaches(caller));
  for (const core::Outreach& outreach : open.rows) {
    PL_DO(turn.apply(outreach, core::Woken{turn.now}));
  }
  return {};
}

Result<core::Caller> changed(Turn& turn, core::Caller caller, const char* kind) {
  caller.updated_at = turn.now;
  PL_DO(turn.tx.update(caller));
  PL_DO(turn.journal(entry_for(caller, kind)));
  return caller;
}

}  // namespace

Result<core::Caller> register_caller(Turn& turn, const CallerFields& fields) {
  PL_TRY(const core::Line* line, turn.world.lines.meant(fields.line));
  if (!fields.number) return fail(Code::kInvalid, "number: missing; write it as +41780000000");
  PL_TRY(const core::NumberFacts facts, read_number(turn, *fields.number));
  PL_DO(not_our_own(turn, line->name, facts.number));
  PL_TRY(const auto taken, turn.tx.caller_by_number(line->name, facts.number));
  if (taken) return fail(Code::kConflict, "number: the line has it already: " + taken->id.text());
  core::Caller caller{.id = turn.new_id<core::CallerId>(), .line = line->name, .number = facts};
  caller.created_at = caller.updated_at = turn.now;
  if (fields.stage) {
    PL_TRY(caller.stage, read_stage(*fields.stage));
    if (caller.stage == core::Stage::kOnboarding) {
      return fail(Code::kInvalid, "stage: a caller begins as new, onboarded, skipped or closed");
    }
  }
  PL_DO(set_fields(turn, *line, caller, fields));
  PL_TRY(const bool suppressed, is_suppressed(turn, facts.number));
  if (suppressed) caller.opted_out_at = turn.now;
  PL_DO(turn.tx.insert(caller));
  PL_DO(turn.journal(entry_for(caller, "caller.registered")));
  return caller;
}

Result<core::Caller> change_caller(Turn& turn, const core::CallerId& id,
                                   const CallerFields& fields) {
  PL_TRY(core::Caller caller, turn.caller(id));
  const core::Line* line = turn.world.lines.find(caller.line);
  if (line == nullptr) return fail(Code::kConflict, "the caller's line is not served here");
  if (fields.line && *fields.line != caller.line) {
    return fail(Code::kInvalid,
                "line: a caller cannot move; register the number on the other line");
  }
  PL_DO(set_fields(turn, *line, caller, fields));
  if (fields.number) PL_DO(change_number(turn, caller, fields));
  caller.updated_at = turn.now;
  PL_DO(turn.tx.update(caller));
  if (fields.stage) {
    PL_TRY(const core::Stage to, read_stage(*fields.stage));
    PL_DO(change_stage(turn, caller, to));
  }
  PL_DO(ask_again(turn, caller.id));
  return changed(turn, std::move(caller), "caller.changed");
}

Result<core::Caller> skip_onboarding(Turn& turn, const core::CallerId& id) {
  PL_TRY(core::Caller caller, turn.caller(id));
  if (caller.stage == core::Stage::kClosed) {
    return fail(Code::kConflict, "stage: the account is closed; reopen it before it can skip");
  }
  PL_DO(change_stage(turn, caller, core::Stage::kSkipped));
  return caller;
}

Result<core::Caller> opt_out(Turn& turn, const core::CallerId& id) {
  PL_TRY(core::Caller caller, turn.caller(id));
  PL_DO(leave_alone(turn, caller, "api", "the caller opted out"));
  return caller;
}

Result<core::Caller> opt_in(Turn& turn, const core::CallerId& id) {
  PL_TRY(core::Caller caller, turn.caller(id));
  if (!caller.opted_out_at) return caller;
  caller.opted_out_at.reset();
  PL_DO(welcome_back(turn, caller));
  return changed(turn, std::move(caller), "caller.opted-in");
}

}  // namespace pl::engine
