// What the owning product and operators ask for, about callers.
#pragma once

#include <optional>
#include <string>

#include "engine/turn.h"

namespace pl::engine {

// As it came over the API: decoded, not judged. Absent fields are left as they are.
struct CallerFields {
  std::optional<core::LineName> line;
  std::optional<std::string> number;
  std::optional<std::string> name;
  std::optional<std::string> timezone;
  std::optional<std::string> stage;
  std::optional<std::map<std::string, std::string>> context;  // replaces the whole
  std::optional<std::string> telegram_chat_id;                // empty text: removes it
  std::optional<core::Consent> consent;                       // replaces the whole
  std::map<std::string, core::RawValue> profile;
};

// kInvalid names the field and the remedy; kConflict when the line has the number, with its id.
Result<core::Caller> register_caller(Turn& turn, const CallerFields& fields);

// A changed number cancels what is open and needs consent of its own; a stage may only move along
// its edges, but an operator may lead back from `closed`.
Result<core::Caller> change_caller(Turn& turn, const core::CallerId& id,
                                   const CallerFields& fields);

Result<core::Caller> skip_onboarding(Turn& turn, const core::CallerId& id);
Result<core::Caller> opt_out(Turn& turn, const core::CallerId& id);
Result<core::Caller> opt_in(Turn& turn, const core::CallerId& id);

}  // namespace pl::engine
