// A person on a line, and where they stand.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "core/line.h"
#include "core/names.h"
#include "core/number.h"
#include "core/profile.h"

namespace pl::core {

// What the caller agreed to. Absent consent is consent not given.
struct Consent {
  bool voice = false;
  bool text = false;
  std::string source;   // where it was given: "signup form"
  std::string wording;  // what was agreed to, or its version
  std::optional<UtcTime> at;
  friend bool operator==(const Consent&, const Consent&) = default;
};

// What the owning product wants its agents to know: cleaned texts by key.
using Context = std::map<std::string, std::string>;

struct Caller {
  CallerId id;
  LineName line;
  NumberFacts number;
  std::string name;  // clean(); may be empty
  Stage stage = Stage::kNew;
  Profile profile;
  std::optional<std::string> timezone;  // IANA; given explicitly, by API or profile
  Context context;
  Consent consent;
  std::optional<UtcTime> opted_out_at;
  std::optional<std::string> telegram_chat_id;
  UtcTime created_at;
  UtcTime updated_at;
};

// The edges a stage may move along on its own: new -> onboarding -> onboarded, new or onboarding ->
// skipped -> onboarded, anything -> closed. Only an operator leads back from closed.
bool stage_may_become(Stage from, Stage to);

// A Telegram chat's id as its Bot API has it: a whole number of at most 52 bits, below 0 for
// groups.
bool is_telegram_chat(std::string_view text);
// The public name of a Telegram channel or group, which the Bot API takes in place of its id: '@',
// then 5 to 32 letters, digits and '_'. Nobody's private chat has one.
bool is_telegram_name(std::string_view text);

}  // namespace pl::core
